package io.smarketing.sandbox.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes the sample that comes with the product; {@code main} writes it into the folder that it is given. People 1 to
 * 240 are HubSpot contacts, 61 to 110 of them Salesforce leads too (every second one with other values), 241 to 300
 * are leads only.
 */
final class SampleFiles {

    private static final int CONTACTS = 240;
    private static final int PEOPLE = 300;
    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");
    private static final List<String> TITLES =
            List.of("Head of Marketing", "Buyer", "Managing Director", "Sales Assistant", "IT Lead", "Student");
    private static final List<String> CITIES = List.of("Berlin", "Lyon", "Porto", "Austin", "Leeds", "Graz");
    private static final List<String> SOURCES = List.of("Web", "Partner Referral", "Phone Inquiry", "Other");
    private static final List<String> ORIGINS = List.of("PAID_SEARCH", "ORGANIC_SEARCH", "REFERRALS");
    private static final List<String> STAGES = List.of("subscriber", "lead", "lead", "marketingqualifiedlead");

    /** Values that break careless code, each in a field where a person could type it. */
    private static final Map<String, String> HOSTILE = Map.of(
            "7:lastname", "x' OR Name != '",
            "8:company", "<img src=x onerror=alert(1)>",
            "9:jobtitle", "=HYPERLINK(\"http://example.com\",\"open\")",
            "10:lastname", "\"Quoted\", with a comma; and a \\",
            "11:city", "${env:PATH} {{7*7}} %s %n",
            "13:company", "Beispiel Gr\u00f6\u00dfe \u682a\u5f0f\u4f1a\u793e \ud83d\ude42",
            "14:jobtitle", "@SUM(1+1)|cmd",
            "15:city", "no",
            "245:lastname", "O'Example-0245",
            "246:company", "Example & Sons <b>0246</b>");

    private final Random random = new Random(2026);

