package io.smarketing.hubspot.write;

import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.ContactShape;
import java.util.ArrayList;
import java.util.List;

/** Writes contacts: creates as upserts on our key, updates and deletes by record id, a hundred a call. */
public final class ContactWriter implements RecordWriter {

    private final Sending sending;
    private final StepBack stepBack;

    public ContactWriter(Api api, ContactShape shape) {
        this.sending = new Sending(api, shape);
        this.stepBack = new StepBack(sending, shape);
    }

    @Override
    public List<WriteOutcome> write(List<? extends WriteCommand> commands) {
        List<Row> rows = new ArrayList<>();
        commands.forEach(command -> rows.add(new Row(rows.size(), command)));
        Answers answers = sending.send(rows);
        stepBack.settle(rows, answers);
        return answers.of(rows);
    }
}
