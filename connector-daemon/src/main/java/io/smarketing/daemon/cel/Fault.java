package io.smarketing.daemon.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/** What is wrong with a line although it compiles, and where in it. */
record Fault(int line, int column, String sentence, Optional<String> meant) {

    static Fault at(CelExpr part, CelAbstractSyntaxTree line, String sentence, Optional<String> meant) {
        CelSourceLocation at = Optional.ofNullable(
                        line.getSource().getPositionsMap().get(part.id()))
                .flatMap(line.getSource()::getOffsetLocation)
                .orElseGet(() -> CelSourceLocation.of(1, 0));
        return new Fault(at.getLine(), at.getColumn() + 1, sentence, meant);
    }
}
