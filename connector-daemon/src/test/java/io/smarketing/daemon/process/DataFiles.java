package io.smarketing.daemon.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Data folders: a few hundred made-up people, and the real ones where they are to be found. */
public final class DataFiles {

    private static final String DATA = "SMARKETING_DATA";

    private DataFiles() {}

    /** The address of the n-th made-up person; those with a number past the contacts' are leads. */
    static String email(int number) {
        return "lead-%04d@example.com".formatted(number);
    }

    /** Contacts 1 to {@code contacts}, and leads that are not in HubSpot after them. */
    static Path madeUp(Path folder, int contacts, int leads) {
        StringBuilder hubspot = new StringBuilder("email,firstname,lastname,company,lifecyclestage,campaign_code\n");
        IntStream.rangeClosed(1, contacts)
                .forEach(n -> hubspot.append("%s,Example,Person-%04d,Company %04d,%s,code-%d%n"
                        .formatted(email(n), n, n, n % 3 == 0 ? "marketingqualifiedlead" : "lead", n % 7)));
        StringBuilder salesforce = new StringBuilder("Email,FirstName,LastName,Company,Title\n");
        IntStream.rangeClosed(contacts + 1, contacts + leads)
                .forEach(n -> salesforce.append(
                        "%s,Example,Person-%04d,Company %04d,Title %d%n".formatted(email(n), n, n, n % 5)));
        write(folder.resolve("hubspot/contacts.csv"), hubspot.toString());
        write(folder.resolve("salesforce/Lead.csv"), salesforce.toString());
        return folder;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with the 8,000 real leads; the test is skipped where it is not. */
    public static Path olist() {
        assumeTrue(
                isThere(),
                "skipped: set " + DATA + " to a folder that holds data/olist (8,000 real leads) to run this");
        return folder();
    }

    /** Whether the real leads are to be found. */
    public static boolean isThere() {
        return System.getenv(DATA) != null && Files.isDirectory(folder());
    }

    /** The rows of one of its files, without the header. */
    static List<String[]> olistRows(String file) {
        try (var lines = Files.lines(folder().resolve(file))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses of all its contacts. */
    public static List<String> olistEmails() {
        return olistRows("hubspot/contacts.csv").stream()
                .map(row -> List.of(row).get(0))
                .toList();
    }

    private static Path folder() {
        return Path.of(System.getenv(DATA), "data", "olist");
    }
}
