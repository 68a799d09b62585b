/** The documents: people and intents as compact JSON. */
@NullMarked
package io.smarketing.store.text;

import org.jspecify.annotations.NullMarked;
