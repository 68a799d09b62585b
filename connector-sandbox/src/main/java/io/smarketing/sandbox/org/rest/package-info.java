/** The org's REST resources: sign-in, describe, rows, collections, composite, query and limits. */
@NullMarked
package io.smarketing.sandbox.org.rest;

import org.jspecify.annotations.NullMarked;
