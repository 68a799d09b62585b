package io.smarketing.sandbox.portal.schema;

/** One choice of an enumeration: what is stored (value) and what people see (label). */
public record Option(String label, String value, String description, int displayOrder, boolean hidden) {}
