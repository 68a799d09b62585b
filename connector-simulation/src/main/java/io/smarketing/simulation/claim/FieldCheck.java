package io.smarketing.simulation.claim;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.simulation.people.Links;
import io.smarketing.simulation.people.Story;
import io.smarketing.simulation.people.Typed;
import io.smarketing.simulation.people.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One field of one human, as both CRMs hold it at rest, held against all that was typed. */
final class FieldCheck {

    /** Edits that close to one another cannot be ordered: one CRM tells whole seconds only. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Words words;
    private final FieldRule rule;
    private final Pair pair;
    private final Side portal;
    private final Side org;
    private final Story story;
    private final boolean cleared;
    private final Supplier<List<JournalLine>> journal;

    private FieldCheck(
            Words words,
            FieldRule rule,
            Pair pair,
            Side portal,
            Side org,
            boolean cleared,
            Supplier<List<JournalLine>> journal) {
        this.words = words;
        this.rule = rule;
        this.pair = pair;
        this.portal = portal;
        this.org = org;
        this.story = pair.someone().story(rule.name());
        this.cleared = cleared;
        this.journal = journal;
    }

    /**
     * A check of a field; empty if it says nothing in one of the CRMs.
     *
     * @param cleared the engine empties it by itself when a new pass begins
     */
    static Optional<FieldCheck> of(
            Words words, FieldRule rule, Pair pair, boolean cleared, Supplier<List<JournalLine>> journal) {
        Optional<Side> portal = Side.of(words, pair.portal(), rule);
        Optional<Side> org = Side.of(words, pair.org(), rule);
        return portal.isPresent() && org.isPresent()
                ? Optional.of(new FieldCheck(words, rule, pair, portal.get(), org.get(), cleared, journal))
                : Optional.empty();
    }

    /** Throws what does not hold; the edits that fell between our read and our write. */
    List<Typed> check() {
        boolean differs = !isSame();
        if (differs && !mayDiffer()) {
            throw new Violation(
                    Claim.IN_STEP,
                    what() + " is '" + portal.neutral().text() + "' in " + portal.ref() + " and '"
                            + org.neutral().text() + "' in " + org.ref() + typed());
        }
        requireNoStandIn(portal, org);
        requireNoStandIn(org, portal);
        List<Typed> unseen = List.of();
        if (!pair.someone().isLoose() && !pointsAtLoose() && !differs) {
            unseen = story.typed().stream().filter(this::isUnseen).toList();
            story.typed().forEach(this::requireKept);
            requireTyped();
        }
        story.settle(differs ? Set.of(portal.neutral(), org.neutral()) : Set.of(value()));
        return unseen;
    }

    /** Who is deleted or merged takes links along, and a conversion makes one: what they are then, nobody typed. */
    private boolean pointsAtLoose() {
        return Links.isLink(portal.place())
                && (pair.someone().wasConverted()
                        || Stream.concat(Stream.of(portal.neutral(), org.neutral()), story.told())
                                .anyMatch(words.links()::isAnyLoose));
    }

    private String what() {
        return pair.someone() + "'s " + rule.name();
    }

    private String typed() {
        return story.typed().isEmpty() ? "; nobody typed anything" : "; typed: " + story.typed();
    }

    private boolean isSame() {
        return isSame(portal.neutral(), org.neutral())
                || wouldStay(portal, org.neutral())
                || wouldStay(org, portal.neutral());
    }

    private boolean isSame(FieldValue one, FieldValue other) {
        return words.isSame(rule, one, other);
    }

    private boolean wouldStay(Side side, FieldValue other) {
        return side.place().write(other) instanceof Coded.Value v && isSame(v.value(), side.held());
    }

    private FieldValue value() {
        return isStandIn(org, org.held()) ? portal.neutral() : org.neutral();
    }

    private boolean mayDiffer() {
        return isParked()
                || isFirstMeeting()
                || mayDiffer(portal, org)
                || mayDiffer(org, portal)
                || rule.policy().source().filter(this::hasDrifted).isPresent();
    }

    private boolean mayDiffer(Side one, Side other) {
        return one.cannotSay(other.neutral())
                || isFilledIn(one, other)
                || isKept(one, other)
                || words.links().isMissing(one.ref(), one.place(), other.ref().crm());
    }

    private boolean isParked() {
        return pair.parked().stream()
                .anyMatch(p -> p.field().isEmpty() || p.field().get().equals(rule.name()));
    }

    /** A record that needs a value was given one. */
    private boolean isFilledIn(Side blank, Side other) {
        return blank.neutral().isBlank() && isStandIn(other, other.held());
    }

    private boolean isStandIn(Side side, FieldValue value) {
        return side.place().standIn().filter(s -> isSame(s, value)).isPresent();
    }

    /** An emptied field does not empty the other. */
    private boolean isKept(Side blank, Side other) {
        return blank.neutral().isBlank() && other.keepsFromBlank(rule)
                || !other.place().isWritable();
    }

    /** Two populated records met, or a link that could not be told before: both may be left as they are. */
    private boolean isFirstMeeting() {
        boolean populated = pair.someone().wasMadeTwice() || Links.isLink(portal.place());
        boolean meeting = pair.someone().isLoose() || populated && isNotEditedSince();
        return meeting && rule.policy().onFirstSync() == FirstMeeting.LEAVE;
    }

