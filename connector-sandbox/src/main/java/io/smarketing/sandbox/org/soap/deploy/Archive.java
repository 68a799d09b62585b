package io.smarketing.sandbox.org.soap.deploy;

import io.smarketing.sandbox.org.soap.metadata.Refused;
import io.smarketing.sandbox.org.soap.xml.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a package, by their paths, and what its {@code package.xml} names. */
record Archive(SortedMap<String, String> files, List<Component> components) {

    static final String MANIFEST = "package.xml";

    private static final int MOST_FILES = 10_000;
    private static final int MOST_BYTES = 39_000_000;

    static Archive read(String base64) throws Refused {
        SortedMap<String, String> files = new TreeMap<>();
        long bytes = 0;
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = zip.readNBytes(MOST_BYTES + 1);
                    bytes += content.length;
                    files.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
                }
                if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
                    throw new Refused("LIMIT_EXCEEDED", "Maximum size of request reached");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("INVALID_INPUT", "The package is no zip file");
        }
        Element manifest = Optional.ofNullable(files.get(MANIFEST))
                .flatMap(Element::parse)
                .filter(e -> e.name().equals("Package"))
                .orElseThrow(() -> new Refused("INVALID_INPUT", "No package.xml found"));
        return new Archive(files, components(manifest, files));
    }

    private static List<Component> components(Element manifest, SortedMap<String, String> files) {
        List<Component> components = new ArrayList<>();
        for (Element types : manifest.all("types")) {
            String type = types.text("name");
            for (Element member : types.all("members")) {
                components.add(Component.of(type, member.text().strip(), files));
            }
        }
        return components;
    }

    /** Files that no component of the manifest owns. */
    List<String> strays() {
        return files.keySet().stream()
                .filter(f -> !f.equals(MANIFEST))
                .filter(f -> components.stream().noneMatch(c -> c.files().containsKey(f)))
                .toList();
    }

    /** One thing that a package brings. */
    record Component(String type, String name, Map<String, String> files) {

        static final String BUNDLE = "LightningComponentBundle";
        static final String ACTION = "QuickAction";

        static Component of(String type, String name, SortedMap<String, String> all) {
            String path = switch (type) {
                case BUNDLE -> "lwc/" + name + "/";
                case ACTION -> "quickActions/" + name + ".quickAction";
                default -> type + "/" + name;
            };
            SortedMap<String, String> own = new TreeMap<>(all.tailMap(path));
            own.keySet().removeIf(file -> !file.startsWith(path));
            return new Component(type, name, own);
        }

        String title() {
            return type + " " + name;
        }

        /** Where the answer says that it stands. */
        String place() {
            return files.keySet().stream().findFirst().orElse("");
        }
    }
}
