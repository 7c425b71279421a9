package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SortingTest {

    private final Workspace workspace = new Workspace();

    @RepeatedTest(50)
    void adjointsGoWhereTheElementsStood(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int n = random.nextInt(40);
        double[] a = random.ints(n, 0, 12).mapToDouble(i -> i / 2).toArray();
        double[] bar = IntStream.range(0, n).mapToDouble(i -> i + 1).toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> a[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            expected[order[i]] = bar[i];
        }
        double[] sorted = a.clone();
        Arrays.sort(sorted);
        Sorting.sortPullback(a, bar, workspace);
        assertThat(bar).isEqualTo(expected);
        assertThat(a).isEqualTo(sorted);
    }

    @RepeatedTest(20)
    void tangentsGoWithTheElements(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int n = 3 + random.nextInt(20);
        double[] a = random.ints(n, 0, 12).mapToDouble(i -> i / 2).toArray();
        double[] dot = IntStream.range(0, n).mapToDouble(i -> i + 1).toArray();
        double[] bar = random.doubles(n).toArray();
        double[] before = bar.clone();
        double[] sorted = a.clone();
        double[] sortedDot = dot.clone();
        Sorting.sortPushforward(sorted, 1, n - 1, sortedDot, workspace);
        double[] again = a.clone();
        Sorting.sortPullback(again, 1, n - 1, bar, workspace);
        assertThat(sorted).isEqualTo(again);
        assertThat(product(before, sortedDot)).isEqualTo(product(bar, dot), within(1e-12));
        double[] bar2 = before.clone();
        double[] barDot = before.clone();
        Sorting.sortPullbackPushforward(a.clone(), 1, n - 1, bar2, dot, barDot, workspace);
        assertThat(bar2).isEqualTo(bar);
        assertThat(barDot).isEqualTo(bar);
        double[][] bars = {before.clone(), before.clone(), before.clone(), before.clone()};
        double[] ordered = a.clone();
        Sorting.sortPullbackThirdOrder(ordered, 1, n - 1, bars[0], dot, bars[1], dot, bars[2], dot, bars[3], workspace);
        assertThat(ordered).isEqualTo(sorted);
        assertThat(List.of(bars)).allSatisfy(each -> assertThat(each).isEqualTo(bar));
    }

    @RepeatedTest(20)
    void seriesGoWithTheElements(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int n = 3 + random.nextInt(20);
        double[] a = random.ints(n, 0, 12).mapToDouble(i -> i / 2).toArray();
        double[] slopes = random.doubles(n).toArray();
        double[] curvatures = random.doubles(n).toArray();
        double[][] series = new double[n][];
        Arrays.setAll(series, i -> new double[] {a[i], slopes[i], curvatures[i]});
        double[] sorted = a.clone();
        Sorting.sortPushforward(a.clone(), 1, n - 1, slopes, workspace);
        Sorting.sortPushforward(a.clone(), 1, n - 1, curvatures, workspace);
        Sorting.sortSeries(sorted, 1, n - 1, series, 3, workspace);
        for (int i = 0; i < n; i++) {
            assertThat(series[i]).containsExactly(sorted[i], slopes[i], curvatures[i]);
        }
    }

    private static double product(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    @Test
    void notANumberComesLastAndZerosHaveSigns() {
        double[] a = {Double.NaN, 0.0, -0.0, 1};
        double[] bar = {1, 2, 3, 4};
        Sorting.sortPullback(a, bar, workspace);
        assertThat(a).containsExactly(-0.0, 0.0, 1, Double.NaN);
        assertThat(bar).containsExactly(4, 2, 1, 3);
    }

    @Test
    void outsideOfTheRangeNothingChanges() {
        double[] a = {9, 3, 2, 1, 0};
        double[] bar = {1, 2, 3, 4, 5};
        Sorting.sortPullback(a, 1, 4, bar, workspace);
        assertThat(a).containsExactly(9, 1, 2, 3, 0);
        assertThat(bar).containsExactly(1, 4, 3, 2, 5);
    }

    @Test
    void ranges() {
        double[] a = {2, 1};
        double[] bar = {1, 2};
        assertThatThrownBy(() -> Sorting.sortPullback(a, 1, 0, bar, workspace))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sorting.sortPullback(a, 0, 3, bar, workspace))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(a).containsExactly(2, 1);
        assertThat(bar).containsExactly(1, 2);
    }
}
