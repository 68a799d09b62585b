package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.SandboxProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file with a header line, read strictly: what is not UTF-8 or not CSV is a SandboxProblem that names the file
 * and the line, a line that does not fit the header is a bad row.
 */
final class CsvTable implements AutoCloseable {

    private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String name;
    private final DataFolder.Source source;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    private CsvTable(String name, DataFolder.Source source) throws IOException {
        this.name = name;
        this.source = source;
        this.parser = FORMAT.parse(reader(source));
        this.records = parser.iterator();
        this.columns = hasNext() ? records.next().toList() : List.of();
    }

    static CsvTable open(String name, DataFolder.Source source) {
        try {
            CsvTable table = new CsvTable(name, source);
            table.checkHeader();
            return table;
        } catch (CharacterCodingException e) {
            throw notUtf8(name, source, e);
        } catch (IOException e) {
            throw new SandboxProblem(name + " cannot be read: check that the file is there and readable", e);
        }
    }

    List<String> columns() {
        return columns;
    }

    void forEach(Consumer<Row> good, Consumer<BadRow> bad) {
        while (hasNext()) {
            CSVRecord line = records.next();
            Row row = new Row(name, firstLine(line), values(line));
            if (line.size() == columns.size()) {
                good.accept(row);
            } else {
                bad.accept(row.bad("the line has " + line.size() + " values but the header has " + columns.size()
                        + ": put values that hold a comma or a line break in double quotes"));
            }
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> values(CSVRecord line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            values.put(columns.get(i), line.get(i));
        }
        return values;
    }

    /** The parser knows the last line of a record; values with line breaks begin earlier. */
    private long firstLine(CSVRecord line) {
        long breaks = line.stream()
                .mapToLong(value -> value.lines().count() + (value.endsWith("\n") ? 1 : 0))
                .map(lines -> Math.max(0, lines - 1))
                .sum();
        return parser.getCurrentLineNumber() - breaks;
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw explain(e);
        }
    }

    private SandboxProblem explain(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return notUtf8(name, source, e);
        }
        return new SandboxProblem(
                name + ":" + parser.getCurrentLineNumber() + ": this is not CSV: a quoted value is not closed, or text"
                        + " follows a closing quote; double the quotes inside a value",
                e);
    }

    private static SandboxProblem notUtf8(String name, DataFolder.Source source, Exception e) {
        long line = new Utf8Fault(source).line();
        return new SandboxProblem(name + ":" + line + ": the file is not UTF-8: save it as \"CSV UTF-8\"", e);
    }

    private void checkHeader() {
        if (columns.size() == 1 && columns.get(0).matches(".*[;\\t].*")) {
            throw new SandboxProblem(name + ":1: values are not parted by commas: save the file as CSV with commas");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!COLUMN.matcher(column).matches()) {
                throw new SandboxProblem(name + ":1: " + shown(column) + " is not the API name of a field: this is not"
                        + " CSV with a header line, or the export has labels; export with API names");
            }
            if (!seen.add(column)) {
                throw new SandboxProblem(name + ":1: the column " + column + " is there twice: leave one out");
            }
        }
        if (columns.isEmpty()) {
            throw new SandboxProblem(name + ":1: the file is empty: it needs a header line with API names");
        }
    }

    private static String shown(String column) {
        String printable = column.replaceAll("[^\\x20-\\x7e]", "?");
        return "'" + (printable.length() > 40 ? printable.substring(0, 40) + "..." : printable) + "'";
    }

    private static Reader reader(DataFolder.Source source) throws IOException {
        PushbackReader reader = new PushbackReader(new BufferedReader(new InputStreamReader(
                source.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
        skipByteOrderMark(reader);
        return reader;
    }

    private static void skipByteOrderMark(PushbackReader reader) throws IOException {
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
    }
}
