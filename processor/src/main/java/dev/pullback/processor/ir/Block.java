package dev.pullback.processor.ir;

import java.util.List;

/** Statements in order; a variable declared in a block is visible to the block's end. */
public record Block(List<Statement> statements) {

    public static final Block EMPTY = new Block(List.of());

    public Block {
        statements = List.copyOf(statements);
    }

    public static Block of(Statement... statements) {
        return new Block(List.of(statements));
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }
}
