/** The changes of an org, read in sweeps that overlap. */
@NullMarked
package io.smarketing.salesforce.feed;

import org.jspecify.annotations.NullMarked;
