/** What an org's objects and fields are: types, lengths, links between objects and who may see a field. */
@NullMarked
package io.smarketing.sandbox.org.schema;

import org.jspecify.annotations.NullMarked;
