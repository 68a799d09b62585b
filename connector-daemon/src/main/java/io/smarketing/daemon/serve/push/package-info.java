/** What CRMs tell the daemon of their own accord. */
@NullMarked
package io.smarketing.daemon.serve.push;

import org.jspecify.annotations.NullMarked;
