package io.smarketing.daemon.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.mail.MailServer;
import io.smarketing.daemon.serve.http.Address;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.crm.FakeType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a daemon does with CRMs that break. */
final class KeeperTest {

    @TempDir
    private Path folder;

    private final Ending ending = new Ending();
    private int opened;
    private boolean broken = true;
    private boolean down;

    @Test
    @Timeout(30)
    void whatCannotBeClosedIsOpenedAgainAllTheSame() throws Exception {
        Configuration configuration = configuration("");
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

    @Test
    void whatIsToBeToldIsSentAlsoWhileACrmCannotBeOpened() throws Exception {
        broken = false;
        try (MailServer mails = new MailServer()) {
            Configuration configuration = configuration("channels: {email: {host: 127.0.0.1, port: " + mails.port()
                    + ", tls: off, from: smarketing@example.com}}\n");
            try (Wiring wiring = new Wiring(configuration, SyncListener.NONE)) {
                assertThat(wiring.outgoing().unsent()).isEmpty();
            }
            try (SqliteStore store = SqliteStore.openAlone(configuration.store())) {
                Recipient sales = Recipient.address("sales@example.com");
                store.alerts()
                        .add(List.of(new Alert(
                                "sla-1", sales, Optional.empty(), "Broken: first-touch", Map.of(), Instant.EPOCH)));
            }
            down = true;

            assertThatThrownBy(() -> new Wiring(configuration, SyncListener.NONE))
                    .isInstanceOf(CrmException.class);

            assertThat(mails.letter()).contains("Subject: Broken: first-touch");
        }
    }

    private Configuration configuration(String channels) throws Exception {
        Files.writeString(
                folder.resolve("connections.yaml"),
                "crms: {left: {type: left}, right: {type: right}}\npolling: 1s\n" + channels);
        Files.writeString(
                folder.resolve("mapping.yaml"),
                "key: {left: key, right: key}\nfields: {email: {type: e-mail, left: email, right: email}}\n");
        Files.writeString(folder.resolve("lifecycle.yaml"), "stages: {lead: {}}\n");
        return new ConfigurationFolder(folder, List.of(new Brittle("left"), new Brittle("right")), Map.of()).read();
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
            if (down) {
                throw new CrmException(FailureKind.UNREACHABLE, "It does not answer.");
            }
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
