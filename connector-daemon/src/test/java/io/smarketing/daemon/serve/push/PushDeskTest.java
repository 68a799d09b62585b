package io.smarketing.daemon.serve.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.push.Hints;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.daemon.serve.http.Asked;
import io.smarketing.store.file.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PushDeskTest {

    private static final CrmId CRM = new CrmId("hubspot");

    private final HintBox box = new HintBox();
    private final List<Boolean> calls = new ArrayList<>();
    private final PushDesk desk = new PushDesk(box, (crm, taken) -> calls.add(taken));
    private final List<Set<RecordRef>> erased = new ArrayList<>();

    private static RecordRef contact(int number) {
        return new RecordRef(CRM, new RecordType("contact"), Integer.toString(number));
    }

    /** Understands its own few words. */
    private static final class Words implements Push {

        @Override
        public String path() {
            return "/told";
        }

        @Override
        public Optional<Hints> read(Map<String, String> headers, byte[] body) {
            return switch (new String(body, StandardCharsets.UTF_8)) {
                case "touched" -> Optional.of(new Hints(true, Set.of(contact(1)), Set.of()));
                case "erased" -> Optional.of(new Hints(true, Set.of(), Set.of(contact(2))));
                case "ours" -> Optional.of(new Hints(false, Set.of(), Set.of()));
                case "nonsense" -> throw new IllegalArgumentException("nonsense");
                default -> Optional.empty();
            };
        }
    }

    private record Said(String text) implements Asked {

        @Override
        public Map<String, String> query() {
            return Map.of();
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private int say(String text, Consumer<Set<RecordRef>> erase) {
        desk.open(List.of(new PushingCrm(CRM, new Words())), erase);
        return desk.endpoints().get(0).answer().apply(new Said(text)).status();
    }

    @Test
    void what_is_told_is_taken_or_refused_and_counted() {
        assertThat(say("touched", erased::add)).isEqualTo(200);
        assertThat(say("forged", erased::add)).isEqualTo(401);
        assertThat(say("nonsense", erased::add)).isEqualTo(400);
        assertThat(calls).containsExactly(true, false, false);
        assertThat(box.take()).isEqualTo(Map.of(CRM, Set.of(contact(1))));
        assertThat(box.take()).isEmpty();
    }

    @Test
    void what_we_did_ourselves_wakes_nobody() {
        box.heardBy(() -> {
            throw new AssertionError("woken");
        });
        assertThat(say("ours", erased::add)).isEqualTo(200);
        assertThat(box.take()).isEmpty();
    }

    @Test
    void a_privacy_deletion_is_stored_or_not_taken() {
        assertThat(say("erased", erased::add)).isEqualTo(200);
        assertThat(erased).containsExactly(Set.of(contact(2)));
        assertThat(box.take()).as("it wakes").containsKey(CRM);
        int answered = say("erased", refs -> {
            throw new StoreException("the store is closed", null);
        });
        assertThat(answered).isEqualTo(503);
        assertThat(box.take()).isEmpty();
    }

    @Test
    void while_nothing_is_open_nobody_is_answered() {
        assertThat(desk.endpoints()).isEmpty();
        say("touched", erased::add);
        desk.close();
        assertThat(desk.endpoints()).isEmpty();
    }

    @Test
    void a_flood_has_its_limit_and_many_hints_of_one_record_are_one() {
        for (int round = 0; round < 2; round++) {
            Set<RecordRef> many =
                    IntStream.range(0, 700).mapToObj(PushDeskTest::contact).collect(Collectors.toSet());
            box.add(CRM, many);
        }
        assertThat(box.take().get(CRM)).hasSize(700);
        box.add(CRM, IntStream.range(0, 1_200).mapToObj(PushDeskTest::contact).toList());
        assertThat(box.take().get(CRM)).hasSize(1_000);
    }
}
