import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Holds both CRMs against each other over their own APIs. It uses nothing of the connector but the configuration files:
 * which fields belong together, which stage values and stamps. Records are paired by e-mail. It prints how many values
 * it compared and how many were unequal, per field, and ends with 1 if anything is unequal, missing or there twice.
 */
public final class CompareCrms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final Map<String, Object> connections;
    private final Map<String, Object> mapping;
    private final Map<String, Object> lifecycle;
    private final Map<String, long[]> counts = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    private CompareCrms(Path folder) throws IOException {
        this.folder = folder;
        this.connections = yaml("connections.yaml");
        this.mapping = yaml("mapping.yaml");
        this.lifecycle = yaml("lifecycle.yaml");
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("usage: compare CONFIG_DIR");
            System.exit(2);
        }
        System.exit(new CompareCrms(Path.of(args[0])).run());
    }

    private int run() throws Exception {
        List<Map<String, String>> contacts = hubspot();
        List<Map<String, String>> people = salesforce();
        Map<String, Map<String, String>> left = byEmail("HubSpot", contacts, "email");
        Map<String, Map<String, String>> right = byEmail("Salesforce", people, "Email");
        for (Map.Entry<String, Map<String, String>> one : left.entrySet()) {
            Map<String, String> other = right.get(one.getKey());
            if (other == null) {
                complaints.add("HubSpot contact " + one.getValue().get("hs_object_id") + " is not in Salesforce");
            } else {
                compare(one.getValue(), other);
            }
        }
        right.keySet().stream()
                .filter(e -> !left.containsKey(e))
                .forEach(e -> complaints.add(right.get(e).get("(type)") + " " + right.get(e).get("Id")
                        + " is not in HubSpot"));
        return report(left.size(), right.size());
    }

    private int report(int left, int right) {
        System.out.printf("people by e-mail: HubSpot %d, Salesforce %d%n", left, right);
        long unequal = 0;
        long compared = 0;
        for (Map.Entry<String, long[]> field : counts.entrySet()) {
            long[] c = field.getValue();
            System.out.printf("  %-28s compared %7d  set %7d  unequal %5d%n", field.getKey(), c[0], c[2], c[1]);
            compared += c[0];
            unequal += c[1];
        }
        complaints.stream().limit(20).forEach(c -> System.out.println("  " + c));
        System.out.printf("values compared %d, unequal %d; records missing or twice: %d%n", compared, unequal,
                complaints.size());
        return unequal == 0 && complaints.isEmpty() ? 0 : 1;
    }

    private void compare(Map<String, String> contact, Map<String, String> person) {
        String type = person.get("(type)");
        section(mapping, "fields").forEach((name, line) -> {
            Map<String, Object> field = asMap(line);
            String hubspot = place(field.get("hubspot"), "contact");
            String salesforce = place(field.get("salesforce"), type);
            if (hubspot != null && salesforce != null && !"owner".equals(field.get("type"))) {
                Object standIn = field.get("default");
                String a = contact.getOrDefault(hubspot, "");
                String b = person.getOrDefault(salesforce, "");
                boolean stands = a.isEmpty() && standIn != null && asMap(standIn).containsValue(b);
                count(name, a, stands ? "" : b, String.valueOf(field.getOrDefault("type", "text")));
            }
        });
        Map<String, Object> stageField = section(lifecycle, "stage-field");
        String a = contact.getOrDefault(String.valueOf(stageField.get("hubspot")), "");
        String b = person.getOrDefault(place(stageField.get("salesforce"), type), "");
        String stageA = "";
        String stageB = "";
        for (Map.Entry<String, Object> stage : section(lifecycle, "stages").entrySet()) {
            Map<String, Object> values = asMap(asMap(stage.getValue()).get("values"));
            stageA = a.equals(values.get("hubspot")) ? stage.getKey() : stageA;
            stageB = b.equals(values.get("salesforce")) ? stage.getKey() : stageB;
            Object stamps = asMap(stage.getValue()).get("stamps");
            if (stamps != null) {
                String s1 = contact.getOrDefault(String.valueOf(asMap(stamps).get("hubspot")), "");
                String s2 = person.getOrDefault(place(asMap(stamps).get("salesforce"), type), "");
                count("stamp " + stage.getKey(), s1, s2, "datetime");
            }
        }
        count("stage", stageA, stageB, "text");
    }

    private void count(String field, String a, String b, String type) {
        long[] c = counts.computeIfAbsent(field, f -> new long[3]);
        c[0]++;
        c[2] += a.isEmpty() ? 0 : 1;
        if (!normal(a, type).equals(normal(b, type))) {
            c[1]++;
        }
    }

    private static String normal(String value, String type) {
        String text = value.strip();
        if (type.equals("boolean")) {
            // one of the two cannot hold it as blank
            return String.valueOf(text.equals("true"));
        }
        if (text.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "e-mail" -> text.toLowerCase(Locale.ROOT);
            case "number" -> new BigDecimal(text).stripTrailingZeros().toPlainString();
            case "datetime" -> OffsetDateTime.parse(text.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            case "date" -> text.substring(0, Math.min(10, text.length()));
            case "phone" -> text.replaceAll("[^0-9+]", "");
            default -> text;
        };
    }

    private Map<String, Map<String, String>> byEmail(String crm, List<Map<String, String>> records, String field) {
        Map<String, Map<String, String>> byEmail = new LinkedHashMap<>();
        for (Map<String, String> record : records) {
            String email = record.getOrDefault(field, "").strip().toLowerCase(Locale.ROOT);
            if (!email.isEmpty() && byEmail.put(email, record) != null) {
                complaints.add(crm + " holds one address twice: " + record.getOrDefault("Id", record.get("hs_object_id")));
            }
        }
        return byEmail;
    }

    private List<Map<String, String>> hubspot() throws Exception {
        Map<String, Object> crm = asMap(section(connections, "crms").get("hubspot"));
        String base = setting(crm, "url", "https://api.hubapi.com");
        String token = setting(crm, "token", "");
        String properties = String.join(",", fields("hubspot", "contact"));
        List<Map<String, String>> contacts = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(base + "/crm/objects/2026-03/contacts?limit=100&properties=" + encoded(properties)
                    + (after.isEmpty() ? "" : "&after=" + encoded(after)), token);
            page.get("results").forEach(r -> contacts.add(flat(r.get("properties"), "contact")));
            after = page.path("paging").path("next").path("after").asText("");
        } while (!after.isEmpty());
        return contacts;
    }

    private List<Map<String, String>> salesforce() throws Exception {
        Map<String, Object> crm = asMap(section(connections, "crms").get("salesforce"));
        String form = "grant_type=client_credentials&client_id=" + encoded(setting(crm, "client-id", ""))
                + "&client_secret=" + encoded(setting(crm, "client-secret", ""));
        JsonNode login = send(HttpRequest.newBuilder(URI.create(setting(crm, "login-url", "") + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String base = login.get("instance_url").asText();
        String token = login.get("access_token").asText();
        List<Map<String, String>> people = new ArrayList<>();
        for (String type : List.of("Lead", "Contact")) {
            String where = type.equals("Lead") ? " WHERE IsConverted = false" : "";
            String soql = "SELECT Id," + String.join(",", fields("salesforce", type)) + " FROM " + type + where;
            String path = "/services/data/v66.0/query?q=" + encoded(soql);
            while (!path.isEmpty()) {
                JsonNode page = get(base + path, token);
                page.get("records").forEach(r -> people.add(flat(r, type)));
                path = page.path("nextRecordsUrl").asText("");
            }
        }
        return people;
    }

    private Set<String> fields(String crm, String type) {
        Set<String> fields = new LinkedHashSet<>();
        section(mapping, "fields").values().forEach(f -> add(fields, place(asMap(f).get(crm), type)));
        add(fields, place(section(lifecycle, "stage-field").get(crm), type));
        section(lifecycle, "stages").values().forEach(s -> {
            Object stamps = asMap(s).get("stamps");
            add(fields, stamps == null ? null : place(asMap(stamps).get(crm), type));
        });
        return fields;
    }

    private static void add(Set<String> fields, String name) {
        if (name != null) {
            fields.add(name);
        }
    }

    private static String place(Object place, String type) {
        if (place instanceof Map<?, ?> types) {
            Object named = types.get(type);
            return named == null ? null : named.toString();
        }
        return place == null ? null : place.toString();
    }

    private static Map<String, String> flat(JsonNode node, String type) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("(type)", type);
        node.properties().forEach(f -> {
            if (f.getValue().isObject()) {
                f.getValue().properties().forEach(inner ->
                        flat.put(f.getKey() + "." + inner.getKey(), inner.getValue().asText("")));
            } else {
                flat.put(f.getKey(), f.getValue().isNull() ? "" : f.getValue().asText(""));
            }
        });
        return flat;
    }

    private JsonNode get(String url, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).GET());
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        for (int tries = 0; ; tries++) {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body());
            }
            if (answer.statusCode() != 429 || tries > 20) {
                throw new IOException("HTTP " + answer.statusCode() + " from " + request.build().uri().getPath());
            }
            java.util.concurrent.TimeUnit.SECONDS.sleep(1);
        }
    }

    private String setting(Map<String, Object> crm, String name, String otherwise) throws IOException {
        String text = String.valueOf(crm.getOrDefault(name, otherwise));
        Matcher file = Pattern.compile("\\$\\{(file|env):([^}]+)}").matcher(text);
        if (!file.matches()) {
            return text;
        }
        return file.group(1).equals("env")
                ? System.getenv(file.group(2))
                : Files.readString(folder.resolve(file.group(2))).strip();
    }

    private Map<String, Object> yaml(String name) throws IOException {
        return asMap(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(folder.resolve(name))));
    }

    private static Map<String, Object> section(Map<String, Object> map, String key) {
        return map.get(key) == null ? Map.of() : asMap(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
