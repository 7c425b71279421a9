package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No object gets the derivative of another class's method. */
final class VirtualCallsTest {

    private static final String PAYOFF = """
        package q;

        import dev.pullback.annotations.Differentiable;

        public interface Payoff {
            @Differentiable(implementations = {Square.class, Cube.class})
            double value(double s);

            class Square implements Payoff {
                @Override
                @Differentiable
                public double value(double s) {
                    return s * s;
                }
            }

            final class Cube extends Square {
                @Override
                @Differentiable
                public double value(double s) {
                    return s * s * s;
                }
            }

            static Payoff make(String kind) {
                return switch (kind) {
                    case "square" -> new Square();
                    case "cube" -> new Cube();
                    case "subclass" -> new Square() {
                        @Override
                        public double value(double s) {
                            return 7 * s;
                        }
                    };
                    case "lambda" -> s -> 5 * s;
                    default -> null;
                };
            }

            @Differentiable
            static double price(Payoff payoff, double s) {
                return 2 * payoff.value(s);
            }

            static double slope(String kind, double s) {
                return PayoffDerivatives.priceGradient(make(kind), s);
            }
        }
        """;

    @ParameterizedTest
    @CsvSource({"square, 12", "cube, 54"})
    void aSubclassIsAskedForBeforeItsParent(String kind, double gradient) throws Throwable {
        assertThat(slope(kind)).isEqualTo(gradient);
    }

    @ParameterizedTest
    @CsvSource({
        "subclass, java.lang.IllegalArgumentException, q.Payoff$1",
        "lambda, java.lang.IllegalArgumentException, q.Payoff$$Lambda",
        "nothing, java.lang.NullPointerException, ''"
    })
    void anUnknownClassIsAnExceptionThatNamesIt(String kind, String exception, String name) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> slope(kind)))
                .satisfies(thrown -> assertThat(thrown.getClass().getName()).isEqualTo(exception))
                .hasMessageContaining(name);
    }

    @Test
    void anImplementationThatTurnsOutToOverwriteIsAnError() {
        CompilationResult result = ProcessorCompiler.withProcessor().compile(new SourceFile("Filter", """
            import dev.pullback.annotations.Differentiable;

            sealed interface Filter {
                @Differentiable
                double apply(double[] x);

                final class Half implements Filter {
                    @Override
                    @Differentiable
                    public double apply(double[] x) {
                        x[0] /= 2;
                        return x[0] * x[0];
                    }
                }
            }
            """));
        assertThat(result.describe()).contains("[AD118]", "overwrites arrays");
    }

    private static double slope(String kind) throws Throwable {
        CompilationResult result = ProcessorCompiler.withProcessor().compile(new SourceFile("q.Payoff", PAYOFF));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        Method method = result.load("q.Payoff").getMethod("slope", String.class, double.class);
        try {
            return (double) method.invoke(null, kind, 3.0);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
