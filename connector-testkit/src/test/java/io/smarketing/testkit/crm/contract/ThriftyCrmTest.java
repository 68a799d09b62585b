package io.smarketing.testkit.crm.contract;

import io.smarketing.testkit.crm.FakeHabits;

final class ThriftyCrmTest implements CrmContract {

    private final FakeLab lab = new FakeLab(FakeHabits.THRIFTY, "contact");

    @Override
    public CrmLab lab() {
        return lab;
    }
}
