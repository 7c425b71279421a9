package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generated classes do what the contract of the generated class says. They are compiled with every warning as an error, and the
 * derivative of each method is twice its independents.
 */
class DerivativeClassTest {

    private static final SampleClass SAMPLE = SampleClass.differentiated();

    private final double[] w = {1, -2, 3};
    private final double[] y = {5};
    private final double[] alpha = {1, 2};
    private final double[][] mu = {{3, 4, 5}, {6, 7, 8}};

    @Test
    void valueAndGradientOverwritesTheBars() {
        double[] wBar = {Double.NaN, 7, 7};
        double[] scalarBars = {Double.NaN};
        Object value = SAMPLE.call("fValueAndGradient", w, 4.0, y, wBar, scalarBars);
        assertThat(value).isEqualTo(SAMPLE.primal("f", w, 4.0, y)).isEqualTo(30.0);
        assertThat(wBar).containsExactly(2, -4, 6);
        assertThat(scalarBars).containsExactly(8);
    }

    @Test
    void valueAndGradientTakesAWorkspace() {
        double[] scalarBars = new double[2];
        Object value = SAMPLE.call("gValueAndGradient", 3.0, 1, 4.0, 2L, true, scalarBars, new Workspace());
        assertThat(value).isEqualTo(25.0);
        assertThat(scalarBars).containsExactly(6, 8);
    }

    @Test
    void pullbackAddsToTheBars() {
        double[] alphaBar = {1, 1};
        double[][] muBar = {{1, 1, 1}, {1, 1, 1}};
        double[] new2Bar = {1};
        double[] scalarBars = {1, 1};
        SAMPLE.call("qPullback", alpha, 9.0, mu, 10.0, y, 0.5, alphaBar, muBar, new2Bar, scalarBars);
        assertThat(alphaBar).containsExactly(2, 3);
        assertThat(muBar[1]).containsExactly(7, 8, 9);
        assertThat(new2Bar).containsExactly(6);
        assertThat(scalarBars).containsExactly(10, 11);
        SAMPLE.call("qPullback", alpha, 9.0, mu, 10.0, y, -0.5, alphaBar, muBar, new2Bar, scalarBars, new Workspace());
        assertThat(alphaBar).containsExactly(1, 1);
    }

    @Test
    void pushforwardTakesATangentPerIndependent() {
        double[] wDot = {1, 1, 10};
        assertThat(SAMPLE.call("fPushforward", w, 4.0, y, wDot, 0.5)).isEqualTo(62.0);
        assertThat(SAMPLE.call("fPushforward", w, 4.0, y, wDot, 0.5, new Workspace()))
                .isEqualTo(62.0);
    }

    @Test
    void gradientHasTheSimplestType() throws ReflectiveOperationException {
        assertThat(SAMPLE.call("fGradient", 3.0)).isEqualTo(6.0);
        assertThat((double[]) SAMPLE.call("gGradient", 3.0, 1, 4.0, 2L, true)).containsExactly(6, 8);
        assertThat((double[]) SAMPLE.call("vGradient", w)).containsExactly(2, -4, 6);
        assertThat(((double[][]) SAMPLE.call("mGradient", mu, y))[1]).containsExactly(12, 14, 16);
        Object gradient = SAMPLE.call("qGradient", alpha, 9.0, mu, 10.0, y);
        assertThat(gradient.getClass().getSimpleName()).isEqualTo("QGradient");
        assertThat(componentNames(gradient)).containsExactly("alpha", "s", "mu", "t", "new2");
        assertThat((double[]) component(gradient, "alpha")).containsExactly(2, 4);
        assertThat(component(gradient, "s")).isEqualTo(18.0);
        assertThat(((double[][]) component(gradient, "mu"))[0]).containsExactly(6, 8, 10);
        assertThat(component(gradient, "t")).isEqualTo(20.0);
        assertThat(gradient)
                .hasToString("QGradient[alpha=[2.0, 4.0], s=18.0, mu=[[6.0, 8.0, 10.0], [12.0, 14.0, 16.0]], t=20.0,"
                        + " new2=[10.0]]");
        assertThat(SAMPLE.derivatives()
                        .getDeclaredMethod("vGradient", double[].class)
                        .isVarArgs())
                .isTrue();
    }

