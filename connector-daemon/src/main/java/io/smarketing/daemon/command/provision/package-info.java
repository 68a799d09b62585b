/** The command {@code provision}: makes what the connector needs in the CRMs. */
@NullMarked
package io.smarketing.daemon.command.provision;

import org.jspecify.annotations.NullMarked;
