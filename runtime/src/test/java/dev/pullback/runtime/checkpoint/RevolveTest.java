package dev.pullback.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RevolveTest {
    private static final int STEPS = 120;
    private static final int SNAPSHOTS = 9;

    /** The optimum by dynamic programming, straight from the definition. */
    private static long[][] optimum() {
        long[][] fewest = new long[SNAPSHOTS + 1][STEPS + 1];
        for (int s = 1; s <= SNAPSHOTS; s++) {
            for (int n = 2; n <= STEPS; n++) {
                long best = (long) n * (n - 1) / 2;
                for (int front = 1; s > 1 && front < n; front++) {
                    best = Math.min(best, front + fewest[s - 1][n - front] + fewest[s][front]);
                }
                fewest[s][n] = best;
            }
        }
        return fewest;
    }

    /** The steps that the schedule runs to reverse a stretch. */
    private static long run(CheckpointSchedule schedule, int from, int end, int free) {
        if (end - from <= 1) {
            return 0;
        }
        int next = schedule.next(from, end, free);
        if (next == end) {
            return (long) (end - from) * (end - from - 1) / 2;
        }
        assertThat(next).isStrictlyBetween(from, end);
        return next - from + run(schedule, next, end, free - 1) + run(schedule, from, next, free);
    }

    @Test
    void noScheduleRunsFewerSteps() {
        long[][] fewest = optimum();
        for (int s = 1; s <= SNAPSHOTS; s++) {
            for (int n = 1; n <= STEPS; n++) {
                assertThat(run(new Revolve(), 0, n, s - 1))
                        .as("%s steps, %s snapshots", n, s)
                        .isEqualTo(fewest[s][n]);
                assertThat(Revolve.fewestSteps(n, s))
                        .as("%s steps, %s snapshots", n, s)
                        .isEqualTo(fewest[s][n]);
            }
        }
    }

    @Test
    void theOptimumOfLongLoopsIsKnown() {
        assertThat(Revolve.fewestSteps(1_000_000, 1)).isEqualTo(1_000_000L * 999_999 / 2);
        assertThat(Revolve.fewestSteps(1_000_000, 1_000_000)).isEqualTo(999_999);
        assertThat(Revolve.fewestSteps(1_000_000, 20))
                .isEqualTo(8 * 1_000_000 - 1_184_040); // C(27, 7) < 1,000,000 <= C(28, 8); C(28, 7)
        assertThat(Revolve.fewestSteps(0, 3)).isZero();
    }

    @Test
    void numbersThatMakeNoScheduleAreRefused() {
        assertThatThrownBy(() -> Revolve.fewestSteps(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Revolve.fewestSteps(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Periodic(0)).hasMessageContaining("period must be at least 1, but is 0");
    }
}
