package io.smarketing.daemon.command.misses;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a miss on the command line. */
final class MissNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new TypeConversionException("'" + text + "' is none: give the number that `misses` shows");
        }
        return Long.valueOf(text);
    }
}
