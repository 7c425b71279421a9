package dev.pullback.processor.rules;

import static dev.pullback.processor.ir.Arithmetic.add;
import static dev.pullback.processor.ir.Arithmetic.divide;
import static dev.pullback.processor.ir.Arithmetic.multiply;
import static dev.pullback.processor.ir.Arithmetic.negate;
import static dev.pullback.processor.ir.Arithmetic.subtract;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StaticField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of {@link Math} and the classes like it; the partials call the methods of the class that the user called. No class
 * has all of these functions. The choices at kinks and singular points are listed in {@code docs/derivative-rules.md}.
 */
final class MathRules {
    private static final Expression TWO = Literal.of(2.0);

    private final String owner;
    private final Map<Signature, DerivativeRule> rules = new LinkedHashMap<>();

    private MathRules(String owner) {
        this.owner = owner;
    }

    /** The rules for the {@code double} methods of {@code owner}. */
    static Map<Signature, DerivativeRule> of(String owner) {
        MathRules table = new MathRules(owner);
        table.exponentials();
        table.trigonometry();
        table.inverseTrigonometry();
        table.hyperbolics();
        table.rootsAndPowers();
        table.pieces();
        table.steps();
        return table.rules;
    }

    private void exponentials() {
        rule("exp", (s, x, r) -> multiply(s, r));
        rule("expm1", (s, x, r) -> multiply(s, add(r, Literal.ONE)));
        rule("log", (s, x, r) -> divide(s, x.get(0)));
        rule("log10", (s, x, r) -> divide(s, multiply(x.get(0), Literal.of(Math.log(10)))));
        rule("log1p", (s, x, r) -> divide(s, add(Literal.ONE, x.get(0))));
        rule(
                "log",
                (s, x, r) -> negate(divide(multiply(s, r), multiply(x.get(0), call("log", x.get(0))))),
                (s, x, r) -> divide(s, multiply(x.get(1), call("log", x.get(0)))));
    }

    private void trigonometry() {
        rule("sin", (s, x, r) -> multiply(s, call("cos", x.get(0))));
        rule("cos", (s, x, r) -> negate(multiply(s, call("sin", x.get(0)))));
        rule("tan", (s, x, r) -> multiply(s, add(Literal.ONE, square(r))));
        Expression degree = new StaticField("java.lang.Math", "PI", PrimitiveType.DOUBLE);
        Expression half = Literal.of(180.0);
        rule("toRadians", (s, x, r) -> multiply(s, new Binary(Binary.Operator.DIVIDE, degree, half)));
        rule("toDegrees", (s, x, r) -> multiply(s, new Binary(Binary.Operator.DIVIDE, half, degree)));
    }

    private void inverseTrigonometry() {
        rule("asin", (s, x, r) -> divide(s, sqrt(oneMinusSquare(x.get(0)))));
        rule("acos", (s, x, r) -> negate(divide(s, sqrt(oneMinusSquare(x.get(0))))));
        rule("atan", (s, x, r) -> divide(s, add(Literal.ONE, square(x.get(0)))));
        rule(
                "atan2",
                (s, x, r) -> divide(multiply(s, x.get(1)), sumOfSquares(x)),
                (s, x, r) -> negate(divide(multiply(s, x.get(0)), sumOfSquares(x))));
    }

    private void hyperbolics() {
        rule("sinh", (s, x, r) -> multiply(s, call("cosh", x.get(0))));
        rule("cosh", (s, x, r) -> multiply(s, call("sinh", x.get(0))));
        // (1 - r)(1 + r) keeps its digits where r is close to one; 1 - r * r does not.
        rule("tanh", (s, x, r) -> multiply(s, multiply(subtract(Literal.ONE, r), add(Literal.ONE, r))));
        rule("asinh", (s, x, r) -> divide(s, call2("hypot", x.get(0), Literal.ONE)));
        rule(
                "acosh",
                (s, x, r) ->
                        divide(s, multiply(sqrt(subtract(x.get(0), Literal.ONE)), sqrt(add(x.get(0), Literal.ONE)))));
        rule("atanh", (s, x, r) -> divide(s, oneMinusSquare(x.get(0))));
    }

