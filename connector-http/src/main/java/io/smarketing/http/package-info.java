/** The one HTTP door for adapters: it sends, paces, retries, renews logins and reads JSON. */
@NullMarked
package io.smarketing.http;

import org.jspecify.annotations.NullMarked;
