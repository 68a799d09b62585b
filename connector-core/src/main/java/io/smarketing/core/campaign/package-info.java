/** What campaigns cost and what became of the people in them. */
@NullMarked
package io.smarketing.core.campaign;

import org.jspecify.annotations.NullMarked;
