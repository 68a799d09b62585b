/** The shared words: what a lead is, its fields and their values, its stage. */
@NullMarked
package io.smarketing.core.lead;

import org.jspecify.annotations.NullMarked;
