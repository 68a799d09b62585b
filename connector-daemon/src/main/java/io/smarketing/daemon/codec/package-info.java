/** Value codecs that need a library. */
@NullMarked
package io.smarketing.daemon.codec;

import org.jspecify.annotations.NullMarked;
