package io.smarketing.daemon.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.smarketing.daemon.config.yaml.Words;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field in which one of a few words stands: a line that holds it against any other is never true.
 *
 * @param words without the blank, which is always one
 */
record FewWords(String field, Collection<String> words) {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    List<Fault> faults(CelAbstractSyntaxTree line) {
        return CelNavigableAst.fromAst(line)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .filter(call -> COMPARISONS.contains(call.call().function()))
                .map(call -> call.call().args())
                .filter(sides -> sides.stream().anyMatch(this::isField))
                .flatMap(sides -> sides.stream().flatMap(FewWords::constants))
                .filter(said -> isUnknown(said.constant().stringValue()))
                .map(said -> fault(said, line))
                .toList();
    }

    private boolean isField(CelExpr side) {
        return side.getKind() == Kind.IDENT && side.ident().name().equals(field);
    }

    private static Stream<CelExpr> constants(CelExpr side) {
        Stream<CelExpr> parts = side.getKind() == Kind.LIST ? side.list().elements().stream() : Stream.of(side);
        return parts.filter(
                p -> p.getKind() == Kind.CONSTANT && p.constant().getKind() == CelConstant.Kind.STRING_VALUE);
    }

    private boolean isUnknown(String word) {
        return !word.isEmpty() && !words.contains(word);
    }

    private Fault fault(CelExpr said, CelAbstractSyntaxTree line) {
        String word = said.constant().stringValue();
        return Fault.at(
                said,
                line,
                Words.quoted(field) + " never says " + Words.quoted(word) + ": it takes " + Words.either(words),
                Words.nearest(word, words));
    }
}
