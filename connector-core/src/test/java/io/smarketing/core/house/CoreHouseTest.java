package io.smarketing.core.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that core keeps. */
@AnalyzeClasses(packages = "io.smarketing.core", importOptions = ImportOption.DoNotIncludeTests.class)
final class CoreHouseTest {
    private static final String CORE = "io.smarketing.core.";

    /** Bottom up: a package knows only packages before its own. */
    private static final List<String> ROWS = List.of(
            "lead",
            "sla",
            "sla.clock",
            "crm.record",
            "crm.failure",
            "crm.open",
            "crm.provision",
            "crm.push",
            "crm.notice",
            "crm.campaign",
            "lifecycle",
            "sla.terms",
            "crm",
            "merge",
            "mapping",
            "person",
            "journal",
            "alert",
            "campaign",
            "commitment",
            "feedback",
            "handoff",
            "sync",
            "sync.watch",
            "sync.told",
            "sync.settle",
            "sync.room",
            "sync.write",
            "sync.loop",
            "sync.plan",
            "report");

    @ArchTest
    static final ArchRule PACKAGES_STAND_IN_ROWS = rows().because(
                    "a package imports only what stands before it in ROWS:"
                            + " move the type down to the first package that needs it, or hand a value up instead of a call down");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.smarketing.core.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need one another are one: move the type they fight over into the lower one");

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.smarketing.core..", "java..", "org.jspecify..")
            .because("core runs on the JDK alone: declare a one-method interface beside its user, and let the daemon"
                    + " build what needs a library");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor)")
            .because("such a name says nothing: name what it is, in the field's own terms");

    @ArchTest
    static final ArchRule NO_CLOCK_OF_ITS_OWN = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is the CRM's, or comes from an InstantSource: take it as a value");

    private static LayeredArchitecture rows() {
        LayeredArchitecture rows = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ROWS) {
            rows = rows.layer(name).definedBy(CORE + name);
        }
        for (int i = 0; i < ROWS.size(); i++) {
            String[] below = ROWS.subList(0, i).toArray(String[]::new);
            rows = below.length == 0
                    ? rows.whereLayer(ROWS.get(i)).mayNotAccessAnyLayer()
                    : rows.whereLayer(ROWS.get(i)).mayOnlyAccessLayers(below);
        }
        return rows;
    }

    @Test
    void eachPackageHasItsRow() throws IOException {
        try (Stream<Path> files = Files.walk(sources())) {
            List<String> packages = files.filter(f -> f.getFileName().toString().equals("package-info.java"))
                    .map(f -> sources().relativize(f.getParent()).toString().replace('/', '.'))
                    .toList();
            assertThat(packages)
                    .as("a new package gets its row in this test and in the design")
                    .containsExactlyInAnyOrderElementsOf(ROWS);
        }
    }

    @Test
    void coreNamesNoCrm() throws IOException {
        try (Stream<Path> files = Files.walk(sources())) {
            assertThat(files.filter(Files::isRegularFile).filter(CoreHouseTest::namesACrm))
                    .as(
                            "core names no CRM, not even in comments: say what any CRM does, and put the name in its adapter")
                    .isEmpty();
        }
    }

    private static boolean namesACrm(Path file) {
        try {
            String text = Files.readString(file).toLowerCase(Locale.ROOT);
            return text.contains("hub" + "spot") || text.contains("sales" + "force");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path sources() {
        return Path.of("src/main/java/io/smarketing/core");
    }
}
