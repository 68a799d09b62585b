/** Deployments: packages of files that the org checks and takes as a whole. */
@NullMarked
package io.smarketing.sandbox.org.soap.deploy;

import org.jspecify.annotations.NullMarked;
