package dev.pullback.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Drives checkpoints as generated code does, with a state of every type. */
final class CheckpointsTest {

    /** What a loop hands on from one iteration to the next. */
    private static final class State {
        double x = 0.5;
        long k = 1L << 60;
        boolean flag;
        double[] vector = {1, 2, 3};
        float[][] matrix = {{1, 2}, {3}};
        int[] counts = {5, 6};
        byte[] bytes = {1};
        short[] shorts = {2};
        char[] chars = {'c'};
        boolean[] flags = {true, false};
        long[] longs = {-1};
        double[][][] cube = {{{1, 2}}, {{3, 4}}};

        void step(int i) {
            x = x * 1.01 + i;
            k += i;
            flag = !flag;
            vector[i % 3] += x;
            matrix[i % 2][0] *= 1.5f;
            counts[i % 2] -= i;
            bytes[0] += 3;
            shorts[0] += 500;
            chars[0]++;
            flags[i % 2] = flag;
            longs[0] ^= k;
            cube[i % 2][0][1] += vector[1];
        }

        String show() {
            return x + " " + k + " " + flag + " " + Arrays.toString(vector) + Arrays.deepToString(matrix)
                    + Arrays.toString(counts) + Arrays.toString(bytes) + Arrays.toString(shorts)
                    + Arrays.toString(chars)
                    + Arrays.toString(flags) + Arrays.toString(longs) + Arrays.deepToString(cube);
        }

        void put(Checkpoints into) {
            into.put(0, x);
            into.put(1, vector);
            into.put(2, k);
            into.put(3, flag);
            into.put(4, matrix);
            into.put(5, counts);
            into.put(6, bytes);
            into.put(7, shorts);
            into.put(8, chars);
            into.put(9, flags);
            into.put(10, longs);
            into.put(11, cube);
        }

        void restore(Checkpoints from) {
            x = from.real(0);
            from.restore(1, vector);
            k = from.integer(2);
            flag = from.flag(3);
            from.restore(4, matrix);
            from.restore(5, counts);
            from.restore(6, bytes);
            from.restore(7, shorts);
            from.restore(8, chars);
            from.restore(9, flags);
            from.restore(10, longs);
            from.restore(11, cube);
        }
    }

    /** Runs and reverses a loop; every iteration must find the state that it had on the way forward. */
    private static CheckpointReport reverse(Checkpoints checkpoints, int steps, Consumer<Checkpoints> start) {
        State state = new State();
        String[] expected = new String[steps + 1];
        start.accept(checkpoints);
        state.put(checkpoints);
        checkpoints.commit(0);
        for (int i = 0; i < steps; i++) {
            run(state, i, checkpoints);
            expected[i + 1] = state.show();
        }
        expected[0] = new State().show();
        for (int i = steps - 1; i >= 0; i--) {
            checkpoints.restart(i);
            state.restore(checkpoints);
            for (int again = checkpoints.position(); again < i; again++) {
                assertThat(state.show()).isEqualTo(expected[again]);
                run(state, again, checkpoints);
            }
            assertThat(state.show()).as("before step %s", i).isEqualTo(expected[i]);
            state.step(i);
        }
        checkpoints.rewind();
        state.restore(checkpoints);
        assertThat(state.show()).isEqualTo(expected[0]);
        return checkpoints.report();
    }

    private static void run(State state, int i, Checkpoints checkpoints) {
        if (checkpoints.isDue(i)) {
            state.put(checkpoints);
            checkpoints.commit(i);
        }
        state.step(i);
    }

    @Test
    void aKnownNumberOfStepsTakesTheOptimum() {
        Checkpoints checkpoints = new Checkpoints();
        for (int snapshots = 1; snapshots < 12; snapshots++) {
            for (int steps : new int[] {0, 1, 2, 3, 10, 57, 120}) {
                int limit = snapshots;
                CheckpointReport report = reverse(checkpoints, steps, c -> c.revolve(steps, limit, 0));
                assertThat(report.snapshots()).isLessThanOrEqualTo(Math.max(1, Math.min(snapshots, steps)));
                if (steps > 0) {
                    // The first sweep does not stop before the last step, so that what follows the last snapshot runs
                    // once more.
                    long extra = snapshots == 1 ? steps : 1 + mostRuns(steps, snapshots);
                    assertThat(report.steps()).isEqualTo(steps);
                    assertThat(report.stepsRun() - Revolve.fewestSteps(steps, snapshots))
                            .isBetween(0L, extra);
                }
            }
        }
    }

