package io.smarketing.daemon.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries the parts of a line in which no field stands: what fails there fails for every lead, and would do so silently. */
record Constants(Cel cel) {

    List<Fault> faults(CelAbstractSyntaxTree line) {
        return CelNavigableAst.fromAst(line)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .flatMap(call -> constant(call).stream())
                .flatMap(call -> fault(call, line).stream())
                .toList();
    }

    /** The call, if it can be computed without a lead; of a pattern it does not matter what is held against it. */
    private static Optional<CelExpr> constant(CelExpr call) {
        List<CelExpr> parts = parts(call);
        CelExpr last = parts.get(parts.size() - 1);
        if (call.call().function().equals("matches") && last.getKind() == Kind.CONSTANT) {
            CelExpr nothing = CelExpr.ofConstant(parts.get(0).id(), CelConstant.ofValue(""));
            return Optional.of(CelExpr.ofCall(call.id(), Optional.empty(), "matches", ImmutableList.of(nothing, last)));
        }
        return Optional.of(call).filter(c -> parts.stream().allMatch(part -> part.getKind() == Kind.CONSTANT));
    }

    private static List<CelExpr> parts(CelExpr call) {
        return Stream.concat(call.call().target().stream(), call.call().args().stream())
                .toList();
    }

    private Optional<Fault> fault(CelExpr call, CelAbstractSyntaxTree line) {
        try {
            cel.createProgram(cel.check(CelAbstractSyntaxTree.newParsedAst(call, line.getSource()))
                            .getAst())
                    .eval();
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            String why = e instanceof CelEvaluationException told ? CelWords.fault(told) : e.getMessage();
            return Optional.of(Fault.at(
                    parts(call).get(parts(call).size() - 1),
                    line,
                    "this can never be computed: " + why,
                    Optional.empty()));
        }
    }
}
