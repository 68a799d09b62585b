package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Progress;
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
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A dossier as a person reads it in a terminal; whatever a lead typed is made harmless. */
final class DossierText {

    /** Longer values are cut: the rest is in the CRM. */
    private static final int LONGEST = 300;

    private final Dossier dossier;
    private final Collection<CrmId> crms;
    private final PrintWriter out;

    DossierText(Dossier dossier, Collection<CrmId> crms, PrintWriter out) {
        this.dossier = dossier;
        this.crms = crms;
        this.out = out;
    }

    void print() {
        Person person = dossier.person();
        out.println("Person " + person.id() + (person.paused() ? ", paused: it does not meet the entry condition" : ""));
        line(2, "key     " + person.key());
        line(2, "e-mail  " + person.email().map(Email::address).orElse("(none)"));
        records();
        stage(person.progress());
        reasons();
        handoff();
        fields();
        parked();
        journal();
        out.println();
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
                .ifPresent(d -> line(2, "out of the funnel since " + progress.pass().since() + ", had reached "
                        + (progress.stage().isEmpty() ? "no stage" : progress.stage())));
        if (progress.pass().number() > 1) {
            line(2, "pass " + progress.pass().number() + " through the funnel; what was before "
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
            line(2, (reasons.isDetour() ? "detour " : "stage ") + reasons.name());
            reasons.criteria().forEach(l -> reason("criterion", l));
            reasons.gate().forEach(l -> reason("gate", l));
        }
        line(2, "Criteria that hold act once: again when one of their values changes, never against a hand.");
    }

    private void reason(String kind, LineState l) {
        String holds = l.holds().map(h -> h ? "yes" : "no").orElse("not known without asking the CRM");
        line(4, kind + " '" + l.name() + "': " + holds);
        line(6, l.source());
        l.inputs()
                .forEach((name, value) -> line(
                        6,
                        name + " = "
                                + value.map(DossierText::value).orElse("(not known without asking the CRM)")));
    }

    private void handoff() {
        if (dossier.handoff().isEmpty()) {
            return;
        }
        heading("Handoff");
        dossier.handoff()
                .forEach((moment, took) -> line(
                        2, String.format("%-9s %s", moment.name().toLowerCase(Locale.ROOT), took.at()) + took(took)));
        dossier.person()
                .progress()
                .handover()
                .judge()
                .ifPresent(j -> line(2, "verdict by " + j.address()));
    }

    private static String took(Took took) {
        return took.wall()
                .map(w -> ", after " + words(w)
                        + took.business()
                                .map(b -> " (" + words(b) + " in business hours)")
                                .orElse(""))
                .orElse("");
    }

    private static String words(Duration time) {
        long minutes = time.toMinutes();
        return (minutes >= 60 ? minutes / 60 + " h " : "") + minutes % 60 + " min";
    }

    private void fields() {
        heading("Fields, as each CRM held them when both were last in step");
        for (FieldState field : dossier.fields()) {
            String way = FieldWords.direction(field.rule(), crms);
            String conflict = FieldWords.conflict(field.rule().policy());
            String state = field.equal()
                    .map(e -> e ? ", equal" : ", different")
                    .orElse(field.halves().size() < 2 ? "" : ", equal or not is known to the CRM alone");
            line(2, field.rule().name() + " (" + way + (conflict.isEmpty() ? "" : "; " + conflict) + ")" + state);
            if (field.halves().isEmpty()) {
                line(4, "never in step yet");
            }
            field.halves().forEach((crm, half) -> line(4, crm + " " + value(half.value()) + marks(half, field)));
            field.notes().stream().limit(3).forEach(n -> line(4, n.at() + " " + word(n.event()) + note(n)));
        }
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
            String fields = l.fields().isEmpty()
                    ? ""
                    : ": " + l.fields().stream().map(FieldName::text).collect(Collectors.joining(", "));
            line(2, l.at() + " " + word(l.event()) + " " + name(l.record()) + fields + note(l));
        }
    }

    private static String name(RecordRef ref) {
        return "in " + ref.crm() + " " + ref.type() + " " + ref.id();
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
