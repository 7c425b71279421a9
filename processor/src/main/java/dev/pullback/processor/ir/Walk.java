package dev.pullback.processor.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Visits every node of a tree, parents before children; the questions that need no state of their own are answered here. */
public final class Walk {
    private Walk() {}

    /** The direct operands of an expression, in evaluation order. */
    public static List<Expression> operands(Expression expression) {
        if (expression instanceof ArrayRead e) {
            return List.of(e.array(), e.index());
        } else if (expression instanceof Length e) {
            return List.of(e.array());
        } else if (expression instanceof Unary e) {
            return List.of(e.operand());
        } else if (expression instanceof Binary e) {
            return List.of(e.left(), e.right());
        } else if (expression instanceof Compare e) {
            return List.of(e.left(), e.right());
        } else if (expression instanceof Logical e) {
            return List.of(e.left(), e.right());
        } else if (expression instanceof Conditional e) {
            return List.of(e.condition(), e.whenTrue(), e.whenFalse());
        } else if (expression instanceof Call e) {
            return e.arguments();
        } else if (expression instanceof Cast e) {
            return List.of(e.operand());
        } else if (expression instanceof NewArray e) {
            return e.dimensions();
        } else if (expression instanceof Opaque e) {
            return e.operands();
        }
        return List.of();
    }

    /** Visits an expression and everything in it. */
    public static void expressions(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        operands(expression).forEach(operand -> expressions(operand, visitor));
    }

    /** Visits the statements of a block at every depth. */
    public static void statements(Block block, Consumer<Statement> visitor) {
        for (Statement statement : block.statements()) {
            visitor.accept(statement);
            blocks(statement).forEach(inner -> statements(inner, visitor));
        }
    }

    /** The blocks directly inside a statement. */
    public static List<Block> blocks(Statement statement) {
        if (statement instanceof If s) {
            return List.of(s.whenTrue(), s.whenFalse());
        } else if (statement instanceof CountedLoop s) {
            return List.of(s.body());
        } else if (statement instanceof While s) {
            return List.of(s.body());
        }
        return List.of();
    }

    /**
     * The expressions whose values a statement itself uses, without those of its blocks. Of an assigned array element these
     * are the array and the index; an incremented place is read, too.
     */
    public static List<Expression> inputs(Statement statement) {
        if (statement instanceof Declare s) {
            return s.initial() == null ? List.of() : List.of(s.initial());
        } else if (statement instanceof Assign s) {
            return s.target() instanceof ArrayRead a ? List.of(a.array(), a.index(), s.value()) : List.of(s.value());
        } else if (statement instanceof Increment s) {
            return List.of(s.target(), s.value());
        } else if (statement instanceof If s) {
            return List.of(s.condition());
        } else if (statement instanceof CountedLoop s) {
            return List.of(s.from(), s.to());
        } else if (statement instanceof While s) {
            return List.of(s.condition());
        } else if (statement instanceof Return s) {
            return s.values();
        } else if (statement instanceof CallStatement s) {
            return List.of(s.call());
        } else if (statement instanceof Invoke s) {
            return s.arguments();
        } else if (statement instanceof Perform s) {
            return List.of(s.code());
        } else if (statement instanceof Throw s) {
            return List.of(s.exception());
        } else if (statement instanceof Push s) {
            return List.of(s.value());
        } else if (statement instanceof Pop s) {
            return s.target() instanceof ArrayRead a ? List.of(a.array(), a.index()) : List.of();
        }
        throw new AssertionError(statement);
    }

    /** The variables that an expression reads, also through arrays. */
    public static Set<Variable> reads(Expression expression) {
        Set<Variable> result = new LinkedHashSet<>();
        expressions(expression, e -> {
            if (e instanceof Read read) {
                result.add(read.variable());
            }
        });
        return result;
    }

    /** The variables that the statements of a block read at any depth. */
    public static Set<Variable> reads(Block block) {
        Set<Variable> result = new LinkedHashSet<>();
        statements(block, s -> inputs(s).forEach(e -> result.addAll(reads(e))));
        return result;
    }

    /** The variables that a block declares at any depth, loop indices included. */
    public static Set<Variable> declarations(Block block) {
        Set<Variable> result = new LinkedHashSet<>();
        statements(block, s -> {
            if (s instanceof Declare d) {
                result.add(d.variable());
            } else if (s instanceof CountedLoop l) {
                result.add(l.index());
            } else if (s instanceof Invoke i && i.result() != null) {
                result.add(i.variable());
            } else if (s instanceof Perform p && p.result() != null) {
                result.add(p.variable());
            }
        });
        return result;
    }

    /** The variables that more than one statement of a block declares, at any depth and each in a scope of its own. */
    public static Set<Variable> redeclared(Block block) {
        Set<Variable> once = new LinkedHashSet<>();
        Set<Variable> result = new LinkedHashSet<>();
        statements(block, s -> {
            if (s instanceof Declare d && !once.add(d.variable())) {
                result.add(d.variable());
            }
        });
        return result;
    }
}
