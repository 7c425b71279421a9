package dev.pullback.processor.codegen;

import static dev.pullback.processor.codegen.Ir.at;
import static dev.pullback.processor.codegen.Ir.compare;
import static dev.pullback.processor.codegen.Ir.negate;
import static dev.pullback.processor.codegen.Ir.op;
import static dev.pullback.processor.codegen.Ir.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text of expressions: parentheses where they matter and nowhere else. */
class ExpressionEmitterTest {

    private final Variable varA = new Variable("a", PrimitiveType.DOUBLE);
    private final Variable varB = new Variable("b", PrimitiveType.DOUBLE);
    private final Variable varI = new Variable("i", PrimitiveType.INT);
    private final Variable varL = new Variable("l", PrimitiveType.LONG);
    private final Variable varP = new Variable("p", PrimitiveType.BOOLEAN);
    private final Variable varM = new Variable("m", new ArrayType(new ArrayType(PrimitiveType.DOUBLE)));
    private final Variable varO = new Variable("model", new ObjectType("com.acme.Model.Part"));
    private final Place a = read(varA);
    private final Place b = read(varB);
    private final Place i = read(varI);
    private final Place p = read(varP);

    @Test
    void keepsTheTreeOfFloatingPoint() {
        emits(op(op(a, "+", b), "+", a), "a + b + a");
        emits(op(a, "+", op(b, "+", a)), "a + (b + a)");
        emits(op(a, "-", op(b, "-", a)), "a - (b - a)");
        emits(op(a, "*", op(b, "*", a)), "a * (b * a)");
        emits(op(op(a, "*", b), "*", a), "a * b * a");
        emits(op(a, "/", op(b, "*", a)), "a / (b * a)");
        emits(op(op(a, "+", b), "*", a), "(a + b) * a");
        emits(op(op(a, "*", b), "+", op(b, "/", a)), "a * b + b / a");
        emits(op(op(i, "<<", i), "&", op(i, "+", i)), "i << i & i + i");
        emits(op(i, "&", op(i, "&", i)), "i & (i & i)");
    }

    @Test
    void keepsSignsApart() {
        emits(negate(negate(a)), "-(-a)");
        emits(negate(Literal.of(-2.0)), "-(-2.0)");
        emits(negate(new Cast(PrimitiveType.DOUBLE, negate(a))), "-(-a)");
        emits(op(a, "-", negate(b)), "a - -b");
        emits(negate(op(a, "*", b)), "-(a * b)");
        emits(op(negate(a), "*", b), "-a * b");
        emits(op(a, "-", Literal.of(-2.0)), "a - -2.0");
        emits(new Unary(Unary.Operator.COMPLEMENT, negate(i)), "~-i");
        emits(new Unary(Unary.Operator.NOT, compare(a, "<", b)), "!(a < b)");
    }

    @Test
    void writesEveryNumber() {
        emits(Literal.of(0.0), "0.0");
        emits(Literal.of(-0.0), "-0.0");
        emits(Literal.of(1e300), "1.0E300");
        emits(Literal.of(Double.NaN), "Double.NaN");
        emits(Literal.of(Double.POSITIVE_INFINITY), "Double.POSITIVE_INFINITY");
        emits(negate(Literal.of(Double.NEGATIVE_INFINITY)), "-Double.NEGATIVE_INFINITY");
        emits(Literal.of(Integer.MIN_VALUE), "-2147483648");
        emits(Literal.of(7L), "7L");
        emits(Literal.of(Long.MIN_VALUE), "-9223372036854775808L");
        emits(Literal.TRUE, "true");
        emits(new StaticField("java.lang.Math", "PI", PrimitiveType.DOUBLE), "java.lang.Math.PI");
    }

    @Test
    void leavesWideningToJavaWhereItIsCertain() {
        Expression wide = new Cast(PrimitiveType.DOUBLE, i);
        emits(op(a, "*", wide), "a * i");
        emits(op(wide, "*", a), "i * a");
        emits(op(wide, "/", wide), "(double) i / i");
        emits(op(a, "*", new Cast(PrimitiveType.DOUBLE, op(i, "+", i))), "a * (i + i)");
        emits(compare(wide, "<", a), "i < a");
        emits(op(read(varL), "+", new Cast(PrimitiveType.LONG, i)), "l + i");
        emits(op(read(varL), "<<", new Cast(PrimitiveType.LONG, i)), "l << (long) i");
        emits(new Conditional(p, wide, a), "p ? (double) i : a");
        emits(negate(wide), "-(double) i");
        emits(wide, "(double) i");
        emits(new Cast(PrimitiveType.INT, op(a, "+", b)), "(int) (a + b)");
        emits(new Cast(PrimitiveType.DOUBLE, op(a, "+", b)), "a + b");
        emits(op(new Cast(PrimitiveType.DOUBLE, op(a, "+", b)), "*", a), "(a + b) * a");
    }

    @Test
    void keepsCastsThatChooseAnOverload() {
        Expression wide = new Cast(PrimitiveType.DOUBLE, i);
        emits(math("sqrt", wide), "java.lang.Math.sqrt(i)");
        emits(math("abs", wide), "java.lang.Math.abs((double) i)");
        emits(
                new Call(MethodRef.ofStatic("", "part", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE), wide),
                "part((double) i)");
    }

    @Test
    void writesTheOtherForms() {
        emits(at(at(read(varM), i), op(i, "+", Literal.of(1))), "m[i][i + 1]");
        emits(new Length(at(read(varM), i)), "m[i].length");
        Expression both = new Logical(Logical.Operator.AND, p, p);
        emits(new Logical(Logical.Operator.OR, both, both), "p && p || p && p");
        emits(new Logical(Logical.Operator.AND, p, new Logical(Logical.Operator.OR, p, p)), "p && (p || p)");
        Expression choice = new Conditional(p, a, b);
        emits(new Conditional(p, a, choice), "p ? a : p ? a : b");
        emits(new Conditional(p, choice, b), "p ? (p ? a : b) : b");
        emits(op(choice, "*", b), "(p ? a : b) * b");
        emits(compare(compare(a, "<", b), "==", p), "a < b == p");
        MethodRef virtual = MethodRef.ofInstance("com.acme.Model.Part", "at", PrimitiveType.DOUBLE, PrimitiveType.INT);
        emits(new Call(virtual, read(varO), i), "model.at(i)");
        MethodRef nested = MethodRef.ofStatic("com.acme.Model.Part", "of", PrimitiveType.DOUBLE);
        emits(new Call(nested), "com.acme.Model.Part.of()");
    }

    @Test
    void rejectsNewArraysInExpressions() {
        Expression array = new NewArray(new ArrayType(PrimitiveType.DOUBLE), List.of(i));
        assertThatThrownBy(() -> emit(array)).isInstanceOf(IllegalStateException.class);
    }

    private static Expression math(String name, Expression argument) {
        return new Call(
                MethodRef.ofStatic("java.lang.Math", name, PrimitiveType.DOUBLE, PrimitiveType.DOUBLE), argument);
    }

    private void emits(Expression expression, String expected) {
        assertThat(emit(expression)).isEqualTo(expected);
    }

    private String emit(Expression expression) {
        Function function =
                new Function("f", List.of(varA, varB, varI, varL, varP, varM, varO), PrimitiveType.VOID, Block.EMPTY);
        Snippet code = new ExpressionEmitter(GeneratedNames.of(function, Set.of())).emit(expression);
        // JavaPoet holds back what follows a possible line break until the line ends.
        return CodeBlock.of(code.format() + "\n", code.arguments()).toString().strip();
    }
}
