/** What people did about contacts: who reached out first, and who edited last. */
@NullMarked
package io.smarketing.hubspot.activity;

import org.jspecify.annotations.NullMarked;
