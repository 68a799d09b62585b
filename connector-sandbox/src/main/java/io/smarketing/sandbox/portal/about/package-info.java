/** The endpoints that tell about the portal: properties, owners, pipelines, limits, the account, tokens. */
@NullMarked
package io.smarketing.sandbox.portal.about;

import org.jspecify.annotations.NullMarked;
