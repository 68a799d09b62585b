package io.smarketing.hubspot.write;

import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.lead.Domain;
import io.smarketing.core.lead.FieldName;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.read.LatelyWritten;
import io.smarketing.hubspot.read.Shape;
import java.util.List;

/** Writes one object type: creates as upserts on our key, updates and deletes by record id, a hundred a call; then links. */
public final class PortalWriter implements RecordWriter {

    private static final FieldName DOMAIN = FieldName.of("domain");

    private final Api api;
    private final Shape shape;
    private final Sending sending;
    private final StepBack stepBack;
    private final Linking linking;
    private final LatelyWritten lately;

    public PortalWriter(Api api, Shape shape, LatelyWritten lately) {
        this.api = api;
        this.shape = shape;
        this.sending = new Sending(api, shape);
        this.stepBack = new StepBack(sending, shape);
        this.linking = new Linking(api);
        this.lately = lately;
    }

    @Override
    public List<WriteOutcome> write(List<? extends WriteCommand> commands) {
        Wishes wishes = Wishes.of(commands, shape, api);
        Answers answers = sending.send(wishes.sendable());
        stepBack.settle(wishes.sendable(), answers);
        if (shape.type() == ObjectType.COMPANY) {
            wishes.sendable().forEach(row -> remember(row, answers));
        }
        linking.carryOut(wishes, answers);
        wishes.refused().forEach(answers::put);
        return answers.of(wishes.rows());
    }

    private void remember(Row row, Answers answers) {
        answers.of(row)
                .filter(Written.class::isInstance)
                .ifPresent(outcome -> Domain.in(row.command().fields().text(DOMAIN))
                        .ifPresent(domain ->
                                lately.put(domain, ((Written) outcome).ref().id())));
    }
}
