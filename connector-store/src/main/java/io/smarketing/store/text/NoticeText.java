package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A notice as one compact document; its event stands in a column of its own. */
public final class NoticeText {

    private NoticeText() {}

    public static String write(Notice notice) {
        JsonText json = new JsonText();
        PersonText.put(notice.about(), json.object().name("about"));
        json.name("title").text(notice.title());
        json.name("body").text(notice.body());
        json.name("at").text(notice.at().toString());
        notice.task().ifPresent(task -> {
            json.name("due").text(task.due().toString());
            task.whose().ifPresent(who -> json.name("whose").text(who.address()));
        });
        return json.endObject().toString();
    }

    public static Notice read(String event, String document) {
        JsonNode tree = Json.read(document);
        return new Notice(
                event,
                PersonText.ref(tree.get("about")),
                tree.get("title").textValue(),
                tree.get("body").textValue(),
                Instant.parse(tree.get("at").textValue()),
                tree.has("due") ? Optional.of(task(tree)) : Optional.empty());
    }

    private static Task task(JsonNode tree) {
        return new Task(
                ZonedDateTime.parse(tree.get("due").textValue()),
                Email.in(tree.path("whose").asText("")));
    }
}
