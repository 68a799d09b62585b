package io.smarketing.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Intent;
import io.smarketing.testkit.books.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class DocumentsTest {

    @Property(tries = 200)
    void aPersonWithAnyTextsSurvivesTheWayThroughAFile(
            @ForAll @IntRange(max = 1_000) int number, @ForAll @Size(max = 6) List<String> texts) {
        Person person = Samples.fullPerson(number, texts);
        byte[] document = PersonText.write(person).getBytes(StandardCharsets.UTF_8);
        assertThat(PersonText.read(document)).isEqualTo(person);
    }

    @Property(tries = 200)
    void anIntentWithAnyTextSurvivesTheWayThroughAFile(@ForAll String text) {
        Intent create = Samples.create(1, Samples.person(1), Fields.of("field", text));
        Intent update = Samples.update(2, Samples.person(2), Fields.of("field", text));
        for (Intent intent : List.of(create, update)) {
            assertThat(IntentText.read(intent.id(), intent.target(), throughAFile(IntentText.write(intent))))
                    .isEqualTo(intent);
        }
    }

    /** As UTF-8, in which half a surrogate pair would be lost. */
    private static String throughAFile(String document) {
        return new String(document.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
