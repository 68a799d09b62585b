package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Dossier;
import io.smarketing.core.report.Dossier.FieldState;
import io.smarketing.core.report.Dossier.LineState;
import io.smarketing.core.report.Dossier.Reasons;
import io.smarketing.core.report.Dossier.Took;
import io.smarketing.core.sync.told.Told;
import io.smarketing.daemon.command.FieldWords;
import io.smarketing.daemon.command.Harmless;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A dossier as a person reads it in a terminal; whatever a lead typed is made harmless. */
final class DossierText {

    /** Longer values are cut: the rest is in the CRM. */
    private static final int LONGEST = 300;

    private final Subject subject;
    private final Dossier dossier;
    private final Collection<CrmId> crms;
    private final PrintWriter out;

    DossierText(Subject subject, Dossier dossier, Collection<CrmId> crms, PrintWriter out) {
        this.subject = subject;
        this.dossier = dossier;
        this.crms = crms;
        this.out = out;
    }

    void print() {
        Person person = dossier.person();
        out.println(
                noun() + " " + person.id() + (person.paused() ? ", paused: it does not meet the entry condition" : ""));
        line(2, "key     " + person.key());
        if (subject == Subject.PEOPLE) {
            line(2, "e-mail  " + person.email().map(Email::address).orElse("(none)"));
        }
        records();
        if (subject == Subject.PEOPLE) {
            stage(person.progress());
        }
        reasons();
        handoff();
        fields();
        parked();
        journal();
        out.println();
    }

    private String noun() {
        return switch (subject) {
            case COMPANIES -> "Company";
            case PEOPLE -> "Person";
            case DEALS -> "Deal";
        };
    }

    private void records() {
        heading("Records");
        for (Holding held : dossier.person().holdings().values()) {
            line(2, held.principal() + ": kept in step");
            held.others().forEach(o -> line(2, o + ": a further one, never written"));
        }
        dossier.tombstones().forEach(t -> line(2, t.ref() + ": deleted, or became another"));
    }

    private void stage(Progress progress) {
        heading("Stage: " + (progress.standing().isEmpty() ? "none yet" : progress.standing()));
        progress.pass()
                .detour()
                .ifPresent(d -> line(
                        2,
                        "out of the funnel since " + progress.pass().since() + ", had reached "
                                + (progress.stage().isEmpty() ? "no stage" : progress.stage())));
        if (progress.pass().number() > 1) {
            line(
                    2,
                    "pass " + progress.pass().number() + " through the funnel; what was before "
                            + progress.pass().since() + " does not count");
        }
        progress.stamps().forEach((stage, at) -> line(2, String.format("%-14s %s", stage, at)));
        dossier.person()
                .holdings()
                .forEach((crm, held) -> Optional.ofNullable(held.halves().get(Told.STAGE))
                        .ifPresent(h -> line(2, crm + " shows " + value(h.value()))));
    }

    private void reasons() {
        List<Reasons> some = dossier.reasons().stream()
                .filter(r -> !r.criteria().isEmpty() || !r.gate().isEmpty())
                .toList();
        if (some.isEmpty()) {
            return;
        }
        heading("What makes the stages, by the values below");
        for (Reasons reasons : some) {
            line(2, (reasons.isDetour() ? "detour " : "stage ") + reasons.name() + standing(reasons));
            reasons.criteria().forEach(l -> reason("", l));
            reasons.gate().forEach(l -> reason("gate, ", l));
        }
        line(2, "Criteria that hold act once: again when one of their values changes, never against a hand.");
    }

    private String standing(Reasons reasons) {
        Progress progress = dossier.person().progress();
        boolean here = progress.standing().equals(reasons.name());
        boolean all = !reasons.criteria().isEmpty()
                && reasons.criteria().stream().allMatch(l -> l.holds().orElse(true))
                && reasons.gate().stream().allMatch(l -> l.holds().orElse(true));
        if (here) {
            return all ? ": here, and all of it holds" : ": here, as a CRM told, or as it held then";
        }
        return progress.stamps().containsKey(reasons.name())
                ? ": reached " + progress.stamps().get(reasons.name())
                : "";
    }

    private void reason(String kind, LineState l) {
        String holds = l.holds().map(h -> h ? "yes" : "no ").orElse("?  ");
        line(4, holds + "  " + kind + l.name() + ": " + l.source());
        String inputs = l.inputs().entrySet().stream()
                .map(e -> e.getKey() + " = "
                        + e.getValue().map(DossierText::value).orElse("(known to the CRM alone)"))
                .collect(Collectors.joining(", "));
        line(9, inputs);
        l.fault().ifPresent(why -> line(9, "counts as not met, for it cannot be computed: " + why));
    }

