package dev.pullback.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The special functions against tables, against Hipparchus and against each other. */
final class SpecialFunctionsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** From the NIST Digital Library of Mathematical Functions and computations with 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "erf, 0.1, 0.112462916018284892204",
        "erf, -0.5, -0.520499877813046537683",
        "erf, 1, 0.842700792949714869341",
        "erf, 1e-300, 1.12837916709551257390e-300",
        "erfc, 0.3, 0.671373240540872583810",
        "erfc, -1, 1.84270079294971486934",
        "erfc, 2, 0.00467773498104726583794",
        "erfc, 10, 2.08848758376254475700e-45",
        "erfc, 26, 5.66319240885614284648e-296",
        "erfInv, 0.5, 0.476936276204469873381",
        "erfInv, -0.99, -1.82138636771844967304",
        "erfcInv, 1e-100, 15.0655747025926457037",
        "erfcInv, 1.5, -0.476936276204469873381",
        "normalPdf, 0, 0.398942280401432677940",
        "normalPdf, -30, 1.47364613487854751905e-196",
        "normalCdf, 1.96, 0.975002104851779565440",
        "normalCdf, -37, 5.72557122252458051010e-300",
        "normalInverseCdf, 0.975, 1.95996398454005423552",
        "normalInverseCdf, 1e-20, -9.26234008979840757957",
        "gamma, 0.5, 1.77245385090551602730",
        "gamma, 5, 24",
        "gamma, 171, 7.25741561530799896740e306",
        "gamma, -1.5, 2.36327180120735470306",
        "logGamma, 0.5, 0.572364942924700087072",
        "logGamma, 1.00001, -5.77207440275048262159e-6",
        "logGamma, 1e10, 220258509288.810581470",
        "logGamma, -0.5, 1.26551212348464539649",
        "digamma, 1, -0.577215664901532860607",
        "digamma, 0.5, -1.96351002602142347944",
        "digamma, 1.4616, -0.0000311062512303416496576",
        "digamma, 100, 4.60016185273808740020",
        "digamma, -0.5, 0.0364899739785765205590",
        "trigamma, 1, 1.64493406684822643647",
        "trigamma, 0.5, 4.93480220054467930942",
        "trigamma, -0.5, 8.93480220054467930942",
        "tetragamma, 1, -2.40411380631918857080",
        "tetragamma, 0.5, -16.8287966442343199956",
        "tetragamma, -0.5, -0.828796644234319995596",
    })
    void tables(String name, double x, double expected) throws ReflectiveOperationException {
        double actual =
                (double) SpecialFunctions.class.getMethod(name, double.class).invoke(null, x);
        assertThat(actual).isCloseTo(expected, within(16 * Math.ulp(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "beta, 2, 3, 0.0833333333333333333333",
        "beta, 0.5, 0.5, 3.14159265358979323846",
        "beta, 100, 0.5, 0.177467079428307013892",
        "logBeta, 2, 3, -2.48490664978800031023",
        "logBeta, 1e-5, 20, 11.5128899876533396634",
        "logBeta, 1000, 1e8, -12515.4653157265426485",
        "digammaDifference, 1e10, 1, 1e-10",
        "digammaDifference, 1, 1, 1",
        "digammaDifference, 0.5, 0.5, 1.38629436111989061883",
    })
    void tablesOfTwoArguments(String name, double x, double y, double expected) throws ReflectiveOperationException {
        double actual = (double) SpecialFunctions.class
                .getMethod(name, double.class, double.class)
                .invoke(null, x, y);
        assertThat(actual).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }

    @Test
    void agreesWithHipparchus() {
        compare(SpecialFunctions::erf, Erf::erf, -6, 6);
        compare(SpecialFunctions::erfc, Erf::erfc, -3, 3);
        compare(SpecialFunctions::erfInv, Erf::erfInv, -1, 1);
        compare(SpecialFunctions::erfcInv, Erf::erfcInv, 0, 2);
        compare(SpecialFunctions::gamma, Gamma::gamma, -5, 20);
        compare(SpecialFunctions::logGamma, Gamma::logGamma, 0, 100);
        // Hipparchus has fewer terms here.
        compare(SpecialFunctions::digamma, Gamma::digamma, -5, 50, 1e-8);
        compare(SpecialFunctions::trigamma, Gamma::trigamma, -5, 50, 1e-8);
        compare(SpecialFunctions::logBeta, Beta::logBeta);
    }

    private static void compare(DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double from, double to) {
        compare(ours, theirs, from, to, 2e-12);
    }

    private static void compare(
            DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double from, double to, double tolerance) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double x = random.nextDouble(from, to);
            double expected = theirs.applyAsDouble(x);
            assertThat(ours.applyAsDouble(x))
                    .as("at %s", x)
                    .isCloseTo(expected, within(tolerance * Math.max(1.0, Math.abs(expected))));
        }
    }

    private static void compare(DoubleBinaryOperator ours, DoubleBinaryOperator theirs) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double p = Math.exp(random.nextDouble(-5, 8));
            double q = Math.exp(random.nextDouble(-5, 8));
            double expected = theirs.applyAsDouble(p, q);
            assertThat(ours.applyAsDouble(p, q))
                    .as("at %s, %s", p, q)
                    .isCloseTo(expected, within(1e-12 * Math.max(1.0, Math.abs(expected))));
        }
    }

    @Test
    void limits() {
        assertThat(SpecialFunctions.erf(INFINITY)).isEqualTo(1.0);
        assertThat(SpecialFunctions.erf(-INFINITY)).isEqualTo(-1.0);
        assertThat(1.0 / SpecialFunctions.erf(-0.0)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.erfc(INFINITY)).isZero();
        assertThat(SpecialFunctions.erfc(-INFINITY)).isEqualTo(2.0);
        assertThat(SpecialFunctions.erfInv(1)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.erfInv(-1.01)).isNaN();
        assertThat(SpecialFunctions.erfcInv(0)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.erfcInv(2)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.normalPdf(-INFINITY)).isZero();
        assertThat(SpecialFunctions.normalCdf(-INFINITY)).isZero();
        assertThat(SpecialFunctions.normalCdf(INFINITY)).isEqualTo(1.0);
        assertThat(SpecialFunctions.normalInverseCdf(0)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.normalInverseCdf(1)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.gamma(0.0)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.gamma(-0.0)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.gamma(-3)).isNaN();
        assertThat(SpecialFunctions.gamma(200)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.gamma(-200.5)).isZero();
        assertThat(SpecialFunctions.logGamma(1)).isZero();
        assertThat(SpecialFunctions.logGamma(2)).isZero();
        assertThat(SpecialFunctions.logGamma(0)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.logGamma(-2)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.logGamma(INFINITY)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.digamma(0.0)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.digamma(-1)).isNaN();
        assertThat(SpecialFunctions.digamma(INFINITY)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.trigamma(0.0)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.trigamma(-1)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.trigamma(INFINITY)).isZero();
        assertThat(SpecialFunctions.beta(0, 1)).isEqualTo(INFINITY);
        assertThat(SpecialFunctions.beta(-1, 1)).isNaN();
        assertThat(SpecialFunctions.logBeta(1, INFINITY)).isEqualTo(-INFINITY);
        assertThat(SpecialFunctions.digammaDifference(-1, 1)).isNaN();
        assertThat(SpecialFunctions.digammaDifference(1, INFINITY)).isEqualTo(INFINITY);
    }

    @Test
    void notANumberStaysVisible() throws ReflectiveOperationException {
        for (var method : SpecialFunctions.class.getDeclaredMethods()) {
            Object[] arguments = new Object[method.getParameterCount()];
            java.util.Arrays.fill(arguments, Double.NaN);
            assertThat((double) method.invoke(null, arguments))
                    .as(method.getName())
                    .isNaN();
        }
    }
}
