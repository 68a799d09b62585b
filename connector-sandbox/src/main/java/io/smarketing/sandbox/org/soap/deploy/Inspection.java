package io.smarketing.sandbox.org.soap.deploy;

import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.soap.deploy.Archive.Component;
import io.smarketing.sandbox.org.soap.xml.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the org has against a component.
 *
 * @param around all components that will be there, by title: those of the package and those that the org has
 */
record Inspection(Schema schema, Map<String, Component> around) {

    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s+['\"](\\./|c/)([A-Za-z0-9_./]+)['\"]");
    private static final Pattern TAG = Pattern.compile("<c-([a-z0-9-]+)");
    private static final Pattern NAME = Pattern.compile("[a-z](?:_?[A-Za-z0-9])*");

    Optional<String> problem(Component component) {
        if (component.files().isEmpty()) {
            return Optional.of("An object '" + component.name() + "' of type " + component.type()
                    + " was named in package.xml, but was not found in zipped directory");
        }
        return switch (component.type()) {
            case Component.BUNDLE -> bundle(component);
            case Component.ACTION -> action(component);
            default -> Optional.of("This sandbox does not take " + component.type() + " in a deployment");
        };
    }

    private Optional<String> bundle(Component bundle) {
        String path = "lwc/" + bundle.name() + "/" + bundle.name();
        if (!NAME.matcher(bundle.name()).matches()) {
            return Optional.of("The name of a component begins with a lower-case letter: " + bundle.name());
        }
        if (meta(bundle).isEmpty() || !bundle.files().containsKey(path + ".js")) {
            return Optional.of("Cannot find " + path + ".js and " + path + ".js-meta.xml");
        }
        return bundle.files().entrySet().stream()
                .flatMap(file -> missing(bundle, file.getKey(), file.getValue()))
                .findFirst();
    }

    /** What a file of a bundle asks for and nobody has. */
    private Stream<String> missing(Component bundle, String file, String text) {
        String folder = "lwc/" + bundle.name() + "/";
        if (file.endsWith(".html")) {
            return TAG.matcher(text)
                    .results()
                    .map(tag -> camel(tag.group(1)))
                    .filter(name -> !around.containsKey(Component.BUNDLE + " " + name))
                    .map(name -> "No MODULE named markup://c:" + name + " found");
        }
        Matcher imports = IMPORT.matcher(file.endsWith(".js") ? text : "");
        return imports.results()
                .filter(i -> i.group(1).equals("c/")
                        ? !around.containsKey(Component.BUNDLE + " " + i.group(2))
                        : !bundle.files().containsKey(folder + i.group(2) + ".js"))
                .map(i -> "LWC1011: Failed to resolve entry for module \"" + i.group(1) + i.group(2) + "\"");
    }

    private Optional<String> action(Component action) {
        Element told = Element.parse(action.files().get(action.place())).orElse(new Element("", "", "", List.of()));
        String object = action.name().replaceAll("\\..*", "");
        if (schema.type(object).isEmpty()) {
            return Optional.of("There is no object " + object);
        }
        if (!told.text("type").equals("LightningWebComponent")
                || told.text("label").isEmpty()) {
            return Optional.of("This sandbox takes actions of type LightningWebComponent that have a label");
        }
        Optional<Element> opened = Optional.ofNullable(
                        around.get(Component.BUNDLE + " " + told.text("lightningWebComponent")))
                .flatMap(Inspection::meta);
        boolean fits = opened.flatMap(m -> m.child("targets")).stream()
                .flatMap(t -> t.all("target").stream())
                .anyMatch(t -> t.text().strip().equals("lightning__RecordAction"));
        return fits
                ? Optional.empty()
                : Optional.of("The Lightning web component " + told.text("lightningWebComponent")
                        + " is not there, or is none for lightning__RecordAction");
    }

    private static Optional<Element> meta(Component bundle) {
        return Optional.ofNullable(bundle.files().get("lwc/" + bundle.name() + "/" + bundle.name() + ".js-meta.xml"))
                .flatMap(Element::parse)
                .filter(e -> e.name().equals(Component.BUNDLE))
                .filter(e ->
                        !e.text("apiVersion").isEmpty() && !e.text("isExposed").isEmpty());
    }

    private static String camel(String kebab) {
        return Pattern.compile("-(.)").matcher(kebab).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}