    private void rootsAndPowers() {
        rule("sqrt", (s, x, r) -> divide(s, multiply(TWO, r)));
        rule("cbrt", (s, x, r) -> divide(s, multiply(Literal.of(3.0), square(r))));
        rule("hypot", (s, x, r) -> hypotPartial(s, x.get(0), r), (s, x, r) -> hypotPartial(s, x.get(1), r));
        rule("pow", (s, x, r) -> powBase(s, x.get(0), x.get(1)), (s, x, r) -> powExponent(s, x, r));
        rules.put(
                new Signature("pow", List.of(PrimitiveType.DOUBLE, PrimitiveType.INT)),
                DerivativeRule.firstOnly((s, x, r) -> powBase(s, x.get(0), toDouble(x.get(1)))));
        rule("fma", (s, x, r) -> multiply(s, x.get(1)), (s, x, r) -> multiply(s, x.get(0)), (s, x, r) -> s);
    }

    /** The functions with kinks: abs is smooth on both sides of zero, max and min pick an argument. */
    private void pieces() {
        rule("abs", (s, x, r) -> bySign(x.get(0), s));
        put("max", DerivativeRule.choosing(x -> compare(Compare.Operator.GREATER_EQUAL, x.get(0), x.get(1))));
        put("min", DerivativeRule.choosing(x -> compare(Compare.Operator.LESS_EQUAL, x.get(0), x.get(1))));
        rule(
                "clamp",
                (s, x, r) -> below(x, Literal.ZERO, above(x, Literal.ZERO, s)),
                (s, x, r) -> below(x, s, Literal.ZERO),
                (s, x, r) -> above(x, s, Literal.ZERO));
        put(
                "copySign",
                DerivativeRule.firstOnly((s, x, r) -> new Conditional(
                        compare(
                                Compare.Operator.GREATER,
                                multiply(call2("copySign", Literal.ONE, x.get(0)), call2("copySign", Literal.ONE, r)),
                                Literal.ZERO),
                        s,
                        negate(s))));
        put("IEEEremainder", DerivativeRule.of((s, x, r) -> s, MathRules::remainderDivisor));
        MethodRef scalb =
                MethodRef.ofStatic(owner, "scalb", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE, PrimitiveType.INT);
        rules.put(Signature.of(scalb), DerivativeRule.firstOnly((s, x, r) -> new Call(scalb, s, x.get(1))));
    }

    /** The piecewise constant functions: their derivative is zero, at the steps by convention. */
    private void steps() {
        for (String name : List.of("signum", "floor", "ceil", "rint", "round", "ulp", "getExponent")) {
            put(name, DerivativeRule.constant(1));
        }
    }

    private void rule(String name, Partial... partials) {
        put(name, DerivativeRule.of(partials));
    }

    private void put(String name, DerivativeRule rule) {
        rules.put(Signature.ofReals(name, rule.arity()), rule);
    }

    private Expression call(String name, Expression argument) {
        return new Call(MethodRef.ofStatic(owner, name, PrimitiveType.DOUBLE, PrimitiveType.DOUBLE), argument);
    }

    private Expression call2(String name, Expression first, Expression second) {
        return new Call(
                MethodRef.ofStatic(owner, name, PrimitiveType.DOUBLE, PrimitiveType.DOUBLE, PrimitiveType.DOUBLE),
                first,
                second);
    }

    /** Rounded correctly everywhere, and not all classes have one. */
    private Expression sqrt(Expression argument) {
        String rootOwner = owner.equals("java.lang.StrictMath") ? owner : "java.lang.Math";
        return new Call(MethodRef.ofStatic(rootOwner, "sqrt", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE), argument);
    }

    private static Expression toDouble(Expression whole) {
        return whole instanceof Literal literal && literal.value() instanceof Integer value
                ? Literal.of((double) value)
                : new Cast(PrimitiveType.DOUBLE, whole);
    }

    private static Expression below(List<Expression> x, Expression then, Expression otherwise) {
        return new Conditional(compare(Compare.Operator.LESS, x.get(0), x.get(1)), then, otherwise);
    }

