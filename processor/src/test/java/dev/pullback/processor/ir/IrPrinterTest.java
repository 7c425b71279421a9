package dev.pullback.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The text form is stable: dumps and goldens depend on every character. */
class IrPrinterTest {

    private static final IrType DOUBLES = new ArrayType(PrimitiveType.DOUBLE);

    @Test
    void printsAFunction() {
        Variable x = new Variable("x", DOUBLES);
        Variable inner = new Variable("x", PrimitiveType.DOUBLE);
        Variable i = new Variable("i", PrimitiveType.INT);
        TapeSlot slot = new TapeSlot("x", PrimitiveType.DOUBLE);
        Origin line = new Origin(42, "x = a[i];");
        Block body = Block.of(
                new Push(slot, new Read(inner), Origin.NONE),
                new Assign(new Read(inner), new ArrayRead(new Read(x), new Read(i)), line),
                new If(
                        new Compare(Compare.Operator.LESS, new Read(inner), Literal.ZERO),
                        Block.of(new Increment(new Read(inner), Literal.ONE, Origin.NONE)),
                        Block.of(new Pop(slot, new Read(inner), Origin.NONE)),
                        Origin.NONE));
        Function function = new Function(
                "f",
                List.of(x),
                PrimitiveType.DOUBLE,
                Block.of(
                        new Declare(inner, null, Origin.NONE),
                        new CountedLoop(i, Literal.of(0), new Length(new Read(x)), 1, body, new Origin(0, "Forward.")),
                        new Return(new Read(inner), Origin.NONE)));
        assertThat(IrPrinter.print(function)).isEqualTo("""
            double f(double[] x) {
                double x#2
                for (int i = 0; i < x.length; i += 1) {  // Forward.
                    push @x:double <- x#2
                    x#2 = x[i]  // 42
                    if (x#2 < 0.0) {
                        x#2 += 1.0
                    } else {
                        pop @x:double -> x#2
                    }
                }
                return x#2
            }
            """);
        assertThat(IrPrinter.print(function)).isEqualTo(IrPrinter.print(function));
    }

    @Test
    void printsTheShapeOfExpressions() {
        Expression a = new Read(new Variable("a", PrimitiveType.DOUBLE));
        Expression b = new Read(new Variable("b", PrimitiveType.DOUBLE));
        Expression sum = new Binary(Binary.Operator.ADD, a, new Binary(Binary.Operator.ADD, b, Literal.of(-0.0)));
        assertThat(IrPrinter.print(sum)).isEqualTo("a + (b + -0.0)");
        Expression call = new Call(
                MethodRef.ofStatic("java.lang.Math", "exp", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE),
                new Unary(Unary.Operator.NEGATE, sum));
        assertThat(IrPrinter.print(call)).isEqualTo("Math.exp(-(a + (b + -0.0)))");
        Expression cast = new Cast(PrimitiveType.DOUBLE, Literal.of(7L));
        assertThat(IrPrinter.print(cast)).isEqualTo("(double) 7L");
        assertThat(IrPrinter.print(new NewArray(new ArrayType(DOUBLES), List.of(Literal.of(3)))))
                .isEqualTo("new double[3][]");
    }
}
