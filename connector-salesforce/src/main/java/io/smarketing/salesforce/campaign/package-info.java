/** What an org tells of its campaigns. */
@NullMarked
package io.smarketing.salesforce.campaign;

import org.jspecify.annotations.NullMarked;