    private static Expression above(List<Expression> x, Expression then, Expression otherwise) {
        return new Conditional(compare(Compare.Operator.GREATER, x.get(0), x.get(2)), then, otherwise);
    }

    private static Expression square(Expression x) {
        return multiply(x, x);
    }

    private static Expression oneMinusSquare(Expression x) {
        return multiply(subtract(Literal.ONE, x), add(Literal.ONE, x));
    }

    private static Expression sumOfSquares(List<Expression> x) {
        return add(square(x.get(0)), square(x.get(1)));
    }

    private static Expression compare(Compare.Operator operator, Expression left, Expression right) {
        return new Compare(operator, left, right);
    }

    /** At the origin both partials are zero by convention: the function is the distance from its minimum there. */
    private static Expression hypotPartial(Expression seed, Expression x, Expression r) {
        return new Conditional(
                compare(Compare.Operator.EQUAL, r, Literal.ZERO), Literal.ZERO, multiply(seed, divide(x, r)));
    }

    private static Expression bySign(Expression x, Expression seed) {
        return new Conditional(
                compare(Compare.Operator.GREATER, x, Literal.ZERO),
                seed,
                new Conditional(compare(Compare.Operator.LESS, x, Literal.ZERO), negate(seed), zeroOrNaN(x)));
    }

    /** Zero at zero; a NaN argument shows in the derivative, as a constant, which has no second derivative to clutter it. */
    private static Expression zeroOrNaN(Expression x) {
        Expression zero = Literal.zero(x.type());
        return new Conditional(compare(Compare.Operator.EQUAL, x, zero), zero, Literal.real(Double.NaN, x.type()));
    }

    private Expression powBase(Expression seed, Expression base, Expression exponent) {
        if (exponent instanceof Literal literal && literal.value() instanceof Double constant) {
            return constantPower(seed, base, constant);
        }
        Expression slope = multiply(exponent, call2("pow", base, subtract(exponent, Literal.ONE)));
        // Only zero to the power of zero is cut out: anywhere else the slope has a derivative along the exponent.
        Expression atZero = new Logical(
                Logical.Operator.AND,
                compare(Compare.Operator.EQUAL, exponent, Literal.ZERO),
                compare(Compare.Operator.EQUAL, base, Literal.ZERO));
        return new Conditional(atZero, Literal.ZERO, multiply(seed, slope));
    }

    private Expression constantPower(Expression seed, Expression base, double exponent) {
        if (exponent == 0.0) {
            return Literal.ZERO;
        }
        if (exponent == 1.0) {
            return seed;
        }
        if (exponent == 2.0) {
            return multiply(seed, multiply(TWO, base));
        }
        if (exponent == 3.0) {
            return multiply(seed, multiply(Literal.of(3.0), square(base)));
        }
        return multiply(seed, multiply(Literal.of(exponent), call2("pow", base, Literal.of(exponent - 1.0))));
    }

    /** {@code r * log(base)}; zero at base zero with a non-negative exponent, the limit from the right. */
    private Expression powExponent(Expression seed, List<Expression> x, Expression r) {
        Expression atZero = new Logical(
                Logical.Operator.AND,
                compare(Compare.Operator.EQUAL, x.get(0), Literal.ZERO),
                compare(Compare.Operator.GREATER_EQUAL, x.get(1), Literal.ZERO));
        return new Conditional(atZero, Literal.ZERO, multiply(seed, multiply(r, call("log", x.get(0)))));
    }

    /** {@code -(left - result) / right}, an integer but for rounding: how often {@code right} was taken off. */
    static Expression remainderDivisor(Expression seed, List<Expression> x, Expression r) {
        MethodRef rint = MethodRef.ofStatic("java.lang.Math", "rint", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE);
        Expression times = divide(subtract(x.get(0), r), x.get(1));
        Expression rounded = new Call(rint, Cast.to(PrimitiveType.DOUBLE, times));
        return negate(multiply(seed, Cast.to(times.type(), rounded)));
    }
}
