package io.smarketing.salesforce.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.salesforce.soap.MetadataApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What reps see that is made of files: the Lightning web components, and the quick actions that open them. The files are
 * those of {@code src/main/sfdx}; the fields in them are those of the configuration.
 */
record SfdxPackage(List<Component> components) {

    static final String BUNDLE = "LightningComponentBundle";
    static final String ACTION = "QuickAction";

    private static final String ROOT = "/io/smarketing/salesforce/sfdx/";

    /** What each bundle consists of, beside its description. */
    private static final Map<String, List<String>> BUNDLES = new LinkedHashMap<>();

    static {
        BUNDLES.put("smarketingLead", List.of("js"));
        BUNDLES.put("smarketingAnswer", List.of("html", "js"));
        BUNDLES.put("smarketingCard", List.of("html", "js"));
        BUNDLES.put("smarketingVerdict", List.of("html", "js"));
    }

    private static final List<String> ACTIONS = List.of("Lead.Smarketing_Verdict", "Contact.Smarketing_Verdict");

    SfdxPackage {
        components = List.copyOf(components);
    }

    /**
     * One component.
     *
     * @param files their texts by their paths
     */
    record Component(String type, String name, Map<String, String> files) {

        Component {
            files = Map.copyOf(files);
        }
    }

    /** All of it, for the fields of that blueprint. */
    static SfdxPackage of(Blueprint blueprint) {
        List<Component> components = new ArrayList<>();
        BUNDLES.forEach((name, kinds) -> {
            Map<String, String> files = new LinkedHashMap<>();
            String path = "lwc/" + name + "/";
            kinds.forEach(kind -> add(files, path + name + "." + kind));
            add(files, path + name + ".js-meta.xml");
            if (name.equals("smarketingLead")) {
                files.put(path + "fields.js", CardFields.of(blueprint));
            }
            components.add(new Component(BUNDLE, name, files));
        });
        for (String name : ACTIONS) {
            String path = "quickActions/" + name + ".quickAction";
            components.add(new Component(ACTION, name, Map.of(path, text(path + "-meta.xml"))));
        }
        return new SfdxPackage(components);
    }

    private static void add(Map<String, String> files, String path) {
        files.put(path, text(path));
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(SfdxPackage.class.getResourceAsStream(ROOT + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, of these components only. */
    SfdxPackage only(Set<String> names) {
        return new SfdxPackage(
                components.stream().filter(c -> names.contains(c.name())).toList());
    }

    /** As the Metadata API takes it. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "package.xml", manifest());
            for (Component component : components) {
                for (Map.Entry<String, String> file : component.files().entrySet()) {
                    put(zip, file.getKey(), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String manifest() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<Package xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n");
        for (String type : List.of(BUNDLE, ACTION)) {
            List<Component> some =
                    components.stream().filter(c -> c.type().equals(type)).toList();
            if (!some.isEmpty()) {
                xml.append("  <types>\n");
                some.forEach(c -> xml.append("    <members>").append(c.name()).append("</members>\n"));
                xml.append("    <name>").append(type).append("</name>\n  </types>\n");
            }
        }
        return xml.append("  <version>")
                .append(MetadataApi.VERSION)
                .append("</version>\n</Package>\n")
                .toString();
    }
}
