package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lead.Email;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands around the promises: who made them, and for which goal. */
final class Frame {

    static final String PARTIES = "The parties";
    static final String EXCUSERS = "may-excuse";
    static final List<String> PARTY_KEYS = List.of("owner", "signs");
    static final List<String> GOAL_KEYS = List.of(
            "revenue", "currency", "per", "average-deal", "close-rate", "lead-to-opportunity", "from-marketing");
    static final List<String> CAMPAIGN_KEYS = List.of("objective", "owner", "until");

    private final List<Chapter.Entry> parties = new ArrayList<>();
    private final Map<Side, Email> sides = new EnumMap<>(Side.class);
    private final List<String> owners = new ArrayList<>();
    private final List<String> excusers;
    private final List<Chapter.Entry> goal = new ArrayList<>();
    private final List<Chapter.Entry> campaigns = new ArrayList<>();

    Frame(Section file) {
        excusers = file.texts(EXCUSERS);
        excusers.forEach(a -> checked(file, EXCUSERS, a));
        each(file, "parties", "party ", (name, s) -> {
            s.only(PARTY_KEYS).require("owner", "name the role's address, such as marketing@your-company.example");
            address(s, "owner");
            s.text("owner").ifPresent(owners::add);
            side(name).ifPresent(side -> s.text("owner").flatMap(Email::in).ifPresent(a -> sides.put(side, a)));
            parties.add(new Chapter.Entry(name, Facts.of(s)));
        });
        file.section("goal").ifPresent(this::goal);
        each(file, "campaigns", "campaign ", (name, s) -> {
            s.only(CAMPAIGN_KEYS).require("objective", "say what sales is to get out of it");
            address(s, "owner");
            campaigns.add(new Chapter.Entry(name, Facts.of(s)));
        });
    }

    private interface Read {
        void of(String name, Section section);
    }

    private static void each(Section file, String group, String called, Read read) {
        file.section(group).ifPresent(all -> {
            for (String name : all.keys()) {
                all.section(name, called + Words.quoted(name)).ifPresent(s -> read.of(name, s));
            }
        });
    }

    private static void address(Section section, String key) {
        section.text(key).ifPresent(a -> checked(section, key, a));
    }

    private static void checked(Section section, String key, String address) {
        if (Recipient.addressIn(address).isEmpty()) {
            section.valueProblem(key, Words.quoted(address) + " is no e-mail address", Optional.empty());
        }
    }

    /** With what follows from it: how many customers, opportunities and leads it takes. */
    private void goal(Section section) {
        section.only(GOAL_KEYS).require("revenue", "say how much, as a number");
        List<String> says = new ArrayList<>();
        long revenue = section.count("revenue").orElse(0);
        String per = section.text("per").map(p -> " a " + p).orElse("");
        says.add("revenue: " + String.format(java.util.Locale.ROOT, "%,d", revenue)
                + section.text("currency").map(c -> " " + c).orElse("") + per);
        section.text("currency")
                .filter(c -> Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(c)))
                .ifPresent(c -> section.valueProblem(
                        "currency",
                        Words.quoted(c) + " is no currency: use its three letters (ISO 4217), such as USD",
                        Optional.empty()));
        long deal = section.count("average-deal").orElse(0);
        double needed = deal == 0 ? 0 : (double) revenue / deal;
        Optional<Double> closed = section.percent("close-rate");
        Optional<Double> opened = section.percent("lead-to-opportunity");
        Optional<Double> share = section.percent("from-marketing");
        if (needed > 0) {
            says.add("customers" + per + ": " + up(needed) + ", at deals of "
                    + String.format(java.util.Locale.ROOT, "%,d", deal));
            closed.ifPresent(c ->
                    says.add("opportunities" + per + ": " + up(needed / c) + ", of which " + percent(c) + " are won"));
            if (closed.isPresent() && opened.isPresent()) {
                double leads = needed / closed.get() / opened.get();
                says.add("leads" + per + ": " + up(leads) + ", of which " + percent(opened.get())
                        + " become opportunities");
                share.ifPresent(
                        s -> says.add("of these from marketing: " + up(leads * s) + ", which is " + percent(s)));
            }
        }
        goal.add(new Chapter.Entry("revenue goal", says));
    }

    private static String up(double number) {
        return String.format(java.util.Locale.ROOT, "%,d", (long) Math.ceil(number - 1e-6));
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.0f%%", share * 100);
    }

    private static Optional<Side> side(String party) {
        return Arrays.stream(Side.values()).filter(s -> s.word().equals(party)).findFirst();
    }

    /** Who answers for what each side promised. */
    Map<Side, Email> sides() {
        return sides;
    }

    /** The addresses of those who promise. */
    List<String> owners() {
        return owners;
    }

    /** The addresses of those who may excuse a promise of sales. */
    List<String> excusers() {
        return excusers;
    }

    Chapter excuses() {
        return new Chapter(
                "Who may excuse what was not kept",
                excusers.stream().map(a -> new Chapter.Entry(a, List.of())).toList());
    }

    List<Chapter> before() {
        return List.of(new Chapter(PARTIES, parties), new Chapter("What both work for", goal));
    }

    Chapter campaigns() {
        return new Chapter("Campaigns and their sales objective", campaigns);
    }
}
