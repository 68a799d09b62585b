package io.smarketing.core.sla.terms;

import io.smarketing.core.crm.record.CrmId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom something is told, and how.
 *
 * @param to the CRM of a task, the address of an e-mail; nothing for the webhook, of which there is one
 */
public record Recipient(Way way, String to) implements Comparable<Recipient> {

    /** Whatever listens to the webhook. */
    public static final Recipient WEBHOOK = new Recipient(Way.WEBHOOK, "");

    private static final String WORD = "[^\\s@<>(),;:\"\\\\.\\[\\]\\p{Cntrl}]+";
    private static final String LABEL = "[\\p{L}\\p{N}-]+";
    private static final Pattern ADDRESS =
            Pattern.compile(WORD + "(?:\\." + WORD + ")*@" + LABEL + "(?:\\." + LABEL + ")*");
    private static final Comparator<Recipient> ORDER =
            Comparator.comparing(Recipient::way).thenComparing(Recipient::to);

    /** How somebody is told. */
    public enum Way {
        /** By a task for the owner of the record. */
        TASK,
        EMAIL,
        WEBHOOK;

        /** As files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The owner of the record in that CRM. */
    public static Recipient ownerIn(CrmId crm) {
        return new Recipient(Way.TASK, crm.name());
    }

    /** Whoever reads what is sent to that address. */
    public static Recipient address(String address) {
        return new Recipient(Way.EMAIL, address);
    }

    /** The same; empty if the text is no one address. */
    public static Optional<Recipient> addressIn(String text) {
        return Optional.of(text).filter(t -> ADDRESS.matcher(t).matches()).map(Recipient::address);
    }

    @Override
    public int compareTo(Recipient other) {
        return ORDER.compare(this, other);
    }
}
