/** What is remembered of one human across CRMs. */
@NullMarked
package io.smarketing.core.person;

import org.jspecify.annotations.NullMarked;
