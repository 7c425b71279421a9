package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Programs just outside the subset, or in its odd corners: an error that names the place, or right derivatives; never an
 * exception of ours, code that does not compile, or a wrong number. {@code -Dpullback.fuzz.mutants} sets how many.
 */
final class MutationFuzzTest {
    private static final Logger LOG = Logger.getLogger(MutationFuzzTest.class.getName());
    private static final int MOST_FAILURES = 5;

    @Test
    void mutantsAreRefusedOrRight() {
        long start = FuzzSeeds.START;
        long mutants = Long.getLong("pullback.fuzz.mutants", 300);
        List<Failure> failures = new MutantRunner(LOG::fine).run(start, mutants, MOST_FAILURES);
        assertThat(failures.stream().map(f -> f.kind() + "\n" + f.message()))
                .as("failing mutants, smallest form")
                .isEmpty();
    }
}
