package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random methods of several loops over the same arrays. A tenth of {@code pullback.fuzz.seeds} are tried. */
final class LoopFuzzTest {
    private static final int BATCH = 50;

    private static final int SEEDS = Math.max(BATCH, FuzzSeeds.percent("loops", 10));

    @Test
    void gradientsOfLoopsAreRight() throws ReflectiveOperationException {
        LoopCheck check = new LoopCheck(ProcessorCompiler.withProcessor());
        List<String> failures = new ArrayList<>();
        for (long from = FuzzSeeds.START; from < FuzzSeeds.START + SEEDS; from += BATCH) {
            failures.addAll(check.failures(from, BATCH));
        }
        assertThat(failures).isEmpty();
    }
}
