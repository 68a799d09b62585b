package io.smarketing.daemon.command.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is said of a number or a day that is none, wherever no option says it better. */
public final class Plain {

    private Plain() {}

    /** Has that said by all commands that the line has so far. */
    public static void speak(CommandLine line) {
        ITypeConverter<Integer> number = converter(Integer::valueOf, "is not a whole number");
        ITypeConverter<Long> large = converter(Long::valueOf, "is not a whole number");
        line.registerConverter(int.class, number)
                .registerConverter(Integer.class, number)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(
                        LocalDate.class, converter(LocalDate::parse, "is no day: give one such as 2026-12-31"));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reader, String otherwise) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (NumberFormatException | DateTimeException e) {
                throw new TypeConversionException("'" + text + "' " + otherwise);
            }
        };
    }
}
