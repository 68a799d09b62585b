package io.smarketing.hubspot.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.link.Associations;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form that a notice has in HubSpot: a note, or a task that is open. */
enum Form {
    NOTE(Paths.NOTE, "hs_note_body", 202) {
        @Override
        void fill(Notice notice, ObjectNode properties) {
            properties.put("hs_timestamp", notice.at().toString());
            properties.put(body(), html(notice, List.of("<strong>" + escaped(notice.title()) + "</strong>")));
        }
    },
    TASK(Paths.TASK, "hs_task_body", 204) {
        @Override
        void fill(Notice notice, ObjectNode properties) {
            // of a task that is the time until which it is to be done
            notice.task()
                    .ifPresent(task -> properties.put(
                            "hs_timestamp", task.due().toInstant().toString()));
            properties.put("hs_task_subject", notice.title());
            properties.put(body(), html(notice, List.of()));
            properties.put("hs_task_status", "NOT_STARTED");
        }
    };

    private final String type;
    private final String body;
    private final int link;

    /** @param link HubSpot's number of the association type from it to a contact */
    Form(String type, String body, int link) {
        this.type = type;
        this.body = body;
        this.link = link;
    }

    static Form of(Notice notice) {
        return notice.task().isPresent() ? TASK : NOTE;
    }

    /** HubSpot's id of the object type. */
    String type() {
        return type;
    }

    /** The property that holds its text, as HTML. */
    String body() {
        return body;
    }

    abstract void fill(Notice notice, ObjectNode properties);

    /** One input of a batch create. */
    void put(Notice notice, String owner, ObjectNode input) {
        ObjectNode properties = input.putObject("properties");
        fill(notice, properties);
        if (!owner.isEmpty()) {
            properties.put("hubspot_owner_id", owner);
        }
        ObjectNode association = input.putArray("associations").addObject();
        association.putObject("to").put("id", notice.about().id());
        association
                .putArray("types")
                .addObject()
                .put("associationCategory", Associations.CATEGORY)
                .put("associationTypeId", link);
        input.put("objectWriteTraceId", notice.event());
    }

    /** True if that record of HubSpot's is the notice. */
    boolean is(Notice notice, JsonNode record) {
        return notice.isIn(record.path("properties").path(body).asText(""));
    }

    private static String html(Notice notice, List<String> before) {
        return paragraphs(Stream.of(before.stream(), notice.body().lines().map(Form::escaped), Stream.of(notice.mark()))
                .flatMap(lines -> lines));
    }

    /** Lines of HTML. */
    static String paragraphs(Stream<String> lines) {
        return lines.map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
