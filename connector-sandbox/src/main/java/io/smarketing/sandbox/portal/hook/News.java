package io.smarketing.sandbox.portal.hook;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What happens to contacts, for the one who has subscribed; nothing is put together while nobody wants it. */
public final class News {

    private Consumer<Happening> subscriber = happening -> {};
    private BooleanSupplier wanted = () -> false;

    /** From now on somebody is told, whenever it is wanted. */
    public void subscribe(BooleanSupplier whenWanted, Consumer<Happening> told) {
        wanted = whenWanted;
        subscriber = told;
    }

    public boolean isWanted() {
        return wanted.getAsBoolean();
    }

    public void tell(Happening happening) {
        subscriber.accept(happening);
    }
}
