package io.smarketing.sandbox.portal.store;

import org.jspecify.annotations.Nullable;

/** One entry of a record's history, linked to the one before it whatever its slot. */
public record Change(
        short slot,
        String value,
        long at,
        Source source,
        @Nullable Change earlier) {}
