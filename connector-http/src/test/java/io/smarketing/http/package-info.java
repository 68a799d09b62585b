/** Tests of the one door. */
@NullMarked
package io.smarketing.http;

import org.jspecify.annotations.NullMarked;
