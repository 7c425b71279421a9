package dev.pullback.runtime.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class IndexDomainTest {

    @Test
    void unionsAreThoseOfSets() {
        Random random = new Random(1);
        List<IndexDomain> domains = new ArrayList<>(List.of(IndexDomain.NONE));
        List<TreeSet<Integer>> sets = new ArrayList<>(List.of(new TreeSet<>()));
        for (int k = 0; k < 200; k++) {
            domains.add(IndexDomain.of(k));
            sets.add(new TreeSet<>(List.of(k)));
        }
        for (int k = 0; k < 2000; k++) {
            int first = random.nextInt(domains.size());
            int second = random.nextInt(domains.size());
            domains.add(IndexDomain.union(domains.get(first), domains.get(second)));
            TreeSet<Integer> union = new TreeSet<>(sets.get(first));
            union.addAll(sets.get(second));
            sets.add(union);
        }
        for (int k = 0; k < domains.size(); k++) {
            assertThat(domains.get(k).indices())
                    .containsExactly(sets.get(k).stream().mapToInt(v -> v).toArray());
            int other = random.nextInt(domains.size());
            assertThat(domains.get(k).includes(domains.get(other)))
                    .isEqualTo(sets.get(k).containsAll(sets.get(other)));
        }
    }

    @Test
    void whatIsContainedChangesNothing() {
        IndexDomain wide = IndexDomain.union(IndexDomain.of(1), IndexDomain.of(3), IndexDomain.of(7));

        assertThat(IndexDomain.union(wide, IndexDomain.of(3))).isSameAs(wide);
        assertThat(IndexDomain.union(IndexDomain.of(3), wide)).isSameAs(wide);
        assertThat(IndexDomain.union(IndexDomain.NONE, wide)).isSameAs(wide);
        assertThat(wide).hasToString("[1, 3, 7]");
    }

    /** One part per term, each visited once: neither the square of the length nor two to its power. */
    @Test
    void longSumsAreCheap() {
        int n = 200_000;
        IndexDomain[] x = IndexDomain.of(0, new double[n]);
        IndexDomain sum = IndexDomain.NONE;
        for (IndexDomain term : x) {
            sum = IndexDomain.union(sum, term);
        }
        IndexDomain doubled = IndexDomain.union(sum, IndexDomain.of(n));
        for (int k = 0; k < 60; k++) {
            doubled = IndexDomain.union(IndexDomain.union(doubled, x[k]), IndexDomain.union(x[k], doubled));
        }
        assertThat(sum.indices()).hasSize(n);
        assertThat(doubled.indices()).hasSize(n + 1);
    }

    @Test
    void independentsAreNumberedRowByRow() {
        IndexDomain[][] matrix = IndexDomain.of(2, new double[][] {{0, 0}, {0}});
        IndexDomain[][][] cube = IndexDomain.of(1, new double[][][] {{{0}, {0, 0}}, {{0}}});

        assertThat(IndexDomain.elements(matrix))
                .extracting(IndexDomain::toString)
                .containsExactly("[2]", "[3]", "[4]");
        assertThat(IndexDomain.elements(cube))
                .extracting(IndexDomain::toString)
                .containsExactly("[1]", "[2]", "[3]", "[4]");
        assertThat(IndexDomain.none(new int[] {1, 2})[1]).containsExactly(IndexDomain.NONE, IndexDomain.NONE);
        assertThat(IndexDomain.none(new int[] {2, 1}, new int[] {1, 3})[1][0]).hasSize(3);
    }

    @Test
    void patternsHaveOneRowPerResult() {
        IndexDomain[] x = IndexDomain.of(0, new double[3]);
        SparsityPattern pattern = SparsityPattern.ofDomains(
                3, IndexDomain.vector(IndexDomain.union(x[2], x[0]), IndexDomain.NONE), IndexDomain.vector(x[1]));

        assertThat(pattern.rowStarts()).containsExactly(0, 2, 2, 3);
        assertThat(pattern.columnIndices()).containsExactly(0, 2, 1);
    }

    /** Every pair that was added, in both orders, however often and in whatever order. */
    @Test
    void interactionsAreSymmetric() {
        Random random = new Random(2);
        int n = 30;
        NonlinearInteractions interactions = NonlinearInteractions.of(n);
        boolean[][] expected = new boolean[n][n];
        for (int k = 0; k < 400; k++) {
            int[] first = random.ints(1 + random.nextInt(3), 0, n).toArray();
            int[] second = random.ints(1 + random.nextInt(3), 0, n).toArray();
            interactions.add(domain(first), domain(second));
            for (int i : first) {
                for (int j : second) {
                    expected[i][j] = true;
                    expected[j][i] = true;
                }
            }
        }
        SparsityPattern pattern = interactions.pattern();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(pattern.find(i, j) >= 0).as(i + ", " + j).isEqualTo(expected[i][j]);
            }
        }
    }

    private static IndexDomain domain(int... indices) {
        IndexDomain domain = IndexDomain.NONE;
        for (int index : indices) {
            domain = IndexDomain.union(domain, IndexDomain.of(index));
        }
        return domain;
    }

    @Test
    void severalDirectionsDetectWhatOneEachDoes() {
        int n = 11;
        MatrixProduct product = (v, p) -> {
            for (int i = 0; i < n; i++) {
                p[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0);
            }
        };
        SparsityPattern expected = SparsityPattern.detect(n, n, product);
        SparsityPattern actual = SparsityPattern.detect(n, directions -> {
            double[][] tangents = new double[directions.length][n];
            for (int k = 0; k < directions.length; k++) {
                product.multiply(directions[k], tangents[k]);
            }
            return tangents;
        });
        assertThat(actual.rowStarts()).isEqualTo(expected.rowStarts());
        assertThat(actual.columnIndices()).isEqualTo(expected.columnIndices());
        assertThat(SparsityPattern.detectSymmetric(n, product).size()).isEqualTo(3 * n - 2);
        assertThatThrownBy(() -> SparsityPattern.detect(2, directions -> new double[][] {{0, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 is not finite at this point: choose another one");
    }
}
