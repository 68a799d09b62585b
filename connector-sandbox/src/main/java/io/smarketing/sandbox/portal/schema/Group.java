package io.smarketing.sandbox.portal.schema;

/** A heading under which properties stand. */
public record Group(String name, String label, int displayOrder) {}
