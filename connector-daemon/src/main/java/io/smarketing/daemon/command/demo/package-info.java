/** The command that shows the main job on a sandbox. */
@NullMarked
package io.smarketing.daemon.command.demo;

import org.jspecify.annotations.NullMarked;
