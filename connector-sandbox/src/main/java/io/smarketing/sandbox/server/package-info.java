/** The two pretended CRMs as HTTP servers on loopback: requests, faults, the request log, the sandbox's own endpoints. */
@NullMarked
package io.smarketing.sandbox.server;

import org.jspecify.annotations.NullMarked;
