package io.smarketing.daemon.process.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's heap held at most, by its log of collections.
 *
 * @param used megabytes before a collection
 * @param live megabytes after one
 * @param afterFull megabytes after a full one
 */
record PeakHeap(int used, int live, int afterFull) {

    private static final Pattern COLLECTION = Pattern.compile("Pause (\\w+) .*?(\\d+)M->(\\d+)M\\(");

    /** The option that has a JVM write such a log. */
    static String logTo(Path file) {
        return "-Xlog:gc:file=" + file;
    }

    static PeakHeap in(Path log) throws IOException {
        PeakHeap peak = new PeakHeap(0, 0, 0);
        for (String line : Files.readAllLines(log)) {
            Matcher found = COLLECTION.matcher(line);
            if (found.find()) {
                int before = Integer.parseInt(found.group(2));
                int after = Integer.parseInt(found.group(3));
                peak = new PeakHeap(
                        Math.max(peak.used, before),
                        Math.max(peak.live, after),
                        Math.max(peak.afterFull, found.group(1).equals("Full") ? after : 0));
            }
        }
        return peak;
    }
}
