package dev.pullback.processor.ir;

/** Headers of loops that run over the same values as a given one. */
public final class LoopHeader {
    private static final MethodRef FLOOR_DIV =
            MethodRef.ofStatic("java.lang.Math", "floorDiv", PrimitiveType.INT, PrimitiveType.INT, PrimitiveType.INT);

    /** {@code Math.max} of numbers of iterations. */
    public static final MethodRef MAX =
            MethodRef.ofStatic("java.lang.Math", "max", PrimitiveType.INT, PrimitiveType.INT, PrimitiveType.INT);

    private LoopHeader() {}

    /** A loop over the same values from the last to the first. */
    public static CountedLoop opposite(CountedLoop loop, Block body) {
        boolean up = loop.step() > 0;
        int sign = up ? 1 : -1;
        int stride = Math.abs(loop.step());
        Expression last;
        if (stride == 1) {
            last = plus(loop.to(), -sign);
        } else {
            Expression span = up ? minus(loop.to(), loop.from()) : minus(loop.from(), loop.to());
            Expression steps = new Call(FLOOR_DIV, plus(span, -1), Literal.of(stride));
            last = new Binary(
                    up ? Binary.Operator.ADD : Binary.Operator.SUBTRACT,
                    loop.from(),
                    new Binary(Binary.Operator.MULTIPLY, steps, Literal.of(stride)));
        }
        return new CountedLoop(loop.index(), last, plus(loop.from(), -sign), -loop.step(), body, loop.origin());
    }

    /** The number of iterations; may be negative where there is none. */
    public static Expression trips(CountedLoop loop) {
        boolean up = loop.step() > 0;
        int stride = Math.abs(loop.step());
        Expression span = up ? minus(loop.to(), loop.from()) : minus(loop.from(), loop.to());
        return stride == 1 ? span : new Call(FLOOR_DIV, plus(span, stride - 1), Literal.of(stride));
    }

    /** A number of iterations as the length of an array. */
    public static Expression atLeastZero(Expression trips) {
        boolean isLength = trips instanceof Length
                || trips instanceof Literal literal && literal.value() instanceof Integer value && value >= 0;
        return isLength ? trips : new Call(MAX, Literal.of(0), trips);
    }

    /** Whether the expression is {@code Math.max(0, e)}. */
    public static boolean isAtLeastZero(Expression expression) {
        return expression instanceof Call call
                && call.method().equals(MAX)
                && call.arguments().get(0).equals(Literal.of(0));
    }

    /** The number of the current iteration, from zero. */
    public static Expression iteration(CountedLoop loop) {
        Expression index = new Read(loop.index());
        Expression span = loop.step() > 0 ? minus(index, loop.from()) : minus(loop.from(), index);
        int stride = Math.abs(loop.step());
        return stride == 1 ? span : new Binary(Binary.Operator.DIVIDE, span, Literal.of(stride));
    }

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
