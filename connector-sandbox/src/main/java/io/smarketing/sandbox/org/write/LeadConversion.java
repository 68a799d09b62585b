package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a lead into an account, a contact and an opportunity, in one stamp. */
public final class LeadConversion {

    private static final Map<String, String> TO_CONTACT = Map.ofEntries(
            Map.entry("FirstName", "FirstName"),
            Map.entry("LastName", "LastName"),
            Map.entry("Salutation", "Salutation"),
            Map.entry("Title", "Title"),
            Map.entry("Email", "Email"),
            Map.entry("Phone", "Phone"),
            Map.entry("MobilePhone", "MobilePhone"),
            Map.entry("Fax", "Fax"),
            Map.entry("LeadSource", "LeadSource"),
            Map.entry("HasOptedOutOfEmail", "HasOptedOutOfEmail"),
            Map.entry("DoNotCall", "DoNotCall"),
            Map.entry("Description", "Description"),
            Map.entry("Street", "MailingStreet"),
            Map.entry("City", "MailingCity"),
            Map.entry("State", "MailingState"),
            Map.entry("PostalCode", "MailingPostalCode"),
            Map.entry("Country", "MailingCountry"));

    private static final Map<String, String> TO_ACCOUNT = Map.ofEntries(
            Map.entry("Company", "Name"),
            Map.entry("Industry", "Industry"),
            Map.entry("Rating", "Rating"),
            Map.entry("Phone", "Phone"),
            Map.entry("Website", "Website"),
            Map.entry("AnnualRevenue", "AnnualRevenue"),
            Map.entry("NumberOfEmployees", "NumberOfEmployees"),
            Map.entry("LeadSource", "AccountSource"),
            Map.entry("Street", "BillingStreet"),
            Map.entry("City", "BillingCity"),
            Map.entry("State", "BillingState"),
            Map.entry("PostalCode", "BillingPostalCode"),
            Map.entry("Country", "BillingCountry"));

    private final Store store;
    private final Records records;
    private final Deletion deletion;
    private final Switches switches;
    private final ConversionMap map;

    public LeadConversion(Store store, Records records, Deletion deletion, Switches switches, ConversionMap map) {
        this.map = map;
        this.store = store;
        this.records = records;
        this.deletion = deletion;
        this.switches = switches;
    }

    /**
     * What a conversion is told; an empty text stands for "choose".
     *
     * @param accountId an account to use instead of a new one
     * @param contactId a contact to use instead of a new one: only its blanks are filled
     */
    public record Wish(
            String status,
            String accountId,
            String contactId,
            String ownerId,
            boolean opportunity,
            String opportunityName) {

        /** Everything new, everything chosen. */
        public static final Wish ANY = new Wish("", "", "", "", true, "");
    }

    /** What a lead became; no opportunity is an empty text. */
    public record Converted(String accountId, String contactId, String opportunityId) {}

