package io.smarketing.daemon.command.value;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port on the command line; 0 is any that is free. */
public final class Port implements ITypeConverter<Integer> {

    private static final int LAST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST) {
            throw new TypeConversionException("'" + text + "' is none: a port is 0 to " + LAST);
        }
        return Integer.valueOf(text);
    }
}
