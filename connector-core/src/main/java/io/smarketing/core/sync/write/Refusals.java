package io.smarketing.core.sync.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.settle.Settlement.Write;
import io.smarketing.core.sync.settle.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was refused of one wave: put aside with its reason, and left out where the rest may go without it. */
final class Refusals {

    private final List<Parked> parked = new ArrayList<>();

    List<Parked> parked() {
        return List.copyOf(parked);
    }

    /** True if the item is to be sent once more, without the field that was refused and what is counted in it. */
    boolean take(Item item, CrmId crm, Refused refused) {
        Write write = item.write(crm).orElseThrow();
        park(item, crm, refused.field(), refused.kind(), refused.sentence());
        if (refused.field().isEmpty()) {
            return false;
        }
        FieldName field = refused.field().get();
        String waits = Units.waits(write.names().getOrDefault(field, field));
        write.countedIn(field).forEach(f -> park(item, crm, Optional.of(f), refused.kind(), waits));
        return mayGoWithout(item, crm, field, refused.kind()) && item.leaveOut(crm, field);
    }

    /**
     * Nobody is made without the address by which they are known, nor where another record already has what is theirs; nor
     * is anything written without a stage or a stamp of ours that is not taken.
     */
    private static boolean mayGoWithout(Item item, CrmId crm, FieldName field, FailureKind kind) {
        Write write = item.write(crm).orElseThrow();
        return switch (kind) {
            case LINK_MISSING -> true;
            case INVALID_VALUE -> write.names().containsKey(field) && !item.isAddressOfNew(crm, field);
            case DUPLICATE -> write.command() instanceof WriteCommand.Update;
            default -> false;
        };
    }

    private void park(Item item, CrmId crm, Optional<FieldName> refused, FailureKind kind, String sentence) {
        item.aside();
        Optional<FieldName> field =
                refused.map(f -> item.write(crm).orElseThrow().names().getOrDefault(f, f));
        parked.add(new Parked(
                item.source().ref(),
                crm,
                field,
                kind,
                sentence,
                item.attempt(crm),
                item.source().readAt()));
    }
}
