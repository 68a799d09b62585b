/** The daemon that stays up: a row of runs, and what it tells of itself. */
@NullMarked
package io.smarketing.daemon.serve;

import org.jspecify.annotations.NullMarked;