    private void handoff() {
        Optional<View> view = dossier.person().progress().handover().view();
        if (dossier.handoff().isEmpty()
                && view.filter(v -> !v.grade().isEmpty() || !v.record().isEmpty())
                        .isEmpty()) {
            return;
        }
        heading("Handoff");
        dossier.handoff()
                .forEach((moment, took) -> line(
                        2, String.format("%-9s %s", moment.name().toLowerCase(Locale.ROOT), took.at()) + took(took)));
        dossier.person().progress().handover().verdictBy().ifPresent(j -> line(2, "verdict by " + j.address()));
        view.ifPresent(this::view);
    }

    /** What marketing knew then. */
    private void view(View view) {
        if (!view.grade().isEmpty()) {
            line(2, "grade " + view.grade());
        }
        if (!view.record().isEmpty()) {
            line(2, view.record());
        }
    }

    private static String took(Took took) {
        return took.wall()
                .map(w -> ", after " + Lasting.onTheWall(w)
                        + took.business()
                                .map(b -> " (" + Lasting.working(b) + " in business hours)")
                                .orElse(""))
                .orElse("");
    }

    private void fields() {
        heading("Fields, as each CRM held them when both were last in step");
        dossier.fields().stream().filter(f -> !isEmpty(f)).forEach(this::field);
        String empty = dossier.fields().stream()
                .filter(DossierText::isEmpty)
                .map(f -> f.rule().name().text())
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            line(2, "blank: " + empty);
        }
    }

    private static boolean isEmpty(FieldState field) {
        return field.notes().isEmpty()
                && field.halves().values().stream()
                        .allMatch(h -> h.value().isBlank() && marks(h, field).isEmpty());
    }

    private void field(FieldState field) {
        String conflict = FieldWords.conflict(field.rule().policy());
        String state = field.equal()
                .map(e -> e ? ", equal" : ", different")
                .orElse(field.halves().size() < 2 ? "" : ", whether equal is known to the CRMs alone");
        line(
                2,
                field.rule().name() + " (" + FieldWords.direction(field.rule(), crms)
                        + (conflict.isEmpty() ? "" : "; " + conflict) + ")" + state);
        Set<String> said = new LinkedHashSet<>();
        field.halves().forEach((crm, half) -> said.add(value(half.value()) + marks(half, field)));
        if (said.size() == 1 && field.halves().size() == 2) {
            line(4, "in both: " + said.iterator().next());
        } else {
            field.halves().forEach((crm, half) -> line(4, crm + ": " + value(half.value()) + marks(half, field)));
        }
        field.notes().stream().limit(3).forEach(n -> line(4, n.at() + " " + word(n.event()) + note(n)));
    }

    private static String marks(Half half, FieldState field) {
        return (half.standIn() ? ", a default of ours" : "")
                + (half.pending() ? ", as sent: not read back yet" : "")
                + (half.mapping().equals(field.rule().fingerprint()) ? "" : ", under another mapping: looked at again")
                + half.bounce()
                        .filter(b -> b.count() > 1)
                        .map(b -> ", undone " + (b.count() - 1) + " times since " + b.since())
                        .orElse("");
    }

    private void parked() {
        if (dossier.parked().isEmpty()) {
            return;
        }
        heading("Parked");
        dossier.parked().forEach(p -> {
            String field = p.field().map(f -> ", field " + f).orElse("");
            line(2, p.kind().word() + ": " + p.source() + " to " + p.target() + field + ", since " + p.at());
            line(4, p.sentence());
            line(4, p.kind().remedy());
        });
    }

    private void journal() {
        heading("What happened, the newest first");
        for (JournalLine l : dossier.journal()) {
            line(2, l.at() + " " + word(l.event()) + " in " + l.record() + note(l));
            if (!l.fields().isEmpty()) {
                line(4, l.fields().stream().map(FieldName::text).collect(Collectors.joining(", ")));
            }
        }
    }

    private static String note(JournalLine line) {
        return line.note().isEmpty() ? "" : " (" + line.note() + ")";
    }

    /** What happened, as a word. */
    static String word(Event event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String value(FieldValue value) {
        return value.isBlank() ? "(blank)" : '"' + Harmless.text(value.text(), LONGEST) + '"';
    }

    private void heading(String words) {
        out.println();
        out.println(Harmless.text(words));
    }

    private void line(int indent, String text) {
        out.println(" ".repeat(indent) + Harmless.text(text));
    }
}