    private boolean isNotEditedSince() {
        boolean first = !pair.someone().hasMet() || story.settled().isEmpty();
        return first || story.isLeftAlone() && story.typed().isEmpty();
    }

    /** A field with one direction was edited on its far side. */
    private boolean hasDrifted(CrmId source) {
        CrmId far = source.equals(portal.ref().crm())
                ? org.ref().crm()
                : portal.ref().crm();
        return story.last(far).isPresent()
                || story.isLeftAlone()
                        && story.last(source)
                                .filter(t -> !story.wasUndone(t, this::isSame))
                                .isEmpty()
                || pair.someone().isLoose()
                || pair.someone().wasConverted();
    }

    private boolean isUnseen(Typed one) {
        return isLast(one) && !holds(one) && one.isOverwrittenUnseen();
    }

    private boolean isLast(Typed one) {
        return story.last(one.ref().crm()).filter(t -> t == one).isPresent();
    }

    private boolean holds(Typed one) {
        return isSame(one.value(), value()) || wouldStay(portal, one.value()) || wouldStay(org, one.value());
    }

    private void requireKept(Typed one) {
        boolean fine = !isLast(one)
                || isElsewhere(one)
                || holds(one)
                || story.wasCarried(one.value(), this::isSame)
                || story.wasUndone(one, this::isSame)
                || story.wasInBoth(one, this::isSame)
                || one.isOverwrittenUnseen()
                || !rule.policy().carriesFrom(one.ref().crm())
                || isParked()
                || cleared && value().isBlank()
                // typed into a custom field of the lead, or carried there, and not brought to the contact
                || pair.someone().wasConverted() && (one.value().isBlank() || words.isDropped(org.place()))
                || one.value().isBlank() && !rule.policy().blankOverwrites()
                || one.value().isBlank()
                        && (!portal.place().takesBlank() || !org.place().takesBlank())
                || !pair.someone().hasMet() && pair.someone().wasMadeTwice();
        if (!fine) {
            requireBeaten(one);
        }
    }

    /** A further record of the same human is never kept in step. */
    private boolean isElsewhere(Typed one) {
        return pair.person()
                .in(one.ref().crm())
                .filter(h -> h.others().contains(pair.someone().now(one.ref())))
                .isPresent();
    }

    private void requireBeaten(Typed one) {
        boolean told = journal.get().stream()
                .anyMatch(l -> l.event() == Event.CONFLICT && l.fields().contains(rule.name()));
        if (!told) {
            throw new Violation(
                    Claim.NO_EDIT_LOST,
                    what() + " is '" + value().text() + "': " + one + " is in neither CRM" + typed());
        }
        if (rule.policy().source().isEmpty() && mustWin(one)) {
            throw new Violation(
                    Claim.NO_EDIT_LOST,
                    what() + " is '" + value().text() + "', although " + one
                            + " is on the side that is preferred, or was typed later" + typed());
        }
    }

    /**
     * Who was later can be told where both CRMs keep the history of the field; where one does not, the tie side may win. What
     * a trigger does is an edit, too.
     */
    private boolean mustWin(Typed one) {
        boolean favoured = rule.policy().favoured().equals(one.ref().crm());
        return switch (rule.policy().conflict()) {
            case PREFER -> favoured;
            case NEWEST ->
                isLater(one)
                        && !one.isLate()
                        && !words.isRewritten(rule)
                        && !pair.someone().wasConverted()
                        && (favoured || portal.tracked() && org.tracked());
            case PREFER_UNLESS_BLANK -> favoured && !one.value().isBlank();
        };
    }

    private boolean isLater(Typed one) {
        Side far = one.ref().crm().equals(portal.ref().crm()) ? org : portal;
        return story.last(far.ref().crm())
                .filter(t -> one.at().isAfter(t.at().plus(SHORTEST)))
                .isPresent();
    }

    /** What stands in for a value is none for the other CRM; but a conversion names accounts and opportunities so. */
    private void requireNoStandIn(Side side, Side other) {
        boolean byConversion =
                Set.of("Account", "Opportunity").contains(other.ref().type().name());
        if (!byConversion
                && isStandIn(other, side.neutral())
                && side.place().standIn().isEmpty()) {
            throw new Violation(
                    Claim.NO_EDIT_LOST, what() + " is '" + side.neutral().text() + "' in " + side.ref() + typed());
        }
    }

    /** A value that nobody typed since, and on which they did not agree before, comes from nowhere. */
    private void requireTyped() {
        boolean known = story.typed().stream().anyMatch(this::holds)
                || story.settled().stream().anyMatch(s -> isSame(s, value()))
                || pair.someone().wasConverted()
                || cleared && value().isBlank()
                || !pair.someone().hasMet();
        if (!known) {
            throw new Violation(
                    Claim.NO_EDIT_LOST,
                    what() + " is '" + value().text() + "', which nobody typed; it was "
                            + story.settled().stream().map(FieldValue::text).toList() + typed());
        }
    }
}
