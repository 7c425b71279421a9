package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs ranges of seeds in batches, shrinks the first failure of each kind and saves it.
 *
 * <p>{@code main} takes the first seed, the number of seeds, and how to build: {@code compiled}, {@code interpreted}, and the
 * same with {@code -matrix} to compare all builds. It is meant for hours and goes on after failures.
 */
final class FuzzRunner {
    private static final int BATCH = 50;
    private static final Path FAILURES = Path.of("target", "fuzz-failures");

    private final ProgramBuilds builds;
    private final ProgramCheck check;
    private final Consumer<String> progress;
    private final Set<String> shrunkKinds = new HashSet<>();

    /** Checks what these builds make of the seeds. */
    FuzzRunner(ProgramBuilds builds, Consumer<String> progress) {
        this.builds = builds;
        this.check = new ProgramCheck(builds);
        this.progress = progress;
    }

    /** The default build, compiled. */
    static ProgramBuilds compiled() {
        return new CompiledBuilds(Map.of(BuildMatrix.DEFAULT, new String[0]));
    }

    /** All builds of the matrix, compiled. */
    static ProgramBuilds compiledMatrix() {
        return new CompiledBuilds(BuildMatrix.options());
    }

    /** All builds of the matrix, interpreted. */
    static ProgramBuilds interpretedMatrix() {
        return new InterpretedBuilds(BuildMatrix.options());
    }

    /** The default build, interpreted. */
    static ProgramBuilds interpreted() {
        return new InterpretedBuilds(Map.of(BuildMatrix.DEFAULT, new String[0]));
    }

    /** Arguments: first seed, number of seeds, and how to build. */
    public static void main(String[] arguments) {
        long start = Long.parseLong(arguments[0]);
        long seeds = Long.parseLong(arguments[1]);
        ProgramBuilds builds = switch (arguments.length > 2 ? arguments[2] : "compiled") {
            case "compiled" -> compiled();
            case "compiled-matrix" -> compiledMatrix();
            case "interpreted" -> interpreted();
            case "interpreted-matrix" -> interpretedMatrix();
            default -> throw new IllegalArgumentException(arguments[2]);
        };
        FuzzRunner runner = new FuzzRunner(builds, System.out::println);
        List<Failure> failures = runner.run(start, seeds, Integer.MAX_VALUE);
        System.out.println(failures.size() + " of " + seeds + " programs failed");
    }

    /** Runs the seeds until so many programs have failed. */
    List<Failure> run(long start, long seeds, int mostFailures) {
        List<Failure> failures = new ArrayList<>();
        for (long from = start; from < start + seeds && failures.size() < mostFailures; from += BATCH) {
            long to = Math.min(from + BATCH, start + seeds);
            List<FuzzProgram> programs = LongStream.range(from, to)
                    .mapToObj(seed -> RandomProgram.generate(seed, builds.hasObjects()))
                    .toList();
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
        Failure smallest = Shrinker.ofPrograms(check).shrink(failure);
        save(seed + "-small", smallest);
        progress.accept(smallest.describe());
        return smallest;
    }

    private static void save(String name, Failure failure) {
        TestResources.write(FAILURES.resolve(name + ".java"), failure.describe());
    }
}
