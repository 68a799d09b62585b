package io.smarketing.daemon.config;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.SettingSpec.Kind;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A kind of CRM that has one setting of each kind and cannot be opened. */
public record FakeProvider(String type, Map<Subject, List<RecordType>> types) implements CrmProvider {

    /** Two kinds, with the record types of the real ones. */
    public static List<CrmProvider> both() {
        return List.of(
                new FakeProvider("hubspot", types(types("contact"), types("company"), types("deal"))),
                new FakeProvider(
                        "salesforce", types(types("Contact", "Lead"), types("Account"), types("Opportunity"))));
    }

    private static Map<Subject, List<RecordType>> types(
            List<RecordType> people, List<RecordType> companies, List<RecordType> deals) {
        return Map.of(Subject.PEOPLE, people, Subject.COMPANIES, companies, Subject.DEALS, deals);
    }

    private static List<RecordType> types(String... names) {
        return Stream.of(names).map(RecordType::new).toList();
    }

    @Override
    public List<SettingSpec> settings() {
        return List.of(
                new SettingSpec("url", Kind.URL, false, "the address"),
                new SettingSpec("token", Kind.SECRET, true, "the token of the integration user"),
                new SettingSpec("user", Kind.TEXT, false, "whose token it is"),
                new SettingSpec("portal", Kind.NUMBER, false, "the number of the account"),
                new SettingSpec("strict", Kind.BOOLEAN, false, "whether it is strict"),
                new SettingSpec("key-file", Kind.FILE, false, "a key"));
    }

    @Override
    public List<String> check(Settings settings) {
        return settings.optional("user").isPresent() && settings.optional("url").isEmpty()
                ? List.of("'user' needs 'url' beside it")
                : List.of();
    }

    @Override
    public List<RecordType> types(Subject subject) {
        return types.get(subject);
    }

    @Override
    public RecordType newType(Subject subject) {
        return types(subject).get(types(subject).size() - 1);
    }

    @Override
    public Crm open(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings) {
        throw new UnsupportedOperationException("nothing is opened here");
    }
}
