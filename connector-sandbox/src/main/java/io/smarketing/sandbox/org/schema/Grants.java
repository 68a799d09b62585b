package io.smarketing.sandbox.org.schema;

/** What a user may see and edit of the fields that need a permission. */
public interface Grants {

    boolean reads(ObjectType type, Field field);

    boolean edits(ObjectType type, Field field);
}
