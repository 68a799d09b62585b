package io.smarketing.sandbox.portal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a portal is born with: groups and properties, read from {@code born.txt} and {@code product.txt}. */
public final class Catalogue {

    private final PropertyLine lines;
    private final Map<ObjectType, Schema> schemas = new EnumMap<>(ObjectType.class);

    private Catalogue(Instant birth) {
        this.lines = new PropertyLine(birth);
        for (ObjectType type : ObjectType.values()) {
            Schema schema = new Schema(type);
            schemas.put(type, schema);
            String group = type.singular() + "information";
            schema.put(new Group(group, "Information", 0));
            // the three that every record has come first: their slots are fixed
            lines.add(schema, group, "hs_object_id|Record ID|number|number|ro,born");
            lines.add(schema, group, type.modified() + "|Last Modified Date|datetime|date|ro,born");
            lines.add(schema, group, type.created() + "|Create Date|datetime|date|ro,born");
        }
    }

    /** A portal's definitions; a bare one lacks what the product's admin would have added. */
    public static Map<ObjectType, Schema> born(Instant birth, boolean bare) {
        Catalogue catalogue = new Catalogue(birth);
        catalogue.read("born.txt");
        if (!bare) {
            for (ObjectType type : List.of(ObjectType.CONTACTS, ObjectType.COMPANIES, ObjectType.DEALS)) {
                Objects.requireNonNull(catalogue.schemas.get(type)).put(new Group("smarketing", "Smarketing", 1));
            }
            catalogue.read("product.txt");
        }
        return catalogue.schemas;
    }

    private void read(String resource) {
        List<ObjectType> types = List.of();
        String group = "";
        for (String line : text(resource).split("\n")) {
            if (line.startsWith("[")) {
                String[] head = line.substring(1, line.indexOf(']')).split(" in ");
                types = List.of(head[0].split(" ")).stream().map(ObjectType::of).toList();
                group = head.length > 1 ? head[1] : "";
            } else if (!line.isBlank() && !line.startsWith("#")) {
                for (ObjectType type : types) {
                    String heading = group.isEmpty() ? type.singular() + "information" : group;
                    lines.add(Objects.requireNonNull(schemas.get(type)), heading, line.strip());
                }
            }
        }
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
