package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.store.Source;

/**
 * Where a write comes from.
 *
 * @param at the record clock's time of it
 * @param strict true where the admin's rules hold and dates are normalised
 * @param inside true for data files and people at the screen, false for the API
 */
public record Origin(Source source, long at, boolean strict, boolean inside) {}
