package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void sumsHaveTheBitsOfThePlatform() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            double[] terms = new double[random.nextInt(20)];
            Arrays.setAll(terms, i -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(80) - 40));
            expectSame(terms);
        }
    }

    @Test
    void infinitiesAndNaNAreThoseOfThePlatform() {
        double infinity = Double.POSITIVE_INFINITY;
        expectSame(1.0, infinity, 2.0);
        expectSame(infinity, -infinity);
        expectSame(-infinity, 1.0);
        expectSame(1.0, Double.NaN);
        expectSame(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
        expectSame(-0.0);
        expectSame(-0.0, -0.0);
    }

    private static void expectSame(double... terms) {
        double plain = 0.0;
        for (double term : terms) {
            plain += term;
        }
        assertThat(Streams.sum(plain, terms, terms.length))
                .as(Arrays.toString(terms))
                .isEqualTo(Double.valueOf(Arrays.stream(terms).sum()));
    }

    @Test
    void onlyTheFirstTermsCount() {
        assertThat(Streams.sum(3.0, new double[] {1.0, 2.0, 4.0}, 2)).isEqualTo(3.0);
    }

    @Test
    void whatIsNotPresentIsRefusedAsByOptionals() {
        assertThat(Streams.present(true, 2.5)).isEqualTo(2.5);
        assertThat(Streams.present(true, 2)).isEqualTo(2);
        assertThatThrownBy(() -> Streams.present(false, 2.5))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No value present");
        assertThatThrownBy(() -> Streams.present(false, 2)).isInstanceOf(NoSuchElementException.class);
    }
}
