package dev.pullback.processor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle of patterns catches each of these defects when it is planted in the processor. */
@Tag("planted")
final class PlantedPatternTest {
    private static final String SOURCE = """
            import dev.pullback.annotations.Derivative;
            import dev.pullback.annotations.Differentiable;
            import dev.pullback.annotations.Passive;

            public class Patterns {
                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] stencil(double[] x, double[] y) {
                    double[] r = new double[x.length];
                    for (int i = 1; i < x.length; i++) {
                        r[i] = x[i] * y[i - 1] + (i > 2 ? x[0] : y[0]);
                        r[i] += Math.max(x[i - 1], y[1]);
                    }
                    return r;
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] branches(double[] x, double[] y) {
                    double[] r = new double[x.length];
                    for (int i = 1; i < x.length; i++) {
                        double s = x[i];
                        if (x[i] > 0) {
                            s = y[i];
                        } else {
                            r[i] = x[i - 1];
                        }
                        r[i] = r[i] + s + (y[i] > 0 ? x[0] : y[0]);
                        if (y[i] > 1) {
                            r[i] = 0;
                        }
                    }
                    return r;
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] guarded(double[] x, double[] y) {
                    double[] r = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        if (i > 0 && x[i] > 0) {
                            r[i] = x[i - 1];
                        } else {
                            r[i] = y[i];
                        }
                        if (i < 2 || x[i] > 0) {
                            r[i] = r[i] * y[0];
                        }
                    }
                    return r;
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] ending(double[] x, double[] y) {
                    double a = x[0];
                    double b = 0;
                    double c = 0;
                    while (a < 20) {
                        c = b;
                        b = a + y[1];
                        a = a + 3 + y[0] * y[0];
                    }
                    return new double[] {a, b, c};
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] chosen(double[] x, double[] y) {
                    int k = 0;
                    if (x[0] > 0) {
                        k = 1;
                    }
                    return new double[] {x[k] * y[0]};
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double[] called(double[] x, double[] y) {
                    return new double[] {Products.times(x[1], y[1])};
                }

                @Differentiable(derivatives = Derivative.SPARSITY)
                public static double energy(double[] x, double[] y) {
                    double sum = Math.exp(x[0] + y[0]);
                    sum += x[1] * y[1] + x[2] / y[2];
                    if (x[1] > 0) {
                        sum += x[1] * y[2];
                    } else {
                        sum += x[2] * y[1] * y[0];
                    }
                    sum += Products.times(x[0], y[1]);
                    return sum * 2;
                }
            }

            class Products {
                @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
                static double times(double a, double b) {
                    return a * b;
                }
            }
            """;

    private static final double[][] POINTS = {
        {0.5, 1.5, 2, 0.7, 1.2, 0.4, 1, 2},
        {-0.5, -1.5, 2, -0.7, -1.2, 1.4, -1, 2},
        {-0.5, 1.5, -2, 0.7, 1.2, -0.4, 1.1, -2},
        {0.5, -1.5, -2, -0.7, -1.2, -0.4, 1.1, -2},
    };

