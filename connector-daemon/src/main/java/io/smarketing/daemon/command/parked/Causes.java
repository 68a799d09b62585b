package io.smarketing.daemon.command.parked;

import io.smarketing.core.crm.failure.FailureKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The causes for which rows are parked, as the command line takes them. */
public final class Causes implements Iterable<String>, ITypeConverter<FailureKind> {

    @Override
    public FailureKind convert(String word) {
        return find(word)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + word + "' is no cause: there are " + String.join(", ", this)));
    }

    /** The cause with that word. */
    public static Optional<FailureKind> find(String word) {
        return Arrays.stream(FailureKind.values())
                .filter(k -> k.word().equals(word))
                .findFirst();
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(FailureKind.values()).map(FailureKind::word).iterator();
    }
}
