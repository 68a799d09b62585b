package io.smarketing.sandbox.org.soap.deploy;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.IdSource;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.soap.deploy.Archive.Component;
import io.smarketing.sandbox.org.soap.deploy.Report.Line;
import io.smarketing.sandbox.org.soap.metadata.Refused;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments of one org; Lightning web components and quick actions are kept as the files that they are. */
public final class Deployments {

    private static final String PREFIX = "0Af";

    private final Schema schema;
    private final RecordClock clock;
    private final Switches switches;
    private final IdSource ids;
    private final Map<String, Component> kept = new LinkedHashMap<>();
    private final Map<String, Report> reports = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();

    public Deployments(Schema schema, RecordClock clock, Switches switches, IdSource ids) {
        this.schema = schema;
        this.clock = clock;
        this.switches = switches;
        this.ids = ids;
    }

    /** Takes a package; what came of it is told later. */
    public String deploy(Element call) {
        String id = ids.next(PREFIX);
        Element options = call.child("DeployOptions").orElse(call);
        boolean checkOnly = options.flag("checkOnly");
        try {
            reports.put(id, report(id, Archive.read(call.text("ZipFile")), checkOnly));
        } catch (Refused e) {
            reports.put(id, new Report(id, clock.instant(), checkOnly, List.of(), Optional.of(e)));
        }
        return new Xml()
                .open("result")
                .leaf("done", false)
                .leaf("id", id)
                .leaf("state", "Queued")
                .close("result")
                .toString();
    }

    /** What came of a deployment; empty if nobody knows it. */
    public Optional<String> status(Element call) {
        String id = call.text("asyncProcessId");
        int needed = switches.get("deploy-looks").map(Integer::parseInt).orElse(1);
        boolean done = looks.merge(id, 1, Integer::sum) >= needed;
        return Optional.ofNullable(reports.get(id)).map(report -> report.xml(done));
    }

    private Report report(String id, Archive archive, boolean checkOnly) {
        Map<String, Component> around = new HashMap<>(kept);
        archive.components().forEach(c -> around.put(c.title(), c));
        Inspection inspection = new Inspection(schema, around);
        List<Line> lines = new ArrayList<>();
        archive.components().forEach(c -> lines.add(line(c, inspection.problem(c))));
        archive.strays()
                .forEach(file -> lines.add(new Line(
                        "", "", file, false, false, Optional.of("A file of the zip that package.xml does not name"))));
        Report report = new Report(id, clock.instant(), checkOnly, lines, Optional.empty());
        if (!checkOnly && report.succeeds()) {
            archive.components().forEach(c -> kept.put(c.title(), c));
        }
        return report;
    }

    private Line line(Component component, Optional<String> problem) {
        Optional<Component> held = Optional.ofNullable(kept.get(component.title()));
        return new Line(
                component.type(),
                component.name(),
                component.place(),
                held.isEmpty(),
                held.filter(component::equals).isEmpty(),
                problem);
    }
}
