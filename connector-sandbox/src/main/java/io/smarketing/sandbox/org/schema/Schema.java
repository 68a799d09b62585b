package io.smarketing.sandbox.org.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of the org. Born from {@code standard-objects.txt}; the caller guards concurrent use. */
public final class Schema {

    private static final int TEXT_LENGTH = 255;

    private static final List<String> COMMON = List.of(
            "Id id readonly idlookup",
            "IsDeleted boolean readonly",
            "CreatedDate datetime readonly",
            "CreatedById reference readonly >CreatedBy:User",
            "LastModifiedDate datetime readonly",
            "LastModifiedById reference readonly >LastModifiedBy:User",
            "SystemModstamp datetime readonly");

    private final Map<String, ObjectType> types = new LinkedHashMap<>();
    private final Map<String, ObjectType> byPrefix = new HashMap<>();

    /** A reference field of some object that points to an asked one. */
    public record Child(ObjectType type, Field field) {}

    /** @param productFields true if an admin has already made the product's own fields */
    public Schema(boolean productFields) {
        readObjects();
        if (productFields) {
            readProductFields();
        }
    }

    private void readProductFields() {
        List<ObjectType> on = new ArrayList<>();
        for (String line : lines("product-fields.txt")) {
            if (line.startsWith("on ")) {
                on.clear();
                Stream.of(line.split(" ")).skip(1).map(this::need).forEach(on::add);
            } else {
                on.forEach(type -> add(type, line));
            }
        }
    }

    private void readObjects() {
        ObjectType current = null;
        for (String line : lines("standard-objects.txt")) {
            if (line.startsWith("object ")) {
                current = begin(line.split(" "));
            } else if (current != null) {
                add(current, line);
            }
        }
    }

    private ObjectType begin(String[] words) {
        ObjectType type = new ObjectType(words[1], words[2], words[3]);
        List<String> lacking = Arrays.asList(words).subList(4, words.length);
        for (String line : COMMON) {
            if (lacking.contains("-" + line.substring(0, line.indexOf(' ')))) {
                type.skipSlot();
            } else {
                add(type, line);
            }
        }
        types.put(type.name().toLowerCase(Locale.ROOT), type);
        byPrefix.put(type.prefix(), type);
        return type;
    }

    /** Adds a field that is told as the schema's files tell it. */
    public void add(ObjectType type, String line) {
        type.add(FieldLine.read(line, type.width()));
    }

    /** Adds a custom text field; does nothing if the object has a field of that name. */
    public void addText(ObjectType type, String field) {
        if (type.field(field).isEmpty()) {
            add(type, field + " string(" + TEXT_LENGTH + ")");
        }
    }

    public Collection<ObjectType> types() {
        return types.values();
    }

    /** The object of that name, in any case. */
    public Optional<ObjectType> type(String name) {
        return Optional.ofNullable(types.get(name.toLowerCase(Locale.ROOT)));
    }

    /** An object that must be there: naming another is a mistake in our own code. */
    public ObjectType need(String name) {
        return type(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The object whose ids begin as this one does. */
    public Optional<ObjectType> ofId(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }

    /** All reference fields that point to this object. */
    public List<Child> children(ObjectType parent) {
        List<Child> children = new ArrayList<>();
        for (ObjectType type : types.values()) {
            for (Field field : type.fields()) {
                if (field.link().targets().contains(parent.name())) {
                    children.add(new Child(type, field));
                }
            }
        }
        return children;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
