/** What every adapter must do: the contract suites, and the lab that each adapter brings to be tried in. */
@NullMarked
package io.smarketing.testkit.crm.contract;

import org.jspecify.annotations.NullMarked;
