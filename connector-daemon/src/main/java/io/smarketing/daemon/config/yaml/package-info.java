/** YAML as a tree that knows file, line and column of everything, and finds all that is wrong with it. */
@NullMarked
package io.smarketing.daemon.config.yaml;

import org.jspecify.annotations.NullMarked;
