package io.smarketing.testkit.crm.contract;

import io.smarketing.testkit.crm.FakeHabits;

final class TalkativeCrmTest implements CrmContract {

    private final FakeLab lab = new FakeLab(FakeHabits.TALKATIVE.withPage(100), "contact", "lead");

    @Override
    public CrmLab lab() {
        return lab;
    }
}
