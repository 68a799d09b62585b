package io.smarketing.daemon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.serve.http.Address;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.crm.FakeType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The row of runs, with CRMs that break. */
final class KeeperTest {

    @TempDir
    private Path folder;

    private final Ending ending = new Ending();
    private int opened;
    private boolean broken = true;

    @Test
    @Timeout(30)
    void whatCannotBeClosedIsOpenedAgainAllTheSame() throws Exception {
        Files.writeString(
                folder.resolve("connections.yaml"), "crms: {left: {type: left}, right: {type: right}}\npolling: 1s\n");
        Files.writeString(
                folder.resolve("mapping.yaml"),
                "key: {left: key, right: key}\nfields: {email: {type: e-mail, left: email, right: email}}\n");
        Files.writeString(folder.resolve("lifecycle.yaml"), "stages: {lead: {}}\n");
        Configuration configuration =
                new ConfigurationFolder(folder, List.of(new Brittle("left"), new Brittle("right")), Map.of()).read();
        try (Watchers watchers = new Watchers(InstantSource.system(), Address.local(0))) {
            Opening opening = listener -> {
                opened++;
                if (opened == 2) {
                    broken = false;
                    ending.wish();
                }
                return new Wiring(configuration, listener, ending);
            };
            try (Keeper keeper = new Keeper(opening, watchers, ending, InstantSource.system(), Duration.ofMillis(1))) {
                keeper.keep();
            }
        }
        assertThat(opened).isEqualTo(2);
    }

    /** Opens CRMs that break when they are read, and again when they are closed. */
    private final class Brittle implements CrmProvider {

        private final String type;

        private Brittle(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public List<SettingSpec> settings() {
            return List.of();
        }

        @Override
        public List<String> check(Settings settings) {
            return List.of();
        }

        @Override
        public List<RecordType> types(Subject subject) {
            return subject == Subject.PEOPLE ? List.of(new RecordType("contact")) : List.of();
        }

        @Override
        public RecordType newType(Subject subject) {
            return new RecordType("contact");
        }

        @Override
        public Crm open(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings) {
            FakeCrm crm = new FakeCrm(id.name(), FakeHabits.THRIFTY, InstantSource.system(), FakeType.of("contact"));
            return (Crm) Proxy.newProxyInstance(
                    Crm.class.getClassLoader(), new Class<?>[] {Crm.class}, (proxy, method, arguments) -> {
                        if (broken && List.of("changes", "close").contains(method.getName())) {
                            throw new IllegalStateException("broken");
                        }
                        try {
                            Object answer = method.invoke(crm, arguments);
                            return answer == crm ? proxy : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
