/** The configuration folder: YAML in, records out, all problems at once. */
@NullMarked
package io.smarketing.daemon.config;

import org.jspecify.annotations.NullMarked;
