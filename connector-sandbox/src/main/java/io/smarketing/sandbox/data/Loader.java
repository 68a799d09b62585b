package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.Insider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Fills both CRMs from a data folder: first the fields that its columns need, then users, companies, people, deals. */
public final class Loader {

    /** What others refer to comes first; objects not named here follow in the order of their names. */
    private static final List<String> ORDER = List.of(
            "salesforce/User.csv",
            "salesforce/Account.csv",
            "salesforce/Contact.csv",
            "salesforce/Lead.csv",
            "salesforce/Campaign.csv",
            "salesforce/Opportunity.csv",
            "hubspot/owners.csv",
            "hubspot/companies.csv",
            "hubspot/contacts.csv",
            "hubspot/deals.csv");

    private final Crms crms;
    private final Instant start;
    private final CustomFields customs;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<BadRow> bad = new ArrayList<>();
    private boolean ownersFromUsers;

    public Loader(Crms crms, Instant start) {
        this.crms = crms;
        this.start = start;
        this.customs = new CustomFields(crms);
    }

    /** Loads everything; a SandboxProblem if a file cannot be read at all. */
    public Loaded load(DataFolder folder, Timeline timeline) {
        List<String> files = inOrder(folder);
        ownersFromUsers = !files.contains("hubspot/owners.csv");
        files.removeIf(file -> !isObject(file));
        files.forEach(file -> within(folder, file, table -> addFields(file, table.columns())));
        for (String file : files) {
            counts.put(file, 0);
            within(folder, file, table -> table.forEach(row -> load(file, row), bad::add));
        }
        bad.addAll(timeline.unreadable());
        return new Loaded(counts, bad, customs.people(), timeline.rows().size(), start);
    }

    private static List<String> inOrder(DataFolder folder) {
        List<String> files = new ArrayList<>(ORDER);
        files.retainAll(folder.names());
        folder.names().stream()
                .filter(name -> !files.contains(name) && !name.equals(Timeline.FILE))
                .forEach(files::add);
        return files;
    }

    private boolean isObject(String file) {
        boolean known = !insider(file).fields(object(file)).isEmpty();
        if (!known) {
            bad.add(new BadRow(file, "the sandbox has no object of that name; the file was left out"));
        }
        return known;
    }

    private static void within(DataFolder folder, String file, Consumer<CsvTable> work) {
        folder.open(file).ifPresent(table -> {
            try (table) {
                work.accept(table);
            }
        });
    }

    private void addFields(String file, List<String> columns) {
        if (isSalesforce(file)) {
            customs.salesforce(object(file), columns);
        } else {
            customs.hubspot(object(file), columns);
        }
    }

    private void load(String file, Row row) {
        String object = object(file);
        try {
            insider(file).create(object, values(file, row), start);
            counts.merge(file, 1, Integer::sum);
            if (object.equals("User") && ownersFromUsers) {
                crms.hubspot().create("owners", owner(row), start);
            }
        } catch (Insider.BadRow e) {
            bad.add(row.bad(row.withoutValues(e.getMessage())));
        }
    }

    private static Map<String, String> owner(Row user) {
        return Map.of("email", user.get("Email"), "firstName", user.get("FirstName"), "lastName", user.get("LastName"));
    }

    private Map<String, String> values(String file, Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            if (!value.isEmpty()) {
                values.put(isSalesforce(file) ? customs.salesforceField(object(file), column) : column, value);
            }
        });
        return values;
    }

    private Insider insider(String file) {
        return isSalesforce(file) ? crms.salesforce() : crms.hubspot();
    }

    private static boolean isSalesforce(String file) {
        return file.startsWith("salesforce/");
    }

    private static String object(String file) {
        return file.substring(file.indexOf('/') + 1, file.length() - ".csv".length());
    }
}
