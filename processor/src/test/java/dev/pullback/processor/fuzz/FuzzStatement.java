package dev.pullback.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a random program. Its parts are reached uniformly, expressions and blocks apart, so that the shrinker needs
 * no case per kind.
 */
sealed interface FuzzStatement {

    /** The expressions directly in this statement. */
    default List<FuzzExpression> expressions() {
        return List.of();
    }

    /** The nested blocks. */
    default List<List<FuzzStatement>> blocks() {
        return List.of();
    }

    /** The same statement with other parts, as many as before. */
    FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks);

    /** {@code type name = init;} or {@code type name;}. */
    record Declare(FuzzType type, String name, @Nullable FuzzExpression init) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return init == null ? List.of() : List.of(init);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Declare(type, name, init == null ? null : expressions.get(0));
        }
    }

    /** {@code target operator value;} with {@code =}, {@code +=} and so on; the target is a variable or an element. */
    record Assign(FuzzExpression target, String operator, FuzzExpression value) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(target, value);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Assign(expressions.get(0), operator, expressions.get(1));
        }
    }

    /** {@code target++;} or {@code target--;}. */
    record Step(FuzzExpression target, String operator) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(target);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Step(expressions.get(0), operator);
        }
    }

    /** {@code if (condition) { } else { }}; an empty else is not printed. */
    record If(FuzzExpression condition, List<FuzzStatement> whenTrue, List<FuzzStatement> whenFalse)
            implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(condition);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(whenTrue, whenFalse);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new If(expressions.get(0), blocks.get(0), blocks.get(1));
        }
    }

    /** {@code for (int index = from; index comparison to; index += step)}. */
    record For(
            String index, FuzzExpression from, String comparison, FuzzExpression to, int step, List<FuzzStatement> body)
            implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(from, to);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new For(index, expressions.get(0), comparison, expressions.get(1), step, blocks.get(0));
        }
    }

    /** {@code for (type name : array)}. */
    record ForEach(FuzzType type, String name, FuzzExpression array, List<FuzzStatement> body)
            implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(array);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new ForEach(type, name, expressions.get(0), blocks.get(0));
        }
    }

    /** {@code while (condition)}. */
    record While(FuzzExpression condition, List<FuzzStatement> body) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(condition);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new While(expressions.get(0), blocks.get(0));
        }
    }

    /** {@code return value;}. */
    record Return(FuzzExpression value) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(value);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Return(expressions.get(0));
        }
    }

    /** {@code if (condition) { throw new UnsupportedOperationException("unfit: " + shown); }}. */
    record Guard(FuzzExpression condition, FuzzExpression shown) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(condition, shown);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Guard(expressions.get(0), expressions.get(1));
        }
    }

    /** {@code do { } while (condition);}. */
    record DoWhile(List<FuzzStatement> body, FuzzExpression condition) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(condition);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new DoWhile(blocks.get(0), expressions.get(0));
        }
    }

    /** {@code for (int up = from, down = to; up < down; up++, down--)}. */
    record ForBoth(String up, FuzzExpression from, String down, FuzzExpression to, List<FuzzStatement> body)
            implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(from, to);
        }

        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new ForBoth(up, expressions.get(0), down, expressions.get(1), blocks.get(0));
        }
    }

    /** {@code switch (selector) { case 0: case 1: default: }}; a case falls through, or is an arrow that does not. */
    record Switch(FuzzExpression selector, boolean fallsThrough, List<List<FuzzStatement>> blocks)
            implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(selector);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> newBlocks) {
            return new Switch(expressions.get(0), fallsThrough, List.copyOf(newBlocks));
        }
    }

    /** {@code label: statement}, or a labelled block of several. */
    record Labeled(String label, List<FuzzStatement> body) implements FuzzStatement {
        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Labeled(label, blocks.get(0));
        }
    }

    /** {@code break;} or {@code continue;}, to the innermost target if the label is empty. */
    record Jump(boolean isBreak, String label) implements FuzzStatement {
        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return this;
        }
    }

    /** A call for its effects. */
    record Call(FuzzExpression call) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(call);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Call(expressions.get(0));
        }
    }

    /** {@code type name = x -> body;}: a local function. */
    record Lambda(FuzzType type, String name, List<String> parameters, FuzzExpression body) implements FuzzStatement {
        @Override
        public List<FuzzExpression> expressions() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Lambda(type, name, parameters, expressions.get(0));
        }
    }

    /** Text around statements, of any meaning: {@code #} stands for the body. Only mutants have it. */
    record Raw(String text, List<FuzzStatement> body) implements FuzzStatement {
        @Override
        public List<List<FuzzStatement>> blocks() {
            return List.of(body);
        }

        @Override
        public FuzzStatement with(List<FuzzExpression> expressions, List<List<FuzzStatement>> blocks) {
            return new Raw(text, blocks.get(0));
        }
    }

    /** All statements of a block and the blocks inside. */
    static List<FuzzStatement> deep(List<FuzzStatement> block) {
        List<FuzzStatement> result = new ArrayList<>();
        for (FuzzStatement statement : block) {
            result.add(statement);
            statement.blocks().forEach(inner -> result.addAll(deep(inner)));
        }
        return result;
    }
}
