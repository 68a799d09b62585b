package io.smarketing.testkit.crm;

final class ThriftyCrmTest implements CrmContract {

    private final FakeLab lab = new FakeLab(FakeHabits.THRIFTY, "contact");

    @Override
    public CrmLab lab() {
        return lab;
    }
}
