/** What a sandbox is filled with: data folders as CRMs export them, and the replay of their timelines. */
@NullMarked
package io.smarketing.sandbox.data;

import org.jspecify.annotations.NullMarked;
