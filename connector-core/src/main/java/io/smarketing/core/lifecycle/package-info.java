/** Which stage a person has reached, when, and which may follow. */
@NullMarked
package io.smarketing.core.lifecycle;

import org.jspecify.annotations.NullMarked;
