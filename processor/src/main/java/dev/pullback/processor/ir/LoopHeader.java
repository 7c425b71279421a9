package dev.pullback.processor.ir;

import java.util.function.Predicate;

/** What the header of a loop says of its iterations, as expressions. */
public final class LoopHeader {
    /** {@code Math.max} of numbers of iterations. */
    public static final MethodRef MAX =
            MethodRef.ofStatic("java.lang.Math", "max", PrimitiveType.INT, PrimitiveType.INT, PrimitiveType.INT);

    private static final int SMALL = 1 << 20;
    private static final MethodRef TRIPS = runtime("trips");
    private static final MethodRef LAST = runtime("last");

    private LoopHeader() {}

    private static MethodRef runtime(String name) {
        return MethodRef.ofStatic(
                "dev.pullback.runtime.Loops",
                name,
                PrimitiveType.INT,
                PrimitiveType.INT,
                PrimitiveType.INT,
                PrimitiveType.INT);
    }

    /** The last value of the index, whatever the bounds. */
    public static Expression last(CountedLoop loop) {
        return new Call(LAST, loop.from(), loop.to(), Literal.of(loop.step()));
    }

    /** A loop from {@code length - 1} to zero, of a length that is not negative. */
    public static CountedLoop down(Variable index, Expression length, Block body, Origin origin) {
        return new CountedLoop(index, plus(length, -1), Literal.of(-1), -1, body, origin);
    }

    /** The number of iterations; may be negative where there is none. */
    public static Expression trips(CountedLoop loop) {
        return switch (loop.step()) {
            case 1 -> minus(loop.to(), loop.from());
            case -1 -> minus(loop.from(), loop.to());
            default -> counted(loop);
        };
    }

    /**
     * The number of iterations as the length of an array.
     *
     * @param isNonNegative whether an expression is known not to be negative, so that the span of two is an {@code int}
     */
    public static Expression length(CountedLoop loop, Predicate<Expression> isNonNegative) {
        boolean up = loop.step() > 0;
        Expression low = up ? loop.from() : loop.to();
        Expression high = up ? loop.to() : loop.from();
        boolean isFromZero = low.equals(Literal.of(0)) || low.equals(Literal.of(-1));
        boolean isFromOne = up && low.equals(Literal.of(1)) && isBehindLast(high, 1);
        boolean isNatural = isNonNegative.test(low) && isNonNegative.test(high);
        boolean isNearZero = isSmall(low)
                && high instanceof Binary b
                && b.operator() == Binary.Operator.SUBTRACT
                && isNonNegative.test(b.left())
                && isSmall(b.right());
        return isFromZero || isFromOne || isNatural || isNearZero ? atLeastZero(trips(loop)) : counted(loop);
    }

    private static boolean isSmall(Expression e) {
        return e instanceof Literal literal && literal.value() instanceof Integer n && n >= 0 && n < SMALL;
    }

    /** An expression that is above zero where a number of iterations is. */
    public static Expression sign(Expression length) {
        return length instanceof Call call && call.method().equals(MAX) && isAtLeastZero(call)
                ? call.arguments().get(1)
                : length;
    }

    private static Expression counted(CountedLoop loop) {
        return new Call(TRIPS, loop.from(), loop.to(), Literal.of(loop.step()));
    }

    /** A number of iterations as the length of an array. */
    public static Expression atLeastZero(Expression trips) {
        boolean isLength = trips instanceof Length
                || trips instanceof Literal literal && literal.value() instanceof Integer value && value >= 0;
        return isLength || isAtLeastZero(trips) ? trips : new Call(MAX, Literal.of(0), trips);
    }

    /** Whether the expression is {@code Math.max(0, e)} or counts iterations. */
    public static boolean isAtLeastZero(Expression expression) {
        return expression instanceof Call call
                && (call.method().equals(TRIPS)
                        || call.method().equals(MAX) && call.arguments().get(0).equals(Literal.of(0)));
    }

    /** The number of the current iteration, from zero. */
    public static Expression iteration(CountedLoop loop) {
        boolean up = loop.step() > 0;
        int stride = Math.abs(loop.step());
        Expression index = new Read(loop.index());
        Expression span = up ? minus(index, loop.from()) : minus(loop.from(), index);
        if (stride == 1) {
            return span;
        }
        // Large steps soon lead from far below zero to far above it.
        Expression low = up ? loop.from() : loop.to();
        boolean isSpan = low instanceof Literal literal && (Integer) literal.value() >= -1;
        return isSpan
                ? new Binary(Binary.Operator.DIVIDE, span, Literal.of(stride))
                : new Call(TRIPS, loop.from(), index, Literal.of(loop.step()));
    }

    /**
     * Whether a bound is the number behind another one in the direction of the loop, that of {@code i <= last}. A loop over
     * {@code last} ends only if there is such a number.
     */
    public static boolean isBehindLast(Expression bound, int step) {
        return bound instanceof Binary b
                && b.operator() == (step > 0 ? Binary.Operator.ADD : Binary.Operator.SUBTRACT)
                && b.right().equals(Literal.of(1));
    }

    /** A sum with a constant, in its shortest form. */
    public static Expression plus(Expression e, int constant) {
        if (e instanceof Literal literal && literal.value() instanceof Integer value) {
            return Literal.of(value + constant);
        }
        if (constant == 0) {
            return e;
        }
        if (e instanceof Binary b && b.right() instanceof Literal literal && literal.value() instanceof Integer value) {
            if (b.operator() == Binary.Operator.ADD) {
                return plus(b.left(), value + constant);
            } else if (b.operator() == Binary.Operator.SUBTRACT) {
                return plus(b.left(), constant - value);
            }
        }
        return constant > 0
                ? new Binary(Binary.Operator.ADD, e, Literal.of(constant))
                : new Binary(Binary.Operator.SUBTRACT, e, Literal.of(-constant));
    }

    private static Expression minus(Expression left, Expression right) {
        if (right instanceof Literal literal && literal.value() instanceof Integer value) {
            return plus(left, -value);
        }
        return new Binary(Binary.Operator.SUBTRACT, left, right);
    }
}
