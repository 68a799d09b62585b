package io.smarketing.testkit.crm;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fake CRM's timelines: what is posted stands there as often as it was posted. */
final class FakeNoticeboard implements Noticeboard {

    private final FakeCrm crm;

    FakeNoticeboard(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public List<Receipt> post(List<Notice> notices) {
        try {
            crm.mishaps().begin(Call.POST);
        } catch (CrmException e) {
            return Collections.nCopies(notices.size(), Receipt.failed(e));
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Notice notice : notices) {
            if (crm.rows().find(notice.about()).filter(FakeRecords.Row::live).isPresent()) {
                crm.posted().add(notice);
                receipts.add(Receipt.POSTED);
            } else {
                receipts.add(Receipt.failed(FailureKind.GONE, "The record is deleted."));
            }
        }
        try {
            crm.mishaps().end(Call.POST);
            return receipts;
        } catch (CrmException e) {
            return Collections.nCopies(notices.size(), Receipt.failed(e));
        }
    }

    @Override
    public Set<String> standing(List<Notice> notices, Instant since) {
        crm.mishaps().begin(Call.STANDING);
        Set<String> events = crm.posted().stream().map(Notice::event).collect(Collectors.toSet());
        crm.mishaps().end(Call.STANDING);
        return notices.stream().map(Notice::event).filter(events::contains).collect(Collectors.toSet());
    }
}