    public Converted convert(Row lead, Wish wish, Actor by) throws OrgError {
        if (lead.deleted()) {
            throw OrgError.bad("ENTITY_IS_DELETED", "entity is deleted");
        }
        if (lead.flag("IsConverted")) {
            throw OrgError.bad("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        String status = status(wish);
        String owner = owner(lead, wish, by);
        Row account = wish.accountId().isEmpty()
                ? copy(lead, "Account", TO_ACCOUNT, owner, by)
                : existing("Account", wish.accountId());
        Row contact = wish.contactId().isEmpty() ? newContact(lead, account, owner, by) : filled(lead, wish, by);
        Optional<Row> opportunity =
                wish.opportunity() ? Optional.of(newOpportunity(lead, account, contact, wish, by)) : Optional.empty();
        Converted converted = new Converted(
                account.id(), contact.id(), opportunity.map(Row::id).orElse(""));
        close(lead, status, converted, by);
        for (String activity : List.of("Task", "Event")) {
            ObjectType type = store.schema().need(activity);
            deletion.move(new Schema.Child(type, type.need("WhoId")), lead, contact, by);
        }
        return converted;
    }

    private String status(Wish wish) throws OrgError {
        Optional<Row> status = store.table("LeadStatus").all().stream()
                .filter(s -> s.flag("IsConverted"))
                .filter(s -> wish.status().isEmpty() || s.text("ApiName").equals(wish.status()))
                .findFirst();
        return status.map(s -> s.text("ApiName"))
                .orElseThrow(() -> OrgError.bad("INVALID_STATUS", "invalid convertedStatus: " + wish.status()));
    }

    /** A contact cannot belong to a queue. */
    private String owner(Row lead, Wish wish, Actor by) throws OrgError {
        if (!wish.ownerId().isEmpty()) {
            return existing("User", wish.ownerId()).id();
        }
        if (lead.text("OwnerId").startsWith(store.schema().need("User").prefix())) {
            return lead.text("OwnerId");
        }
        if (by.api()) {
            throw OrgError.bad(
                    "FIELD_INTEGRITY_EXCEPTION", "a queue's lead is converted with an ownerId only", "OwnerId");
        }
        return by.userId();
    }

    private Row existing(String type, String id) throws OrgError {
        return store.row(id)
                .filter(r -> r.type().name().equals(type) && !r.deleted())
                .orElseThrow(() -> OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    private Row copy(Row lead, String type, Map<String, String> fields, String owner, Actor by) {
        return records.keepNew(
                filled(lead, Draft.fresh(store.schema().need(type)), fields).set("OwnerId", owner), by);
    }

    private static Draft filled(Row lead, Draft draft, Map<String, String> fields) {
        fields.forEach((from, to) -> {
            Object held = draft.get(to);
            Object told = lead.get(lead.type().need(from));
            if (told != null && (held == null || held.equals(false))) {
                draft.set(to, told);
            }
        });
        return draft;
    }

    private Row newContact(Row lead, Row account, String owner, Actor by) {
        Draft draft = filled(lead, Draft.fresh(store.schema().need("Contact")), TO_CONTACT);
        customFields(lead, draft);
        draft.set("AccountId", account.id()).set("OwnerId", owner);
        return records.keepNew(draft, by);
    }

    private Row filled(Row lead, Wish wish, Actor by) throws OrgError {
        Row contact = existing("Contact", wish.contactId());
        Draft draft = filled(lead, Draft.of(contact), TO_CONTACT);
        draft.set("LeadSource", contact.get(contact.type().need("LeadSource")));
        customFields(lead, draft);
        records.keep(contact, draft, by);
        return contact;
    }

    /** As an admin's field mapping does; {@code conversion-drops-fields} is an org without one. */
    private void customFields(Row lead, Draft contact) {
        if (switches.on("conversion-drops-fields")) {
            return;
        }
        map.pairs().forEach((from, to) -> {
            Field target = contact.type().need(to);
            if (contact.get(target) == null) {
                contact.set(target, lead.get(lead.type().need(from)));
            }
        });
    }

    private Row newOpportunity(Row lead, Row account, Row contact, Wish wish, Actor by) {
        LocalDate day = LocalDate.parse(Stamp.dayOf(by.seconds()));
        LocalDate quarterEnd = day.withDayOfMonth(1)
                .withMonth((day.getMonthValue() + 2) / 3 * 3)
                .plusMonths(1)
                .minusDays(1);
        Draft draft = Draft.fresh(store.schema().need("Opportunity"));
        String name = wish.opportunityName().isEmpty() ? lead.text("Company") : wish.opportunityName();
        draft.set(
                "Name",
                name.substring(
                        0,
                        Math.min(name.length(), draft.type().need("Name").size().length())));
        draft.set("AccountId", account.id())
                .set("OwnerId", contact.get(contact.type().need("OwnerId")));
        draft.set("StageName", "Prospecting").set("CloseDate", quarterEnd.toString());
        draft.set("LeadSource", lead.get(lead.type().need("LeadSource")));
        Row opportunity = records.keepNew(draft, by);
        records.addRole(opportunity, contact.id(), by);
        return opportunity;
    }

    private void close(Row lead, String status, Converted converted, Actor by) {
        Draft draft = Draft.of(lead);
        draft.set("Status", status).set("IsConverted", true).set("ConvertedDate", Stamp.dayOf(by.seconds()));
        draft.set("ConvertedAccountId", converted.accountId()).set("ConvertedContactId", converted.contactId());
        draft.set("ConvertedOpportunityId", converted.opportunityId().isEmpty() ? null : converted.opportunityId());
        records.keep(lead, draft, by, switches.on("convert-keeps-stamp"));
    }
}
