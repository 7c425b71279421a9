package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Random programs against dual numbers, differences of gradients and all exact oracles: half of them compiled, with objects
 * and shared arrays, half of them interpreted, in all builds. {@code -Dpullback.fuzz.seeds} sets how many, {@code
 * -Dpullback.fuzz.start} where to start; a failure is printed with its smallest program and kept in {@code
 * target/fuzz-failures}.
 */
final class DifferentialFuzzTest {
    private static final Logger LOG = Logger.getLogger(DifferentialFuzzTest.class.getName());
    private static final int MOST_FAILURES = 5;

    private static final long SEEDS = FuzzSeeds.ALL;

    @Test
    void derivativesOfRandomProgramsAreRight() {
        run(new FuzzRunner(FuzzRunner.compiled(), LOG::fine), FuzzSeeds.START, SEEDS / 5);
    }

    @Test
    void everyBuildComputesTheSameBits() {
        run(new FuzzRunner(FuzzRunner.compiledMatrix(), LOG::fine), FuzzSeeds.START + SEEDS, SEEDS / 50);
    }

    @Test
    void derivativesAreRightWithoutCompiling() {
        run(new FuzzRunner(FuzzRunner.interpreted(), LOG::fine), FuzzSeeds.START + 2 * SEEDS, SEEDS * 17 / 25);
    }

    @Test
    void everyBuildIsRightWithoutCompiling() {
        run(new FuzzRunner(FuzzRunner.interpretedMatrix(), LOG::fine), FuzzSeeds.START + 3 * SEEDS, SEEDS / 10);
    }

    private static void run(FuzzRunner runner, long start, long seeds) {
        List<Failure> failures = runner.run(start, seeds, MOST_FAILURES);
        assertThat(failures.stream().map(f -> f.program().name() + "\n" + f.describe()))
                .as("failing programs, smallest form")
                .isEmpty();
    }
}
