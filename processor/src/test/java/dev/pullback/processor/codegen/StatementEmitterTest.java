package dev.pullback.processor.codegen;

import static dev.pullback.processor.codegen.Ir.assign;
import static dev.pullback.processor.codegen.Ir.at;
import static dev.pullback.processor.codegen.Ir.compare;
import static dev.pullback.processor.codegen.Ir.declare;
import static dev.pullback.processor.codegen.Ir.increment;
import static dev.pullback.processor.codegen.Ir.loop;
import static dev.pullback.processor.codegen.Ir.negate;
import static dev.pullback.processor.codegen.Ir.op;
import static dev.pullback.processor.codegen.Ir.read;
import static dev.pullback.processor.codegen.Ir.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text of statements, as people read it. */
class StatementEmitterTest {

    private final Variable varX = new Variable("x", PrimitiveType.DOUBLE);
    private final Variable varN = new Variable("n", PrimitiveType.INT);
    private final Variable varV = new Variable("v", new ArrayType(PrimitiveType.DOUBLE));
    private final Variable i = new Variable("i", PrimitiveType.INT);
    private final Place x = read(varX);
    private final Place n = read(varN);
    private final Expression isSmall = compare(x, "<", Literal.ONE);
    private final Statement reset = assign(x, Literal.ZERO);

    @Test
    void writesUpdatesBriefly() {
        emits("x += x * x;", increment(x, op(x, "*", x)));
        emits("x -= x + x;", increment(x, negate(op(x, "+", x))));
        emits("x += n;", increment(x, new Cast(PrimitiveType.DOUBLE, n)));
        emits("x *= x - x;", assign(x, op(x, "*", op(x, "-", x))));
        emits("x = x * x * x;", assign(x, op(op(x, "*", x), "*", x)));
        emits("x += 1.0;", assign(x, op(x, "+", Literal.ONE)));
        emits("n++;", assign(n, op(n, "+", Literal.of(1))));
        emits("n--;", assign(n, op(n, "-", Literal.of(1))));
        emits("n += 2;", assign(n, op(n, "+", Literal.of(2))));
        emits("n = n % 2;", assign(n, op(n, "%", Literal.of(2))));
        Place element = at(read(varV), n);
        emits("v[n] /= x;", assign(element, op(element, "/", x)));
        emits("v[n] = x / v[n];", assign(element, op(x, "/", element)));
    }

    @Test
    void writesDeclarations() {
        Variable t = new Variable("t", PrimitiveType.DOUBLE);
        emits("double t;", declare(t, null));
        emits("double t = n;", declare(t, new Cast(PrimitiveType.DOUBLE, n)));
        ArrayType matrix = new ArrayType(new ArrayType(PrimitiveType.DOUBLE));
        Variable m = new Variable("m", matrix);
        emits("double[][] m = new double[n][3];", declare(m, new NewArray(matrix, List.of(n, Literal.of(3)))));
        emits("double[][] m = new double[n][];", declare(m, new NewArray(matrix, List.of(n))));
    }

    @Test
    void writesLoops() {
        emits(header("for (int i = 0; i < n; i++)"), loop(i, Literal.of(0), n, 1, reset));
        emits(header("for (int i = 0; i < n; i += 2)"), loop(i, Literal.of(0), n, 2, reset));
        emits(header("for (int i = n; i > n / 2; i--)"), loop(i, n, op(n, "/", Literal.of(2)), -1, reset));
        emits(
                header("for (int i = n - 1; i >= 0; i--)"),
                loop(i, op(n, "-", Literal.of(1)), Literal.of(-1), -1, reset));
        emits(header("for (int i = 9; i >= n; i -= 3)"), loop(i, Literal.of(9), op(n, "-", Literal.of(1)), -3, reset));
        emits(header("while (x < 1.0)"), new While(isSmall, Block.of(reset), Origin.NONE));
    }

    @Test
    void writesBranches() {
        Block then = Block.of(reset);
        emits(header("if (x < 1.0)"), when(isSmall, then, Block.EMPTY));
        emits(header("if (!(x < 1.0))"), when(isSmall, Block.EMPTY, then));
        emits(header("if (x < 1.0)"), when(new Unary(Unary.Operator.NOT, isSmall), Block.EMPTY, then));
        emits("""
                if (x < 1.0) {
                    x = 0.0;
                } else if (x < 1.0) {
                    // line 5: else if (..)
                    x = 0.0;
                } else {
                    x = 0.0;
                }\
                """, when(isSmall, then, Block.of(new If(isSmall, then, then, new Origin(5, "else if (..)")))));
    }

    @Test
    void namesTheLineOncePerRun() {
        Origin first = new Origin(3, "x = 0;\n   // and \\u000a so on");
        Origin second = new Origin(4, "if (..)");
        Origin heading = new Origin(0, "Reverse sweep.");
        emits(
                """
                // line 3: x = 0; // and \\ u000a so on
                x = 0.0;
                x = 0.0;
                x = 0.0;
                // line 4: if (..)
                if (x < 1.0) {
                    x = 0.0;
                    // line 3: x = 0; // and \\ u000a so on
                    x = 0.0;
                }

                // Reverse sweep.
                x = 0.0;\
                """,
                assign(x, Literal.ZERO, first),
                reset,
                assign(x, Literal.ZERO, first),
                new If(
                        isSmall,
                        Block.of(assign(x, Literal.ZERO, second), assign(x, Literal.ZERO, first)),
                        Block.EMPTY,
                        second),
                assign(x, Literal.ZERO, heading));
    }

    @Test
    void leavesOutTheLastReturnOfNothing() {
        emits("x = 0.0;", reset, new Return(List.of(), Origin.NONE));
        emits("return n;", new Return(new Cast(PrimitiveType.DOUBLE, n), Origin.NONE));
    }

    @Test
    void rejectsWhatAnEarlierStageReplaces() {
        TapeSlot slot = new TapeSlot("x", PrimitiveType.DOUBLE);
        assertThatThrownBy(() -> emit(new Push(slot, x, Origin.NONE))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> emit(new Pop(slot, x, Origin.NONE))).isInstanceOf(IllegalStateException.class);
    }

    private static String header(String header) {
        return header + " {\n    x = 0.0;\n}";
    }

    private void emits(String expected, Statement... statements) {
        assertThat(emit(statements)).isEqualTo(expected + "\n");
    }

    private String emit(Statement... statements) {
        Function function = new Function("f", List.of(varX, varN, varV), PrimitiveType.VOID, Block.of(statements));
        // JavaPoet indents by two unless a file says otherwise.
        return StatementEmitter.emit(function.body(), GeneratedNames.of(function, Set.of()))
                .toString()
                .replace("  ", "    ");
    }
}