    @Test
    void wrongShapesAreRejectedByName() {
        double[] one = new double[1];
        assertThatThrownBy(() -> SAMPLE.call("fValueAndGradient", w, 4.0, y, new double[2], one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wBar");
        assertThatThrownBy(() -> SAMPLE.call("fPullback", w, 4.0, y, 1.0, new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scalarBars");
        assertThatThrownBy(() -> SAMPLE.call("mPullback", mu, y, 1.0, new double[2][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("muBar[0]");
        assertThatThrownBy(() -> SAMPLE.call("fPushforward", w, 4.0, y, one, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wDot");
    }

    // ---- objectives ----

    @Test
    void objectiveTakesTheFreeLengthFromThePoint() {
        Objective objective = (Objective) SAMPLE.call("fObjective", y);
        for (int length = 1; length < 4; length++) {
            checkObjective(objective, length);
        }
        assertThatThrownBy(() -> objective.value(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point has length 0, expected at least 1");
        checkObjective((Objective) SAMPLE.call("vObjective"), 5);
        checkObjective((Objective) SAMPLE.call("localObjective"), 3);
    }

    @Test
    void objectiveTakesSizes() {
        Objective objective = (Objective) SAMPLE.call("qObjective", 2, 2, 3, 1);
        checkObjective(objective, 11);
        checkObjective(objective, 11);
        assertThatThrownBy(() -> objective.value(new double[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point has length 10, expected 11");
        checkObjective((Objective) SAMPLE.call("mObjective", y, 2, 3), 6);
        checkObjective((Objective) SAMPLE.call("gObjective", 1, 2L, true), 2);
        checkObjective((Objective) SAMPLE.call("hiddenObjective"), 4);
        checkObjective((Objective) SAMPLE.call("clashObjective", 7, 2, 1, 2), 7);
    }

    @Test
    void objectiveChecksTheGradient() {
        Objective objective = (Objective) SAMPLE.call("fObjective", y);
        assertThatThrownBy(() -> objective.valueAndGradient(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gradient");
    }

    /** Objectives of overloads can have one signature: the later ones have a number. */
    @Test
    void objectivesOfOverloadsAreKeptApart() {
        checkObjective((Objective) SAMPLE.call("fObjective"), 1);
        checkObjective((Objective) SAMPLE.call("fObjective2", y), 2);
    }

    private static void checkObjective(Objective objective, int length) {
        double[] point = new double[length];
        double[] gradient = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            point[i] = i + 1;
            gradient[i] = Double.NaN;
            sum += point[i] * point[i];
        }
        assertThat(objective.value(point)).isEqualTo(sum);
        assertThat(objective.valueAndGradient(point, gradient)).isEqualTo(sum);
        for (int i = 0; i < length; i++) {
            assertThat(point[i]).isEqualTo(i + 1);
            assertThat(gradient[i]).isEqualTo(2 * point[i]);
        }
    }

    // ---- form ----

    @Test
    void visibilityFollowsThePrimal() {
        assertThat(SAMPLE.derivatives().getModifiers()).isEqualTo(Modifier.PUBLIC | Modifier.FINAL);
        for (Method method : SAMPLE.derivatives().getDeclaredMethods()) {
            boolean isHidden = method.getName().matches("(hidden|local).*|.*(Objective|ExampleLoss)Of");
            assertThat(Modifier.isPublic(method.getModifiers()))
                    .as(method.toString())
                    .isEqualTo(!isHidden);
        }
    }

    @Test
    void abandonedMethodsThrowButHaveTheSameSignatures() {
        SampleClass abandoned = SampleClass.abandoned();
        assertThat(signatures(abandoned)).isEqualTo(signatures(SAMPLE));
        for (Method method : abandoned.derivatives().getDeclaredMethods()) {
            Object[] arguments = Stream.of(method.getParameterTypes())
                    .map(type -> Array.get(Array.newInstance(type, 1), 0))
                    .toArray();
            method.setAccessible(true);
            String primal =
                    method.getName().replaceAll("(Value|Gradient|Pull|Push|Objective|Point|Independents).*", "");
            assertThatThrownBy(() -> method.invoke(null, arguments))
                    .cause()
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(primal + " was not differentiated: see the compiler's errors");
        }
    }

    @Test
    void emittingTwiceGivesTheSameBytes() {
        List<MethodDerivatives> methods = SampleClass.SIGNATURES.stream()
                .map(s -> SumOfSquares.of(Primals.parse(s), true))
                .toList();
        assertThat(SampleClass.text(methods)).isEqualTo(SampleClass.text(methods));
    }

    @Test
    void methodsOfTheUnnamedPackage() {
        String text = SourceWriter.text(new DerivativeClass(
                "", List.of("Top"), false, List.of(SumOfSquares.of(Primals.parse("f(double x)"), false)), List.of()));
        assertThat(text)
                .contains("@PullbackGenerated(Top.class)\nfinal class TopDerivatives {")
                .contains("{@link Top#f(double)}")
                .doesNotContain("package");
    }

    @Test
    void functionsThatBreakTheContractAreRejected() {
        MethodDerivatives good = SumOfSquares.of(Primals.parse("f(double x)"), false);
        MethodDerivatives.Sweeps sweeps = good.sweeps().orElseThrow();
        Function wrong = new Function("fPullback", List.of(), PrimitiveType.VOID, Block.EMPTY);
        MethodDerivatives bad = new MethodDerivatives(
                good.primal(),
                Optional.of(new MethodDerivatives.Sweeps(
                        sweeps.valueAndGradient().orElseThrow(), wrong, Optional.empty(), List.of())));
        assertThatThrownBy(() -> SampleClass.text(List.of(bad)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the parameters of fPullback are [], the contract says"
                        + " [double, double, double[], dev.pullback.runtime.Workspace]");
    }

    @Test
    void derivativesOfOneSignatureAreRejected() {
        List<MethodDerivatives> methods = Stream.of(
                        "public f(double[] x, double[] y)",
                        "public f(double[] x, @Passive double[] y, @Passive double[] z)")
                .map(s -> SumOfSquares.of(Primals.parse(s), false))
                .toList();
        assertThatThrownBy(() -> SampleClass.text(methods))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a derivative of f and one of an overload are both fValueAndGradient");
    }

    /** What other classes can call. */
    private static List<String> signatures(SampleClass sample) {
        return Stream.of(sample.derivatives().getDeclaredMethods())
                .filter(m -> !Modifier.isPrivate(m.getModifiers()))
                .map(m -> m.toString().replaceAll("\\$[A-Za-z]+Gradient", "Gradient"))
                .sorted()
                .toList();
    }

    private static List<String> componentNames(Object value) {
        return Stream.of(value.getClass().getDeclaredFields())
                .map(Field::getName)
                .toList();
    }

    private static Object component(Object value, String name) throws ReflectiveOperationException {
        Method accessor = value.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(value);
    }
}
