package dev.pullback.processor.fuzz;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Operators and {@code Math} functions on dual numbers, with the documented conventions at kinks: of two equal arguments the
 * first one is the maximum or minimum, and {@code abs} has the derivative 0 at 0.
 */
final class DualMath {
    private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();

    private DualMath() {}

    /** {@code +, -, *, /, %}. */
    static Dual arithmetic(String operator, Dual left, Dual right) {
        double x = left.value();
        double y = right.value();
        switch (operator) {
            case "+":
                return left.combine(right, x + y, 1, 1);
            case "-":
                return left.combine(right, x - y, 1, -1);
            case "*":
                return left.combine(right, x * y, y, x);
            case "/":
                return left.combine(right, x / y, 1 / y, -(x / y) / y);
            case "%":
                double remainder = x % y;
                return left.combine(right, remainder, 1, -Math.rint((x - remainder) / y));
            default:
                throw new IllegalStateException(operator);
        }
    }

    /** A function of {@code Math} or {@code StrictMath} with real arguments and result. */
    static Dual call(String owner, String name, Dual... arguments) {
        double[] x = Arrays.stream(arguments).mapToDouble(Dual::value).toArray();
        double value = value(owner, name, x);
        if (name.equals("copySign") && owner.equals("Math") && Double.isNaN(x[1])) {
            throw new DualEvaluator.Unfit("Java leaves the sign of NaN open");
        }
        if (x.length == 1) {
            return arguments[0].map(value, partial(name, x[0], value), termSize(name));
        }
        double[] partials = partials(name, x, value);
        Dual result = arguments[0].combine(arguments[1], value, partials[0], partials[1]);
        return x.length == 2 ? result : result.combine(arguments[2], value, 1, partials[2]);
    }

    private static double value(String owner, String name, double[] x) {
        Method method = METHODS.computeIfAbsent(owner + "." + name + x.length, key -> {
            try {
                Class<?>[] types = new Class<?>[x.length];
                Arrays.fill(types, double.class);
                return Class.forName("java.lang." + owner).getMethod(name, types);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(key, e);
            }
        });
        try {
            return (Double) method.invoke(null, Arrays.stream(x).boxed().toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner + "." + name, e);
        }
    }

    private static double partial(String name, double x, double value) {
        return switch (name) {
            case "sin" -> Math.cos(x);
            case "cos" -> -Math.sin(x);
            case "tan" -> 1 + value * value;
            case "asin" -> 1 / Math.sqrt((1 - x) * (1 + x));
            case "acos" -> -1 / Math.sqrt((1 - x) * (1 + x));
            case "atan" -> 1 / (1 + x * x);
            case "sinh" -> Math.cosh(x);
            case "cosh" -> Math.sinh(x);
            case "tanh" -> 1 / (Math.cosh(x) * Math.cosh(x));
            case "exp" -> value;
            case "expm1" -> Math.exp(x);
            case "log" -> 1 / x;
            case "log10" -> 1 / (x * Math.log(10));
            case "log1p" -> 1 / (1 + x);
            case "sqrt" -> 1 / (2 * value);
            case "cbrt" -> 1 / (3 * value * value);
            case "abs" -> x == 0 ? 0 : Math.signum(x);
            case "toRadians" -> Math.PI / 180;
            case "toDegrees" -> 180 / Math.PI;
            case "signum", "floor", "ceil", "rint" -> 0;
            default -> throw new IllegalStateException(name);
        };
    }

    /** Where a rule may subtract nearly equal numbers ({@code 1 - tanh * tanh}), the size of those. */
    private static double termSize(String name) {
        return switch (name) {
            case "tanh", "expm1" -> 1;
            default -> 0;
        };
    }

    private static double[] partials(String name, double[] x, double value) {
        return switch (name) {
            case "max" -> x[0] >= x[1] ? new double[] {1, 0} : new double[] {0, 1};
            case "min" -> x[0] <= x[1] ? new double[] {1, 0} : new double[] {0, 1};
            case "pow" -> new double[] {x[1] * Math.pow(x[0], x[1] - 1), value * Math.log(x[0])};
            case "hypot" -> new double[] {x[0] / value, x[1] / value};
            case "atan2" -> {
                double square = x[0] * x[0] + x[1] * x[1];
                yield new double[] {x[1] / square, -x[0] / square};
            }
            case "fma" -> new double[] {x[1], x[0], 1};
            case "copySign" -> new double[] {sameSign(x[0], x[1]) ? 1 : -1, 0};
            case "IEEEremainder" -> new double[] {1, -Math.rint((x[0] - value) / x[1])};
            default -> throw new IllegalStateException(name);
        };
    }

    private static boolean sameSign(double x, double y) {
        return Math.copySign(1, x) == Math.copySign(1, y);
    }
}
