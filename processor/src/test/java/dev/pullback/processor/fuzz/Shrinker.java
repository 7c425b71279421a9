package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Makes a failing program small: first deletes runs of statements from the main method, long runs first; then tries every
 * program that is one {@link Reductions reduction} away, shortest first, and goes on from the first that fails in the same way.
 */
final class Shrinker {
    private static final int BATCH = 40;
    private static final int MOST_ROUNDS = 200;

    private final Function<List<FuzzProgram>, List<Failure>> check;
    private final boolean hasMeaning;
    private final ProcessorCompiler plain = ProcessorCompiler.plain().withOptions("-XDshould-stop.ifError=FLOW");

    private Shrinker(Function<List<FuzzProgram>, List<Failure>> check, boolean hasMeaning) {
        this.check = check;
        this.hasMeaning = hasMeaning;
    }

    /** For programs: what does not run, or is no Java, is not tried. */
    static Shrinker ofPrograms(ProgramCheck check) {
        return new Shrinker(check::check, true);
    }

    /** For mutants, of which only the check knows whether they run. */
    static Shrinker ofMutants(Function<List<FuzzProgram>, List<Failure>> check) {
        return new Shrinker(check, false);
    }

    /** The smallest failure found. */
    Failure shrink(Failure failure) {
        Failure smallest = deleteRuns(failure);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Failure> smaller = step(smallest);
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    private Failure deleteRuns(Failure failure) {
        Failure smallest = failure;
        for (int length = statements(smallest) / 2; length > 0; length /= 2) {
            int from = 0;
            while (from < statements(smallest)) {
                FuzzProgram shorter = without(smallest.program(), from, length);
                Optional<Failure> found = runs(shorter) ? firstAlike(List.of(shorter), failure) : Optional.empty();
                from += found.isPresent() ? 0 : length;
                smallest = found.orElse(smallest);
            }
        }
        return smallest;
    }

    private static int statements(Failure failure) {
        return failure.program().main().body().size();
    }

    private static FuzzProgram without(FuzzProgram program, int from, int length) {
        List<FuzzStatement> body = new ArrayList<>(program.main().body());
        body.subList(from, Math.min(from + length, body.size())).clear();
        return program.withMethods(program.main().withBody(body), program.callees());
    }

    private Optional<Failure> firstAlike(List<FuzzProgram> programs, Failure failure) {
        return check.apply(programs).stream()
                .filter(f -> f.kind().equals(failure.kind()))
                .findFirst();
    }

    private Optional<Failure> step(Failure failure) {
        int size = size(failure.program());
        List<FuzzProgram> candidates = Reductions.of(failure.program()).stream()
                .filter(p -> size(p) < size && runs(p))
                .sorted(Comparator.comparing(Shrinker::size))
                .toList();
        for (int from = 0; from < candidates.size(); from += BATCH) {
            List<FuzzProgram> batch = new ArrayList<>();
            for (FuzzProgram candidate : candidates.subList(from, Math.min(from + BATCH, candidates.size()))) {
                batch.add(candidate.inPackage("c" + batch.size()));
            }
            Optional<Failure> found = firstAlike(hasMeaning ? compiling(batch) : batch, failure);
            if (found.isPresent()) {
                return found.map(f -> new Failure(f.program().inPackage(""), f.kind(), f.message()));
            }
        }
        return Optional.empty();
    }

    private static int size(FuzzProgram program) {
        return JavaPrinter.print(program.inPackage("")).length()
                + 100 * program.points().size();
    }

    private boolean runs(FuzzProgram program) {
        if (!hasMeaning) {
            return true;
        }
        try {
            for (Arguments point : program.points()) {
                DualEvaluator.evaluate(program, point);
            }
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Leaves out what is no Java any more: a variable without declaration, code after a return. */
    private List<FuzzProgram> compiling(List<FuzzProgram> programs) {
        List<FuzzProgram> remaining = programs;
        while (!remaining.isEmpty()) {
            List<SourceFile> sources =
                    remaining.stream().map(FuzzProgram::toSource).toList();
            CompilationResult result = plain.compile(sources);
            if (result.succeeded()) {
                return remaining;
            }
            Set<String> broken = new HashSet<>();
            for (Diagnostic<? extends JavaFileObject> error : result.errors()) {
                broken.add(error.getSource().toUri().getPath());
            }
            remaining = remaining.stream()
                    .filter(p -> !broken.contains(p.toSource().path()))
                    .toList();
        }
        return remaining;
    }
}
