package io.smarketing.sandbox.org.soql;

import java.util.List;

/** A field as a query names it, with the relationships that lead to it: {@code Account.Owner.Name}. */
public record FieldPath(List<String> parents, String field, int column) {

    public FieldPath {
        parents = List.copyOf(parents);
    }

    static FieldPath of(Token token) {
        List<String> parts = List.of(token.text().split("\\."));
        return new FieldPath(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1), token.column());
    }

    /** The same without its first relationship. */
    public FieldPath tail() {
        return new FieldPath(parents.subList(1, parents.size()), field, column);
    }

    @Override
    public String toString() {
        return parents.isEmpty() ? field : String.join(".", parents) + "." + field;
    }
}
