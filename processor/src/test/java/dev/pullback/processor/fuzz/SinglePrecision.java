package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Apply;
import dev.pullback.processor.fuzz.FuzzExpression.Cast;
import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.StreamCall;
import dev.pullback.processor.testkit.Arguments;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs that compute in {@code float}: those of {@code double} with another name of the type, and roundings. */
final class SinglePrecision {
    private static final String TYPE = "\\bdouble\\b";
    private static final String LITERAL = "(?<![\\w.])\\d+\\.\\d+(?:E-?\\d+)?(?![\\w.])";

    private SinglePrecision() {}

    /** Whether there is everything that these methods use for {@code float}, too. */
    static boolean isPossible(FuzzMethod main, List<FuzzMethod> callees) {
        return !main.isVector()
                && Stream.concat(Stream.of(main), callees.stream()).allMatch(SinglePrecision::isPossible);
    }

    private static boolean isPossible(FuzzMethod method) {
        return method.parameters().stream().noneMatch(p -> p.type() == FuzzType.CUBE)
                && FuzzStatement.deep(method.body()).stream().allMatch(SinglePrecision::isPossible);
    }

    private static boolean isPossible(FuzzStatement statement) {
        boolean isForDoubles = statement instanceof FuzzStatement.Lambda
                || statement instanceof FuzzStatement.Declare d && d.type() == FuzzType.CUBE;
        return !isForDoubles && statement.expressions().stream().allMatch(SinglePrecision::isPossible);
    }

    private static boolean isPossible(FuzzExpression e) {
        boolean isForDoubles = e instanceof StreamCall
                || e instanceof Apply
                || e instanceof MathCall call && call.name().equals("fma");
        return !isForDoubles && e.operands().stream().allMatch(SinglePrecision::isPossible);
    }

    /** The program with a cast around all that the library gives as {@code double}. */
    static FuzzProgram cast(FuzzProgram program) {
        return program.withMethods(
                cast(program.main()),
                program.callees().stream().map(SinglePrecision::cast).toList());
    }

    private static FuzzMethod cast(FuzzMethod method) {
        return method.withBody(cast(method.body()));
    }

    private static List<FuzzStatement> cast(List<FuzzStatement> block) {
        return block.stream()
                .map(s -> s.with(
                        s.expressions().stream().map(SinglePrecision::cast).toList(),
                        s.blocks().stream().map(SinglePrecision::cast).toList()))
                .toList();
    }

    private static FuzzExpression cast(FuzzExpression e) {
        FuzzExpression inner =
                e.withOperands(e.operands().stream().map(SinglePrecision::cast).toList());
        boolean isDouble = e.type() == FuzzType.DOUBLE
                && (e instanceof MathCall
                        || e instanceof Constant constant && constant.name().contains("."));
        return isDouble ? new Cast(FuzzType.DOUBLE, inner) : inner;
    }

    /** Java text with {@code float} in the place of {@code double}. */
    static String text(String doubles) {
        return doubles.replaceAll(TYPE, "float").replaceAll(LITERAL, "$0f");
    }

    /** The arguments, rounded. */
    static Arguments rounded(Arguments point) {
        Object[] values = Arrays.stream(point.values())
                .map(v -> Arguments.isReal(v.getClass()) ? rounded(v) : v)
                .toArray();
        boolean[] independent = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            independent[i] = point.isIndependent(i);
        }
        return new Arguments(values, independent);
    }

    private static Object rounded(Object value) {
        if (value instanceof Double real) {
            return real.floatValue();
        }
        int length = Array.getLength(value);
        Object result = Array.newInstance(type(value.getClass().getComponentType()), length);
        for (int i = 0; i < length; i++) {
            Array.set(result, i, rounded(Array.get(value, i)));
        }
        return result;
    }

    private static Class<?> type(Class<?> type) {
        return type.isArray() ? type(type.getComponentType()).arrayType() : float.class;
    }
}
