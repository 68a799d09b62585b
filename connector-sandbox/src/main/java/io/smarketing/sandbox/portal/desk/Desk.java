package io.smarketing.sandbox.portal.desk;

import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.write.Origin;
import io.smarketing.sandbox.portal.write.Writer;

/** What the endpoints share: the records, the one way to write them, how to find and how to show them. */
public record Desk(Crm crm, Writer writer) {

    /** The sandbox's own way to work at the screen from outside; the real portal knows no such header. */
    private static final String ON_BEHALF = "X-Sandbox-User";

    private static final String WORKFLOW = "workflow";

    public RecordJson json() {
        return new RecordJson(crm);
    }

    public Lookup lookup() {
        return new Lookup(crm);
    }

    /** Where a write that comes over the API is from: the app, unless it is done in another's name. */
    public Origin origin(Call call) {
        Source source = call.ask().header(ON_BEHALF).map(this::person).orElse(Source.API);
        return new Origin(source, crm.now(), call.version().strict(), false);
    }

    private Source person(String email) {
        return email.equals(WORKFLOW) ? Source.WORKFLOW : owner(email);
    }

    private Source owner(String email) {
        return crm.owners()
                .byEmail(email)
                .map(owner -> Source.person(owner.userId()))
                .orElseThrow(() -> Failure.invalid(ON_BEHALF + " is neither the address of an owner nor 'workflow'"));
    }
}
