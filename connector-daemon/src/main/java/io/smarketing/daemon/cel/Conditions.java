package io.smarketing.daemon.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.daemon.config.yaml.Node;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles lines of CEL against the mapped fields, each a variable under its own name. */
public final class Conditions {

    /** Begins the hidden variable that says whether a field has a value; the blank keeps it out of anyone's reach. */
    static final String KNOWN = "known ";

    /** Words that the language keeps for itself. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "bool",
            "break",
            "bytes",
            "const",
            "continue",
            "double",
            "dyn",
            "else",
            "false",
            "for",
            "function",
            "google",
            "if",
            "import",
            "in",
            "int",
            "let",
            "list",
            "loop",
            "map",
            "namespace",
            "null",
            "null_type",
            "package",
            "return",
            "string",
            "true",
            "type",
            "uint",
            "var",
            "void",
            "while");

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final Map<String, FieldType> types;
    private final Cel cel;
    private final Problems problems;
    private final Optional<FewWords> told;

    public Conditions(Map<FieldName, FieldType> fields, Problems problems) {
        this.types = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(e -> e.getKey().text(), Map.Entry::getValue));
        this.problems = problems;
        this.cel = cel(types);
        this.told = Optional.empty();
    }

    private Conditions(Conditions others, FewWords told) {
        this.types = others.types;
        this.problems = others.problems;
        this.cel = others.cel;
        this.told = Optional.of(told);
    }

    /** The same, of which a field takes none but these words: a line that asks for another one is reported. */
    public Conditions where(FieldName field, List<String> words) {
        return new Conditions(this, new FewWords(field.text(), words));
    }

    private static Cel cel(Map<String, FieldType> types) {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(CelMacro.newGlobalMacro(KNOWN.strip(), 1, (factory, target, args) -> known(factory, args)))
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings());
        types.forEach((name, type) -> builder.addVar(name, CelValues.type(type)));
        types.keySet().forEach(name -> builder.addVar(KNOWN + name, SimpleType.BOOL));
        return builder.build();
    }

    private static Optional<CelExpr> known(CelMacroExprFactory factory, ImmutableList<CelExpr> args) {
        CelExpr field = args.get(0);
        return Optional.of(
                field.getKind() == CelExpr.ExprKind.Kind.IDENT
                        ? factory.newIdentifier(KNOWN + field.ident().name())
                        : factory.reportError("known(...) takes the name of a field"));
    }

    /** True if a field of that name can stand in a line. */
    public static boolean canName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]*") && !RESERVED.contains(name);
    }

    /** All lines of a group, in order; those that are wrong are reported. */
    public List<Line> lines(Section group) {
        List<Line> lines = new ArrayList<>();
        for (String name : group.keys()) {
            group.text(name)
                    .flatMap(text -> group.node(name))
                    .flatMap(node -> line(name, node))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Line> line(String name, Node node) {
        return node instanceof TextNode text ? compile(name, text) : Optional.empty();
    }

    private Optional<Line> compile(String name, TextNode text) {
        try {
            CelValidationResult result = cel.compile(text.text());
            if (result.hasError()) {
                report(result.getErrors(), text);
                return Optional.empty();
            }
            CelAbstractSyntaxTree line = result.getAst();
            if (!line.getResultType().equals(SimpleType.BOOL)) {
                String found = CelWords.type(line.getResultType().name());
                problems.add(text.at(), "a line must be true or false, and this is " + found + ": compare it");
                return Optional.empty();
            }
            List<Fault> faults = new ArrayList<>(new Constants(cel).faults(line));
            told.ifPresent(few -> faults.addAll(few.faults(line)));
            faults.forEach(f -> problems.add(text.place(f.line(), f.column()), f.sentence(), f.meant()));
            return faults.isEmpty()
                    ? Optional.of(new Line(name, text.text(), cel.createProgram(line), types, inputs(line)))
                    : Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add(text.at(), "this line cannot be compiled: " + CelWords.firstLine(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The fields that a line names, also within {@code known(...)}. */
    private Set<FieldName> inputs(CelAbstractSyntaxTree line) {
        return line.getReferenceMap().values().stream()
                .map(reference -> reference.name().replaceFirst("^" + KNOWN, ""))
                .filter(types::containsKey)
                .map(FieldName::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void report(List<CelIssue> issues, TextNode text) {
        // What follows a word that is no CEL is the parser's guess: the first is what the admin can act on.
        boolean broken = CelWords.isSyntax(issues.get(0).getMessage());
        for (CelIssue issue : broken ? issues.subList(0, 1) : issues) {
            CelWords words = CelWords.of(issue.getMessage(), types.keySet());
            int column = issue.getSourceLocation().getColumn() + 1;
            problems.add(text.place(issue.getSourceLocation().getLine(), column), words.sentence(), words.meant());
        }
    }
}
