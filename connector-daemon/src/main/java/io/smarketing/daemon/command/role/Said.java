package io.smarketing.daemon.command.role;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A text on the command line that is kept for good: something, and no novel. */
public final class Said implements ITypeConverter<String> {

    private static final int LONGEST = 4_000;

    @Override
    public String convert(String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new TypeConversionException("it takes something to say, of at most " + LONGEST + " characters");
        }
        return said;
    }
}
