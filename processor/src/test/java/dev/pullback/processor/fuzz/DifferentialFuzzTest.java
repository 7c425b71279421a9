package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Random programs against dual numbers and all exact oracles. {@code -Dpullback.fuzz.seeds} sets how many, {@code
 * -Dpullback.fuzz.start} where to start; a failure is printed with its smallest program and kept in {@code
 * target/fuzz-failures}.
 */
final class DifferentialFuzzTest {
    private static final Logger LOG = Logger.getLogger(DifferentialFuzzTest.class.getName());
    private static final int MOST_FAILURES = 5;

    @Test
    void derivativesOfRandomProgramsAreRight() {
        assumeTrue(ProcessorCompiler.processorExists());
        long start = Long.getLong("pullback.fuzz.start", 0);
        long seeds = Long.getLong("pullback.fuzz.seeds", 500);
        FuzzRunner runner = new FuzzRunner(ProcessorCompiler.withProcessor(), LOG::fine);
        List<Failure> failures = runner.run(start, seeds, MOST_FAILURES);
        assertThat(failures.stream().map(f -> f.program().name() + "\n" + f.describe()))
                .as("failing programs, smallest form")
                .isEmpty();
    }
}
