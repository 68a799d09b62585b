/** One mapped field as the file words it: where it stands, which way it goes, and how its values change. */
@NullMarked
package io.smarketing.daemon.config.field;

import org.jspecify.annotations.NullMarked;
