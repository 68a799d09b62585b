package io.smarketing.simulation;

import static io.smarketing.simulation.Samples.ORG;
import static io.smarketing.simulation.Samples.PORTAL;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.CodecPlan;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.simulation.world.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping of companies, people and deals that point at one another, all of them both ways. */
final class Wholes {

    private static final String PORTAL_KEY = "smarketing_key";
    private static final String ORG_KEY = "Smarketing_Key__c";
    private static final MergePolicy NEWEST =
            new MergePolicy(Optional.empty(), Conflict.NEWEST, PORTAL, true, FirstMeeting.FAVOURED, false);
    private static final MergePolicy SALES =
            new MergePolicy(Optional.empty(), Conflict.PREFER, ORG, true, FirstMeeting.NEWEST, false);
    private static final Map<String, String> STAGES = Map.of(
            "Prospecting", "appointmentscheduled",
            "Qualification", "qualifiedtobuy",
            "Value Proposition", "presentationscheduled",
            "Id. Decision Makers", "decisionmakerboughtin",
            "Proposal/Price Quote", "contractsent",
            "Closed Won", "closedwon",
            "Closed Lost", "closedlost");

    private Wholes() {}

    static Setup setup() {
        Setup people = Samples.setup();
        return new Setup(
                PORTAL,
                ORG,
                Map.of(
                        Subject.COMPANIES, companies(),
                        Subject.PEOPLE, withCompany(people.mapping(Subject.PEOPLE)),
                        Subject.DEALS, deals()));
    }

    private static Mapping withCompany(Mapping people) {
        List<FieldRule> rules = new ArrayList<>(people.rules());
        Place portal = place("contact", "company." + PORTAL_KEY, Codecs.plain(), "");
        Place org = place("Contact", "Account." + ORG_KEY, Codecs.plain(), "");
        rules.add(rule("account", FieldType.TEXT, NEWEST, portal, org));
        return new Mapping(
                rules,
                people.lifecycle(),
                people.handoff(),
                people.own(),
                people.entry(),
                people.carriedDeletions(),
                people.assignments());
    }

    private static Mapping companies() {
        Two two = new Two("company", "Account");
        return two.mapping(List.of(
                two.rule("name", NEWEST, "name", "Name", "[not provided]"),
                rule(
                        "domain",
                        FieldType.TEXT,
                        NEWEST,
                        place("company", "domain", Codecs.domain(), ""),
                        place("Account", "Website", Codecs.domain(), "")),
                two.rule("phone", SALES, "phone", "Phone", ""),
                two.rule("city", NEWEST, "city", "BillingCity", "")));
    }

    private static Mapping deals() {
        Two two = new Two("deal", "Opportunity");
        Map<String, String> back =
                STAGES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return two.mapping(List.of(
                two.rule("name", NEWEST, "dealname", "Name", "[not provided]"),
                rule(
                        "amount",
                        FieldType.NUMBER,
                        SALES,
                        place("deal", "amount", Codecs.plain(), ""),
                        place("Opportunity", "Amount", Codecs.plain(), "")),
                rule(
                        "closeDate",
                        FieldType.DATE,
                        NEWEST,
                        place("deal", "closedate", Codecs.plain(), ""),
                        place("Opportunity", "CloseDate", Codecs.plain(), "2026-12-31")),
                rule(
                        "stage",
                        FieldType.PICKLIST,
                        SALES,
                        place("deal", "dealstage", Codecs.plain(), ""),
                        place("Opportunity", "StageName", Codecs.picklist(STAGES, back), "Prospecting")),
                two.rule("company", NEWEST, "company." + PORTAL_KEY, "Account." + ORG_KEY, ""),
                rule(
                        "people",
                        FieldType.MULTI_PICKLIST,
                        NEWEST,
                        place("deal", "contacts." + PORTAL_KEY, Codecs.plain(), ""),
                        place("Opportunity", "OpportunityContactRoles.Contact." + ORG_KEY, Codecs.plain(), ""))));
    }

    /** The record types of what has one in each CRM. */
    private record Two(String portal, String org) {

        FieldRule rule(String name, MergePolicy policy, String property, String field, String needed) {
            return Wholes.rule(
                    name,
                    FieldType.TEXT,
                    policy,
                    place(portal, property, Codecs.plain(), ""),
                    place(org, field, Codecs.plain(), needed));
        }

        Mapping mapping(List<FieldRule> rules) {
            Map<CrmId, Map<RecordType, FieldName>> keys = Map.of(
                    PORTAL, Map.of(new RecordType(portal), FieldName.of(PORTAL_KEY)),
                    ORG, Map.of(new RecordType(org), FieldName.of(ORG_KEY)));
            return Mapping.plain(rules, keys, Map.of(), Set.of());
        }
    }

    private static Place place(String type, String field, CodecPlan codec, String needed) {
        return new Place(
                Map.of(new RecordType(type), FieldName.of(field)),
                codec,
                Optional.of(needed).filter(n -> !n.isEmpty()));
    }

    private static FieldRule rule(String name, FieldType type, MergePolicy policy, Place portal, Place org) {
        return new FieldRule(FieldName.of(name), type, Map.of(PORTAL, portal, ORG, org), policy, "1", "mapping.yaml:1");
    }
}
