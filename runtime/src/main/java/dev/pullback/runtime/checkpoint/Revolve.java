package dev.pullback.runtime.checkpoint;

/**
 * The binomial schedule: for a given number of snapshots no other runs fewer steps again.
 *
 * <p>With s snapshots and at most r runs of each step, {@code C(s + r, s)} steps can be reversed. From Andreas Griewank and Andrea
 * Walther, "Algorithm 799: Revolve: An Implementation of Checkpointing for the Reverse or Adjoint Mode of Computational
 * Differentiation", ACM Transactions on Mathematical Software 26 (2000).
 */
public final class Revolve implements CheckpointSchedule {
    private static final long MUCH = Long.MAX_VALUE / 4;

    /** Creates the schedule. */
    public Revolve() {}

    @Override
    public int next(int from, int end, int free) {
        int steps = end - from;
        return free == 0 || steps < 2 ? end : from + firstPart(steps, free + 1);
    }

    /**
     * The fewest steps that have to run to reverse a loop, the first run included, and not the step that is run and reversed at
     * once: {@code r * n - C(s + r, r - 1)}, where r is the smallest number with {@code C(s + r, s) >= n}.
     *
     * @param steps the number of steps n, not negative
     * @param snapshots how many fit at a time, at least one, with that of the initial state
     * @return the number of runs of single steps
     * @throws IllegalArgumentException if there are no snapshots or {@code steps} is negative
     */
    public static long fewestSteps(int steps, int snapshots) {
        if (steps < 0 || snapshots < 1) {
            throw new IllegalArgumentException(
                    "steps must not be negative and snapshots positive, but they are " + steps + " and " + snapshots);
        }
        if (steps == 0) {
            return 0;
        }
        int runs = runs(steps, snapshots);
        return (long) runs * steps - reach(snapshots + 1, runs - 1);
    }

    /**
     * The length of the part in front of the next snapshot. The front has all snapshots for one run less, the back one snapshot
     * less: any split that leaves both within their reach is optimal.
     */
    private static int firstPart(int steps, int snapshots) {
        int runs = runs(steps, snapshots);
        long longestFront = reach(snapshots, runs - 1);
        long shortestBack = reach(snapshots - 1, runs - 1);
        return (int) Math.max(1, Math.min(longestFront, steps - shortestBack));
    }

    /** How often a step runs at most. */
    private static int runs(int steps, int snapshots) {
        int runs = 0;
        while (reach(snapshots, runs) < steps) {
            runs++;
        }
        return runs;
    }

    /** {@code C(snapshots + runs, snapshots)}, or {@link #MUCH} where it is more than that. */
    private static long reach(int snapshots, int runs) {
        if (runs < 0) {
            return 0;
        }
        long result = 1;
        // After each factor the result is a binomial coefficient itself, so that the division leaves nothing.
        for (int i = 1; i <= Math.min(snapshots, runs); i++) {
            long factor = (long) snapshots + runs + 1 - i;
            if (result / i > MUCH / factor) {
                return MUCH;
            }
            result = result / i * factor + result % i * factor / i;
        }
        return result;
    }
}