    /** The r of the binomial schedule: the smallest one with {@code C(s + r, s) >= n}. */
    private static int mostRuns(int steps, int snapshots) {
        int runs = 0;
        double reach = 1;
        while (reach < steps) {
            runs++;
            reach = reach * (snapshots + runs) / runs;
        }
        return runs;
    }

    @Test
    void anUnknownNumberOfStepsKeepsTheLimit() {
        Checkpoints checkpoints = new Checkpoints();
        for (int snapshots = 1; snapshots < 10; snapshots++) {
            for (int steps : new int[] {0, 1, 2, 3, 10, 57, 300}) {
                int limit = snapshots;
                CheckpointReport report = reverse(checkpoints, steps, c -> c.revolve(limit, 0));
                assertThat(report.snapshots()).isLessThanOrEqualTo(snapshots);
                if (steps > 0) {
                    // At worst it counts the steps, and then does what is best.
                    assertThat(report.stepsRun()).isLessThanOrEqualTo(steps + Revolve.fewestSteps(steps, snapshots));
                }
            }
        }
    }

    @Test
    void periodicStretchesRunTwiceAtMost() {
        CheckpointReport report = reverse(new Checkpoints(), 100, c -> c.periodic(100, 10));
        assertThat(report.snapshots()).isLessThanOrEqualTo(20);
        assertThat(report.recomputationFactor()).isLessThanOrEqualTo(2);
        reverse(new Checkpoints(), 100, c -> c.periodic(7));
    }

    @Test
    void storingEverythingRunsNothingAgain() {
        CheckpointReport report = reverse(new Checkpoints(), 100, Checkpoints::storeAll);
        assertThat(report.recomputationFactor()).isEqualTo(1);
        assertThat(report.snapshots()).isEqualTo(100);
    }

    @Test
    void theBudgetLimitsTheSnapshots() {
        CheckpointReport report = reverse(new Checkpoints(), 100, c -> c.revolve(100, 0, 2_000));
        assertThat(report.bytes()).isBetween(1_500L, 2_000L);
        assertThat(report.snapshotBytes()).isEqualTo(8 * (1 + 3 + 3 + 4 + 1 + 1 + 2 + 1 + 1 + 1 + 2 + 1));
        assertThat(report)
                .hasToString("100 steps, 11 snapshots of 168 bytes; each step ran "
                        + "%.3f times (optimum %.3f)".formatted(report.recomputationFactor(), report.optimalFactor()));
        assertThatThrownBy(() -> reverse(new Checkpoints(), 100, c -> c.revolve(100, 0, 100)))
                .hasMessageContaining("a snapshot takes 168 bytes, more than the budget of 100 bytes");
    }

    @Test
    void anArrayThatChangesItsSizeIsReported() {
        Checkpoints checkpoints = new Checkpoints();
        checkpoints.storeAll();
        checkpoints.put(0, new double[3]);
        checkpoints.commit(0);
        assertThatThrownBy(() -> checkpoints.put(0, new double[4])).hasMessageContaining("changed its size");
        checkpoints.put(0, new double[2]);
        assertThatThrownBy(() -> checkpoints.commit(1)).hasMessageContaining("changed its size");
    }

    @Test
    void workspacesReportTheirLoops() {
        Workspace workspace = new Workspace();
        assertThat(workspace.checkpointReports()).isEmpty();
        reverse(workspace.checkpoints(1), 10, c -> c.revolve(10, 3, 0));
        assertThat(workspace.checkpoints(1)).isSameAs(workspace.checkpoints(1));
        assertThat(workspace.checkpointReports()).hasSize(1);
    }
}
