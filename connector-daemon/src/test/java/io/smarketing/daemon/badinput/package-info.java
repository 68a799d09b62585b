/** What a user is told, and what the sync does, when the input is bad: commands run in process against a sandbox. */
@NullMarked
package io.smarketing.daemon.badinput;

import org.jspecify.annotations.NullMarked;
