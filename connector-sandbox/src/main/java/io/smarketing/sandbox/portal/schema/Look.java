package io.smarketing.sandbox.portal.schema;

/** How people meet a property: the part of its definition that may be changed at any time. */
public record Look(String label, String group, String fieldType, String description, int displayOrder) {}
