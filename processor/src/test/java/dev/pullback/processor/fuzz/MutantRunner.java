package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs mutants of ranges of seeds in batches and shrinks the first failure of each kind; {@code main} as in {@link FuzzRunner}. */
final class MutantRunner {
    private static final int BATCH = 50;
    private static final Path FAILURES = Path.of("target", "fuzz-failures");

    private final MutantCheck check = new MutantCheck();
    private final Consumer<String> progress;
    private final Set<String> shrunkKinds = new HashSet<>();

    MutantRunner(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Arguments: first seed, number of seeds. */
    public static void main(String[] arguments) {
        long start = Long.parseLong(arguments[0]);
        long seeds = Long.parseLong(arguments[1]);
        MutantRunner runner = new MutantRunner(System.out::println);
        List<Failure> failures = runner.run(start, seeds, Integer.MAX_VALUE);
        System.out.println(failures.size() + " of " + seeds + " mutants failed: " + runner.check.outcomes());
    }

    /** Runs the seeds until so many mutants have failed. */
    List<Failure> run(long start, long seeds, int mostFailures) {
        List<Failure> failures = new ArrayList<>();
        for (long from = start; from < start + seeds && failures.size() < mostFailures; from += BATCH) {
            long to = Math.min(from + BATCH, start + seeds);
            List<Mutant> mutants =
                    LongStream.range(from, to).mapToObj(Mutator::mutate).toList();
            for (Failure failure : check.check(mutants)) {
                failures.add(report(failure, mutants));
            }
            progress.accept("mutants " + start + " to " + (to - 1) + ": " + failures.size() + " failures");
        }
        return failures;
    }

    private Failure report(Failure failure, List<Mutant> mutants) {
        String name = failure.program().name();
        progress.accept(name + " fails: " + failure.kind());
        save(name + "-full", failure);
        if (failure.kind().equals(TimeLimit.HANG) || !shrunkKinds.add(failure.kind())) {
            return failure;
        }
        Mutant mutant = mutants.stream()
                .filter(m -> m.program().name().equals(name))
                .findFirst()
                .orElseThrow();
        Failure smallest = Shrinker.ofMutants(programs ->
                        check.check(programs.stream().map(mutant::withProgram).toList()))
                .shrink(failure);
        save(name + "-small", smallest);
        progress.accept(text(smallest));
        return smallest;
    }

    private static String text(Failure failure) {
        return "// " + failure.kind() + "\n" + failure.message();
    }

    private static void save(String name, Failure failure) {
        TestResources.write(FAILURES.resolve("mutant-" + name + ".java"), text(failure));
    }
}
