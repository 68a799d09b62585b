package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldLinesTest {

    private static final CrmId HUBSPOT = new CrmId("hubspot");
    private static final CrmId SALESFORCE = new CrmId("salesforce");
    private static final String ROOT = "key: {hubspot: smarketing_key, salesforce: Smarketing_Key__c}\nfields:\n";

    @TempDir
    private Path folder;

    private Configuration configuration(String lines) {
        Fixtures.good(folder);
        Fixtures.write(folder.resolve("mapping.yaml"), ROOT + lines);
        try {
            return Fixtures.folder(folder).read();
        } catch (InvalidConfiguration e) {
            throw new AssertionError(e);
        }
    }

    private FieldRule rule(String line) {
        return configuration("  f: {" + line + "}\n").mapping().rules().get(0);
    }

    private MergePolicy policy(String more) {
        return rule("hubspot: f, salesforce: F__c" + more).policy();
    }

    @Test
    void a_line_with_two_names_goes_both_ways_and_the_newest_edit_wins() {
        assertThat(policy(""))
                .isEqualTo(
                        new MergePolicy(Optional.empty(), Conflict.NEWEST, HUBSPOT, true, FirstMeeting.LEAVE, false));
    }

    @Test
    void one_direction_names_its_source() {
        assertThat(policy(", direction: salesforce to hubspot, enforce: true"))
                .isEqualTo(new MergePolicy(
                        Optional.of(SALESFORCE), Conflict.NEWEST, SALESFORCE, true, FirstMeeting.LEAVE, true));
    }

    @Test
    void the_favoured_side_is_the_preferred_one_the_tie_or_the_winner_of_the_first_meeting() {
        assertThat(policy(", conflict: prefer salesforce unless blank, blank: keeps"))
                .isEqualTo(new MergePolicy(
                        Optional.empty(), Conflict.PREFER_UNLESS_BLANK, SALESFORCE, false, FirstMeeting.LEAVE, false));
        assertThat(policy(", tie: salesforce, on-first-sync: newest").favoured())
                .isEqualTo(SALESFORCE);
        assertThat(policy(", on-first-sync: salesforce"))
                .isEqualTo(new MergePolicy(
                        Optional.empty(), Conflict.NEWEST, SALESFORCE, true, FirstMeeting.FAVOURED, false));
    }

    @Test
    void the_fingerprint_tells_what_decides_values_and_not_who_wins() {
        String plain = rule("hubspot: f, salesforce: F__c").fingerprint();
        assertThat(rule("salesforce: {Lead: F__c, Contact: F__c}, hubspot: f, conflict: prefer hubspot")
                        .fingerprint())
                .isEqualTo(plain);
        assertThat(rule("hubspot: f, salesforce: F__c, type: number").fingerprint())
                .isNotEqualTo(plain);
        assertThat(rule("hubspot: f, salesforce: {Lead: F__c}").fingerprint()).isNotEqualTo(plain);
        assertThat(rule("hubspot: f, salesforce: F__c, codec: lower").fingerprint())
                .isNotEqualTo(plain);
        assertThat(rule("hubspot: f, salesforce: F__c, default: {salesforce: x}")
                        .fingerprint())
                .isNotEqualTo(plain);
        assertThat(rule("hubspot: f, salesforce: F__c, direction: hubspot to salesforce")
                        .fingerprint())
                .isNotEqualTo(plain);
    }

    @Test
    void a_rule_names_the_line_it_stands_in() {
        assertThat(rule("hubspot: f, salesforce: F__c").line()).endsWith("mapping.yaml:3");
    }

    @Test
    void anchors_may_repeat_what_is_the_same() {
        Configuration c = configuration("  a: {hubspot: a, salesforce: A__c, codec: &p {phone-e164: {region: US}}}\n"
                + "  b: {hubspot: b, salesforce: B__c, codec: *p}\n");
        assertThat(c.mapping().rules()).hasSize(2);
    }

    @Test
    void entry_conditions_name_the_line_that_fails() {
        Configuration c = configuration("  email: {hubspot: email, salesforce: Email}\n"
                + "  score: {type: number, hubspot: score}\n"
                + "entry:\n  hubspot:\n    has an e-mail: known(email)\n    scores: score > 5\n");
        var entry = c.mapping().entry().get(HUBSPOT);
        assertThat(entry.failing(Fields.of("score", "9"))).contains("has an e-mail");
        assertThat(entry.failing(Fields.of("email", "a@example.com"))).contains("scores");
        assertThat(entry.failing(Fields.of("email", "a@example.com").with(Fields.of("score", "9"))))
                .isEmpty();
        assertThat(c.mapping().entry().get(SALESFORCE).failing(Fields.NONE)).isEmpty();
    }
}
