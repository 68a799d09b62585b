package io.smarketing.simulation;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.simulation.world.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping with a field of each kind and each policy. */
final class Samples {

    static final CrmId PORTAL = new CrmId("hubspot");
    static final CrmId ORG = new CrmId("salesforce");

    private static final RecordType PORTAL_CONTACT = new RecordType("contact");
    private static final RecordType LEAD = new RecordType("Lead");
    private static final RecordType CONTACT = new RecordType("Contact");
    private static final MergePolicy NEWEST =
            new MergePolicy(Optional.empty(), Conflict.NEWEST, PORTAL, true, FirstMeeting.FAVOURED, false);
    private static final MergePolicy SALES =
            new MergePolicy(Optional.empty(), Conflict.PREFER, ORG, true, FirstMeeting.NEWEST, false);
    private static final MergePolicy ONE_WAY =
            new MergePolicy(Optional.of(PORTAL), Conflict.NEWEST, PORTAL, true, FirstMeeting.LEAVE, false);
    private static final MergePolicy KEEPS =
            new MergePolicy(Optional.empty(), Conflict.PREFER_UNLESS_BLANK, ORG, false, FirstMeeting.LEAVE, false);

    private Samples() {}

    static Setup setup(CrmId... carriedDeletions) {
        List<FieldRule> rules = List.of(
                rule("email", FieldType.EMAIL, NEWEST, new Where("email", "Email", "Email", "")),
                rule("firstName", FieldType.TEXT, KEEPS, new Where("firstname", "FirstName", "FirstName", "")),
                rule(
                        "lastName",
                        FieldType.TEXT,
                        NEWEST,
                        new Where("lastname", "LastName", "LastName", "[not provided]")),
                rule(
                        "company",
                        FieldType.TEXT,
                        NEWEST,
                        new Where("company", "Company", "Account.Name", "[not provided]")),
                rule("title", FieldType.TEXT, NEWEST, new Where("jobtitle", "Title", "Title", "")),
                rule("phone", FieldType.TEXT, SALES, new Where("phone", "Phone", "Phone", "")),
                rule("city", FieldType.TEXT, NEWEST, new Where("city", "City", "MailingCity", "")),
                rule("country", FieldType.TEXT, ONE_WAY, new Where("country", "Country", "MailingCountry", "")),
                rule(
                        "revenue",
                        FieldType.NUMBER,
                        SALES,
                        new Where("annualrevenue", "AnnualRevenue", "Account.AnnualRevenue", "")),
                rule("owner", FieldType.OWNER, SALES, new Where("hubspot_owner_id", "OwnerId", "OwnerId", "")));
        Mapping mapping =
                new Mapping(rules, lifecycle(), Optional.empty(), own(), Map.of(), Set.of(carriedDeletions), Map.of());
        return new Setup(PORTAL, ORG, mapping);
    }

    /**
     * Where a field stands.
     *
     * @param needed what a new record in the org gets when there is no value
     */
    private record Where(String property, String lead, String contact, String needed) {}

    private static FieldRule rule(String name, FieldType type, MergePolicy policy, Where where) {
        Map<CrmId, Place> places = Map.of(
                PORTAL,
                new Place(Map.of(PORTAL_CONTACT, FieldName.of(where.property())), Codecs.plain(), Optional.empty()),
                ORG,
                new Place(
                        Map.of(LEAD, FieldName.of(where.lead()), CONTACT, FieldName.of(where.contact())),
                        Codecs.plain(),
                        Optional.of(where.needed()).filter(n -> !n.isEmpty())));
        return new FieldRule(FieldName.of(name), type, places, policy, "1", "mapping.yaml:1");
    }

    private static Lifecycle lifecycle() {
        return new Lifecycle(
                List.of(
                        stage("subscriber", 0, Optional.empty()),
                        stage("lead", 1, Optional.empty()),
                        stage("mql", 2, Optional.empty()),
                        stage("sql", 3, Optional.empty()),
                        stage("opportunity", 4, Optional.of(StageFact.OPPORTUNITY)),
                        stage("customer", 5, Optional.of(StageFact.WON_OPPORTUNITY))),
                List.of());
    }

    private static StageRule stage(String name, int order, Optional<StageFact> fact) {
        return new StageRule(new Stage(name, order), fact);
    }

    private static Map<CrmId, Map<RecordType, OwnFields>> own() {
        Map<String, String> portal = Map.of(
                "subscriber", "subscriber",
                "lead", "lead",
                "mql", "marketingqualifiedlead",
                "sql", "salesqualifiedlead",
                "opportunity", "opportunity",
                "customer", "customer");
        Map<String, String> org = Map.of(
                "subscriber", "Subscriber",
                "lead", "Lead",
                "mql", "MQL",
                "sql", "SQL",
                "opportunity", "Opportunity",
                "customer", "Customer");
        return Map.of(
                PORTAL,
                Map.of(
                        PORTAL_CONTACT,
                        own(PORTAL_CONTACT, "smarketing_key", "lifecyclestage", portal, "smarketing_%s_at")),
                ORG,
                Map.of(
                        LEAD, own(LEAD, "Smarketing_Key__c", "Smarketing_Stage__c", org, "Smarketing_%s_At__c"),
                        CONTACT, own(CONTACT, "Smarketing_Key__c", "Smarketing_Stage__c", org, "Smarketing_%s_At__c")));
    }

    private static OwnFields own(RecordType type, String key, String stage, Map<String, String> words, String stamp) {
        Map<String, FieldName> stamps = new LinkedHashMap<>();
        boolean upper = stamp.endsWith("c");
        words.keySet()
                .forEach(name -> stamps.put(name, FieldName.of(String.format(stamp, upper ? upper(name) : name))));
        return new OwnFields(
                type, FieldName.of(key), Optional.of(FieldName.of(stage)), words, stamps, HandoffFields.NONE);
    }

    private static String upper(String name) {
        return Set.of("mql", "sql").contains(name)
                ? name.toUpperCase(java.util.Locale.ROOT)
                : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
