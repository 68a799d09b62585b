package io.smarketing.daemon.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that hold over all modules. */
@AnalyzeClasses(packages = "io.smarketing", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
    private static final String ROOT = "io.smarketing.";
    private static final int MOST_FILES = 15;

    /** What each module may know of ours, besides itself. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "core", Set.of(),
            "http", Set.of("core"),
            "hubspot", Set.of("http", "core"),
            "salesforce", Set.of("http", "core"),
            "store", Set.of("core"),
            "sandbox", Set.of(),
            "testkit", Set.of("core"),
            "simulation", Set.of("hubspot", "salesforce", "store", "sandbox", "http", "core"),
            "daemon", Set.of("simulation", "hubspot", "salesforce", "store", "sandbox", "http", "core"));

    @ArchTest
    static void modulesKnowOnlyWhatStandsBelowThem(com.tngtech.archunit.core.domain.JavaClasses all) {
        MAY_KNOW.forEach((module, known) -> {
            Set<String> forbidden = new LinkedHashSet<>(MAY_KNOW.keySet());
            forbidden.removeAll(known);
            forbidden.remove(module);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            forbidden.stream().map(m -> ROOT + m + "..").toArray(String[]::new))
                    .because("the modules stand in one order: hand the value over in core's words, or move the type"
                            + " down")
                    .allowEmptyShould(true)
                    .check(all);
        });
    }

    @ArchTest
    static final ArchRule ONLY_THE_PROVIDER_OF_AN_ADAPTER_IS_NAMED = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "hubspot..", ROOT + "salesforce..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROOT + "hubspot..", ROOT + "salesforce..")
                    .and(not(simpleNameEndingWith("Provider"))))
            .because("an adapter is known by its provider alone: ask for what you need through a port of core");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
            .because("the books are kept in one module: put the question into PersonBook, Ledger or Overview");

    @ArchTest
    static final ArchRule HTTP_STANDS_IN_ITS_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "http..", ROOT + "hubspot..", ROOT + "salesforce..", ROOT + "simulation.world..")
            .should()
            .dependOnClassesThat(resideInAPackage("okhttp3.."))
            .because("who calls a CRM does it through an adapter, and an adapter through connector-http; only the"
                    + " simulation answers in a CRM's place");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES = slices().matching(ROOT + "(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need one another are one: move the type they fight over into the lower one");

    @Test
    void noPackageHasTooManyFiles() throws IOException {
        Map<Path, Long> files = new TreeMap<>();
        for (Path module : modules()) {
            Path sources = module.resolve("src/main/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> all = Files.walk(sources)) {
                    files.putAll(all.filter(HouseTest::counts)
                            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting())));
                }
            }
        }
        assertThat(files).as("the modules are found").hasSizeGreaterThan(20);
        assertThat(files.entrySet().stream().filter(e -> e.getValue() > MOST_FILES))
                .as("a package of more than %d files has two subjects: make a sub-package for one", MOST_FILES)
                .isEmpty();
    }

    @Test
    void eachModuleHasItsRules() throws IOException {
        List<String> names = modules().stream()
                .map(m -> m.getFileName().toString().replace("connector-", ""))
                .toList();
        assertThat(names)
                .as("a new module gets its line in MAY_KNOW and in the design")
                .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("..").toRealPath())) {
            return all.filter(p -> p.getFileName().toString().startsWith("connector-"))
                    .filter(p -> Files.isRegularFile(p.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }
}
