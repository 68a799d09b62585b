package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.schema.ObjectType;

/** One end of an association: a record by type and id. */
public record End(ObjectType type, long id) {}
