package io.smarketing.daemon.serve.push;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.push.Hints;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.daemon.serve.http.Asked;
import io.smarketing.daemon.serve.http.Endpoint;
import io.smarketing.daemon.serve.http.Reply;
import io.smarketing.store.file.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the calls of CRMs that tell when something has happened in them. What must not be lost is stored before it
 * answers; all else is a hint. While no account is open it has no endpoint, and the CRM calls again.
 */
public final class PushDesk {

    private final HintBox box;
    private final Calls calls;
    private volatile List<Endpoint> endpoints = List.of();

    public PushDesk(HintBox box, Calls calls) {
        this.box = box;
        this.calls = calls;
    }

    /** Hears of each call. */
    @FunctionalInterface
    public interface Calls {

        /** @param taken false if it was refused */
        void called(CrmId crm, boolean taken);
    }

    /**
     * From now on it takes calls of these.
     *
     * @param erase stores, before it returns, that whoever had these records is to be erased
     */
    public void open(List<Crm> crms, Consumer<Set<RecordRef>> erase) {
        endpoints = crms.stream()
                .flatMap(crm -> crm.push().stream().map(push -> endpoint(crm.id(), push, erase)))
                .toList();
    }

    /** From now on it takes none. */
    public void close() {
        endpoints = List.of();
    }

    /** Where it can be called at the moment. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    private Endpoint endpoint(CrmId crm, Push push, Consumer<Set<RecordRef>> erase) {
        return Endpoint.signed(push.path(), asked -> {
            Reply reply = taken(crm, push, asked, erase);
            calls.called(crm, reply.status() < 300);
            return reply;
        });
    }

    private Reply taken(CrmId crm, Push push, Asked asked, Consumer<Set<RecordRef>> erase) {
        try {
            Optional<Hints> hints = push.read(asked.headers(), asked.body());
            if (hints.isEmpty()) {
                return refused(401, "not signed");
            }
            if (!hints.get().erased().isEmpty()) {
                erase.accept(hints.get().erased());
            }
            if (hints.get().news()) {
                box.add(crm, hints.get().touched());
            }
            return Reply.json(200, Map.of());
        } catch (IllegalArgumentException e) {
            return refused(400, "not understood");
        } catch (StoreException e) {
            return refused(503, "not now");
        }
    }

    private static Reply refused(int status, String why) {
        return Reply.json(status, Map.of("error", why));
    }
}