    /** A check or a dependency whose absence makes patterns wrong. */
    enum Defect {
        ONLY_FIRST_OPERANDS(
                "transform.pattern.Domains",
                "if (rule != null && rule.dependsOn(i)) {\n                    collect",
                "if (rule != null && rule.dependsOn(i) && i == 0) {\n                    collect",
                "stencil"),
        ONLY_ONE_ARM(
                "transform.pattern.Domains",
                "addIf(outcomes.mayFail(choice.condition()), whenFalse, origin, found);",
                "",
                "branches"),
        FIRST_ARM_WHEREVER_KNOWN(
                "transform.pattern.Domains",
                "DomainCalls.union(whenFalse))",
                "DomainCalls.union(whenTrue))",
                "stencil"),
        OVERWRITTEN_IN_A_BRANCH(
                "transform.pattern.PatternTransform", "if (depth > depthOf(s.target()) ||", "if (", "branches"),
        NOTHING_KEPT(
                "transform.pattern.PatternTransform",
                "new LinkedHashSet<>(List.of(target))",
                "new LinkedHashSet<>()",
                "stencil"),
        ONE_BRANCH(
                "transform.pattern.PatternTransform",
                "visit(outcomes.mayFail(s.condition()), own, s.origin(), out);",
                "",
                "branches"),
        GUARDED_BY_WHAT_FAILS(
                "transform.pattern.Outcomes",
                "return or(mayFail(both.left()), and(mayHold(both.left()), mayFail(both.right())));",
                "return mayFail(both.left());",
                "guarded"),
        BOTH_MUST_HOLD(
                "transform.pattern.Outcomes",
                "return or(mayHold(either.left()), and(",
                "return and(mayHold(either.left()), and(",
                "guarded"),
        ONE_ITERATION(
                "transform.pattern.FixedPoints",
                "new Logical(Logical.Operator.OR, new Read(flag), hasGrown)",
                "Literal.FALSE",
                "ending"),
        CALLS_OF_CONSTANTS(
                "transform.pattern.PatternTransform", "domain.addAll(domains.of(argument, s.origin()));", "", "called"),
        LINEAR_CALLS(
                "transform.pattern.PatternTransform",
                "if (interactions.isPresent() && !domain.isEmpty())",
                "if (false)",
                "energy"),
        ONE_OFFSET(
                "transform.pattern.DomainCalls",
                "call(\"of\", typeOf(independent.type()), offset,",
                "call(\"of\", typeOf(independent.type()), dev.pullback.processor.ir.Literal.of(0),",
                "stencil"),
        ASSIGNED_IN_BOTH_BRANCHES(
                "analysis.ValueDependence", "if (isConditional || !isKnown(value)", "if (!isKnown(value)", "chosen"),
        LINEAR_FUNCTIONS("transform.pattern.Domains", "|| rule.needsResult(i) && rule.dependsOn(j)", "", "energy"),
        LINEAR_PRODUCTS("transform.pattern.Domains", "rule.needsArgument(i, j) ||", "", "energy"),
        COVERED_BY_HALVES(
                "transform.pattern.Domains",
                "first.containsAll(other.first) && second.containsAll(other.second)",
                "first.containsAll(other.first) || second.containsAll(other.second)",
                "energy"),
        RETURNED_AS_IT_IS(
                "transform.pattern.PatternTransform",
                "interact(s.value(), s.origin(), out);\n        Place target",
                "Place target",
                "energy");

        private final String className;
        private final String text;
        private final String defect;
        private final String method;

        Defect(String className, String text, String defect, String method) {
            this.className = className;
            this.text = text;
            this.defect = defect;
            this.method = method;
        }
    }

    @Test
    void rightPatternsPass() throws ReflectiveOperationException {
        assertThat(caught(ProcessorCompiler.withProcessor())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Defect planted) throws ReflectiveOperationException {
        DefectiveProcessor processor = new DefectiveProcessor(planted.className, planted.text, planted.defect);
        assertThat(caught(ProcessorCompiler.with(processor))).contains(planted.method);
    }

    /** The methods whose pattern misses something at one of the points. */
    private static Set<String> caught(ProcessorCompiler compiler) throws ReflectiveOperationException {
        CompilationResult build = compiler.compile(SourceFile.of("Patterns", SOURCE));
        assertThat(build.succeeded()).as(build.describe()).isTrue();
        Class<?> derivatives = build.load("PatternsDerivatives");
        Set<String> caught = new TreeSet<>();
        for (String name : new String[] {"stencil", "branches", "guarded", "ending", "chosen", "called", "energy"}) {
            for (double[] point : POINTS) {
                double[] x = Arrays.copyOf(point, 4);
                double[] y = Arrays.copyOfRange(point, 4, 8);
                Verdict verdict = new Verdict();
                boolean isHessian = name.equals("energy");
                SparsityPattern pattern = (SparsityPattern)
                        call(derivatives, name + (isHessian ? "HessianPattern" : "JacobianPattern"), x, y);
                MatrixProduct product = (vector, result) -> {
                    double[] row = isHessian
                            ? (double[]) call(derivatives, name + "HessianVector", x, y, vector)
                            : ((double[][]) call(derivatives, name + "Pushforwards", x, y, new double[][] {vector}))[0];
                    System.arraycopy(row, 0, result, 0, result.length);
                };
                if (isHessian) {
                    PatternOracle.checkHessian(pattern, product, false, verdict);
                } else {
                    PatternOracle.checkJacobian(pattern, product, false, verdict);
                }
                if (!verdict.violations().isEmpty()) {
                    caught.add(name);
                }
            }
        }
        return caught;
    }

    private static Object call(Class<?> derivatives, String name, Object... arguments) {
        try {
            Method method = Arrays.stream(derivatives.getDeclaredMethods())
                    .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
