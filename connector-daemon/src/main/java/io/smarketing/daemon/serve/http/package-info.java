/** The daemon's own small HTTP server. */
@NullMarked
package io.smarketing.daemon.serve.http;

import org.jspecify.annotations.NullMarked;
