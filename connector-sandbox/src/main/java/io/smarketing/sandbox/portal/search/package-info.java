/** The search endpoint's language: filters, sorts and pages. */
@NullMarked
package io.smarketing.sandbox.portal.search;

import org.jspecify.annotations.NullMarked;
