package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.ProcessorCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs ranges of seeds in batches, shrinks the first failure of each kind and saves it.
 *
 * <p>{@code main} takes the first seed and the number of seeds, then processor options, and is meant for hours: it goes on
 * after failures.
 */
final class FuzzRunner {
    private static final int BATCH = 50;
    private static final Path FAILURES = Path.of("target", "fuzz-failures");

    private final ProgramCheck check;
    private final Consumer<String> progress;
    private final Set<String> shrunkKinds = new HashSet<>();

    FuzzRunner(ProcessorCompiler compiler, Consumer<String> progress) {
        this.check = new ProgramCheck(compiler);
        this.progress = progress;
    }

    /** Arguments: first seed, number of seeds, processor options. */
    public static void main(String[] arguments) {
        long start = Long.parseLong(arguments[0]);
        long seeds = Long.parseLong(arguments[1]);
        String[] options = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        ProcessorCompiler compiler = ProcessorCompiler.withProcessor().withOptions(options);
        FuzzRunner runner = new FuzzRunner(compiler, System.out::println);
        List<Failure> failures = runner.run(start, seeds, Integer.MAX_VALUE);
        System.out.println(failures.size() + " of " + seeds + " programs failed");
    }

    /** Runs the seeds until so many programs have failed. */
    List<Failure> run(long start, long seeds, int mostFailures) {
        List<Failure> failures = new ArrayList<>();
        for (long from = start; from < start + seeds && failures.size() < mostFailures; from += BATCH) {
            long to = Math.min(from + BATCH, start + seeds);
            List<FuzzProgram> programs =
                    LongStream.range(from, to).mapToObj(RandomProgram::generate).toList();
            for (Failure failure : check.check(programs)) {
                failures.add(report(failure));
            }
            progress.accept("seeds " + start + " to " + (to - 1) + ": " + failures.size() + " failures");
        }
        return failures;
    }

    private Failure report(Failure failure) {
        String seed = failure.program().name();
        progress.accept(seed + " fails: " + failure.kind());
        save(seed + "-full", failure);
        if (!shrunkKinds.add(failure.kind())) {
            return failure;
        }
        Failure smallest = new Shrinker(check).shrink(failure);
        save(seed + "-small", smallest);
        progress.accept(smallest.describe());
        return smallest;
    }

    private static void save(String name, Failure failure) {
        try {
            Files.createDirectories(FAILURES);
            Files.writeString(FAILURES.resolve(name + ".java"), failure.describe());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
