package io.smarketing.sandbox.org.soap.deploy;

import io.smarketing.sandbox.org.soap.metadata.Refused;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What came of one deployment, as the org tells it. One component that is refused keeps all others out.
 *
 * @param refusal why the package was not even looked into
 */
record Report(String id, Instant at, boolean checkOnly, List<Line> lines, Optional<Refused> refusal) {

    private static final String NOBODY = "005000000000000AAA";

    /** One component: whether it is new, whether it differs from what was there, and what speaks against it. */
    record Line(String type, String name, String file, boolean created, boolean changed, Optional<String> problem) {}

    boolean succeeds() {
        return refusal.isEmpty() && errors() == 0;
    }

    private long errors() {
        return lines.stream().filter(line -> line.problem().isPresent()).count();
    }

    /** The elements in the order on which clients insist. */
    String xml(boolean done) {
        String when = at.truncatedTo(ChronoUnit.MILLIS).toString();
        Xml xml = new Xml().open("result").leaf("checkOnly", checkOnly);
        xml.leaf("createdBy", NOBODY).leaf("createdByName", "-").leaf("createdDate", when);
        xml.open("details");
        if (done) {
            lines.stream().filter(l -> l.problem().isPresent()).forEach(l -> line(xml, "componentFailures", l, when));
            lines.stream().filter(l -> l.problem().isEmpty()).forEach(l -> line(xml, "componentSuccesses", l, when));
        }
        xml.close("details").leaf("done", done);
        if (done) {
            refusal.ifPresent(e ->
                    xml.leaf("errorMessage", String.valueOf(e.getMessage())).leaf("errorStatusCode", e.code()));
        }
        xml.leaf("id", id).leaf("ignoreWarnings", false);
        xml.leaf("numberComponentErrors", done ? errors() : 0);
        xml.leaf("numberComponentsDeployed", done ? lines.size() - errors() : 0);
        xml.leaf("numberComponentsTotal", lines.size());
        xml.leaf("numberTestErrors", 0).leaf("numberTestsCompleted", 0).leaf("numberTestsTotal", 0);
        xml.leaf("rollbackOnError", true).leaf("runTestsEnabled", false);
        return xml.leaf("status", status(done))
                .leaf("success", done && succeeds())
                .close("result")
                .toString();
    }

    private String status(boolean done) {
        if (!done) {
            return "InProgress";
        }
        return succeeds() ? "Succeeded" : "Failed";
    }

    private static void line(Xml xml, String as, Line line, String when) {
        xml.open(as).leaf("changed", line.changed()).leaf("componentType", line.type());
        xml.leaf("created", line.created()).leaf("createdDate", when).leaf("deleted", false);
        xml.leaf("fileName", line.file()).leaf("fullName", line.name());
        line.problem().ifPresent(p -> xml.leaf("problem", p).leaf("problemType", "Error"));
        xml.leaf("success", line.problem().isEmpty()).close(as);
    }
}