    private SampleFiles() {}

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, String> file : make().entrySet()) {
            Path path = Path.of(args[0]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** All files by name. */
    static Map<String, String> make() {
        SampleFiles sample = new SampleFiles();
        Map<String, String> files = new TreeMap<>();
        files.put("salesforce/User.csv", users());
        sample.people(files);
        files.put("timeline.csv", sample.timeline());
        return files;
    }

    private static String users() {
        StringBuilder csv = new StringBuilder("Username,Email,FirstName,LastName,Title,IsActive\n");
        for (int i = 1; i <= 3; i++) {
            csv.append(line(rep(i), rep(i), "Rep", "Example-0" + i, "Sales representative", "true"));
        }
        return csv.toString();
    }

    private void people(Map<String, String> files) {
        StringBuilder contacts = new StringBuilder("email,firstname,lastname,company,jobtitle,phone,city,campaign_code,"
                + "lifecyclestage,hs_analytics_source,hs_lifecyclestage_marketingqualifiedlead_date,createdate\n");
        StringBuilder leads = new StringBuilder("Email,FirstName,LastName,Company,Title,Phone,City,Campaign_Code__c,"
                + "LeadSource,Status,Owner.Email,CreatedDate\n");
        for (int i = 1; i <= PEOPLE; i++) {
            Words words = words(i);
            if (i <= CONTACTS) {
                contacts.append(contact(i, words));
            }
            if (i > CONTACTS || i > 60 && i <= 110) {
                leads.append(lead(i, i <= CONTACTS && i % 2 == 0 ? words.changed(any(TITLES)) : words));
            }
        }
        files.put("hubspot/contacts.csv", contacts.toString());
        files.put("salesforce/Lead.csv", leads.toString());
    }

    private Words words(int i) {
        return new Words(
                value(i, "lastname", "Example-%04d".formatted(i)),
                value(i, "company", "Example Company %04d".formatted(1 + i / 2)),
                value(i, "jobtitle", any(TITLES)),
                i % 5 == 0 ? "" : "+1202555%04d".formatted(i),
                value(i, "city", any(CITIES)),
                i % 3 == 0 ? "" : "spring-" + (1 + i % 4));
    }

    private String contact(int i, Words words) {
        String stage = any(STAGES);
        Instant created = created(i);
        Object mql = stage.startsWith("marketing") ? created.plus(Duration.ofDays(3)) : "";
        return line(email(i), "Lead", words, stage, origin(i), mql, created);
    }

    /** Where HubSpot says that somebody came from; nothing where Salesforce has a word of its own. */
    private static String origin(int person) {
        return person <= 60 ? ORIGINS.get(person % ORIGINS.size()) : "";
    }

    private String lead(int i, Words words) {
        Instant created = created(i).plus(Duration.ofHours(1));
        return line(email(i), "Lead", words, any(SOURCES), "Open - Not Contacted", rep(1 + i % 3), created);
    }

    private static Instant created(int person) {
        return FIRST.plus(Duration.ofHours(6L * person));
    }

    /** What both CRMs hold of one person, in the order of the columns. */
    private record Words(String last, String company, String title, String phone, String city, String code) {

        Words changed(String otherTitle) {
            return new Words(last, company + " Ltd", otherTitle, "", "Vienna", code);
        }

        List<String> cells() {
            return List.of(last, company, title, phone, city, code);
        }
    }

    private String timeline() {
        List<String> rows = new ArrayList<>();
        Instant at = LATER;
        for (int i = 20; i < 60; i += 2) {
            at = at.plus(Duration.ofMinutes(7));
            String hubspot = i % 4 == 0 ? "jobtitle" : "city";
            String salesforce = i % 4 == 0 ? "City" : "Title";
            rows.add(line(at, "hubspot", "contacts", email(i), "set", hubspot, "Changed in HubSpot " + i));
            rows.add(line(
                    at.plusSeconds(60), "salesforce", "Lead", email(i), "set", salesforce, "Changed in Salesforce"));
        }
        for (int i = 62; i < 68; i++) {
            at = at.plus(Duration.ofMinutes(11));
            rows.add(line(at, "hubspot", "contacts", email(i), "set", "jobtitle", "Earlier title " + i));
            rows.add(line(at.plusSeconds(90), "salesforce", "Lead", email(i), "set", "Title", "Later title " + i));
        }
        String born = "FirstName=Lead;LastName=Example-0301;Company=Example Company 0151";
        rows.add(line(at.plusSeconds(120), "salesforce", "Lead", email(301), "create", "", born));
        String filled = "firstname=Lead;lastname=Example-0302;company=Example Company 0152;lifecyclestage=lead";
        rows.add(line(at.plusSeconds(180), "hubspot", "contacts", email(302), "create", "", filled));
        for (int i = 1; i <= 10; i++) {
            at = at.plus(Duration.ofHours(2));
            deal(rows, at, i);
        }
        handoffs(rows);
        return "at,crm,object,key,action,field,value\n" + String.join("", rows);
    }

    /** Two people whom marketing hands over: sales takes the one, and sends the other back, who returns later. */
    private static void handoffs(List<String> rows) {
        String[] taken = {"salesforce", "Lead", email(303)};
        String[] back = {"salesforce", "Lead", email(304)};
        rows.add(line("2026-05-04T13:00:00Z", "hubspot", "contacts", email(303), "create", "", engaged(303, 85)));
        rows.add(line("2026-05-04T13:05:00Z", "hubspot", "contacts", email(304), "create", "", engaged(304, 55)));
        rows.add(row("2026-05-04T13:20:00Z", taken, "set", "Owner.Email", rep(1)));
        String ours = "Subject=Logged by an automation;Status=Completed;CreatedBy.Email=integration@example.com";
        rows.add(line("2026-05-04T13:30:00Z", "salesforce", "Task", email(303), "create", "", ours));
        rows.add(row("2026-05-04T13:31:00Z", taken, "await", "Smarketing_Assigned_At__c", "*"));
        rows.add(row("2026-05-04T14:00:00Z", back, "set", "Owner.Email", rep(2)));
        rows.add(row("2026-05-04T14:01:00Z", back, "await", "Smarketing_Assigned_At__c", "*"));
        String call = "Subject=First call;TaskSubtype=Call;Status=Completed;CreatedBy.Email=" + rep(1);
        rows.add(line("2026-05-04T15:00:00Z", "salesforce", "Task", email(303), "create", "", call));
        rows.add(row("2026-05-04T15:01:00Z", taken, "await", "Smarketing_First_Touch_At__c", "*"));
        rows.add(row("2026-05-04T15:30:00Z", taken, "set", "Smarketing_Rating__c", "4"));
        rows.add(row("2026-05-04T15:30:00Z", taken, "set", "Smarketing_Verdict__c", "accepted"));
        rows.add(row("2026-05-05T14:00:00Z", back, "set", "Smarketing_Reason__c", "too early"));
        rows.add(row("2026-05-05T14:00:00Z", back, "set", "Smarketing_Verdict__c", "rejected"));
        rows.add(row("2026-05-05T14:01:00Z", back, "await", "Smarketing_Stage__c", "Recycled"));
        rows.add(line("2026-05-20T09:00:00Z", "hubspot", "contacts", email(304), "set", "num_conversion_events", "3"));
        rows.add(row("2026-05-20T09:01:00Z", back, "await", "Smarketing_Stage__c", "MQL"));
    }

    private static String engaged(int i, int score) {
        return "firstname=Lead;lastname=Example-0%d;company=Example Company 0%d;".formatted(i, i / 2)
                + "jobtitle=Head of Marketing;numemployees=100-500;num_conversion_events=2;"
                + "hubspotscore=%d;hs_analytics_source=PAID_SEARCH;lifecyclestage=lead".formatted(score);
    }

    private static String row(String at, String[] record, String action, String field, String value) {
        return line(at, record[0], record[1], record[2], action, field, value);
    }

    /** One lead becomes a deal: of ten, five are won, one is lost, four stay open. */
    private static void deal(List<String> rows, Instant at, int i) {
        String key = email(i * 12);
        rows.add(line(at, "salesforce", "Lead", key, "set", "Owner.Email", rep(1 + i % 3)));
        rows.add(line(at.plusSeconds(30), "salesforce", "Lead", key, "convert", "", ""));
        Instant day = at.plus(Duration.ofDays(20L + i));
        rows.add(line(day, "salesforce", "Opportunity", key, "set", "Amount", 1000 * i));
        if (i <= 6) {
            String stage = i <= 5 ? "Closed Won" : "Closed Lost";
            rows.add(line(
                    day,
                    "salesforce",
                    "Opportunity",
                    key,
                    "set",
                    "CloseDate",
                    day.toString().substring(0, 10)));
            rows.add(line(day, "salesforce", "Opportunity", key, "set", "StageName", stage));
        }
    }

    private static String value(int person, String field, String usual) {
        return HOSTILE.getOrDefault(person + ":" + field, usual);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String email(int person) {
        return person == 12 ? "lead-0012'or'1@example.com" : "lead-%04d@example.com".formatted(person);
    }

    private static String rep(int number) {
        return "rep-0%d@example.com".formatted(number);
    }

    private static String line(Object... values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Words words) {
                words.cells().forEach(word -> cells.add(cell(word)));
            } else {
                cells.add(cell(value.toString()));
            }
        }
        return String.join(",", cells) + "\n";
    }

    private static String cell(String text) {
        return text.matches("(?s).*[\",\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
