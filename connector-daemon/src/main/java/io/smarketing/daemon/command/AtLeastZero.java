package io.smarketing.daemon.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number on the command line that says how many, so none below zero. */
public final class AtLeastZero implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new TypeConversionException("'" + text + "' is no number of rows: give 0 or more, such as 100");
        }
        return Integer.valueOf(text);
    }
}
