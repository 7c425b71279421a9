package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs whose loops are checkpointed: few snapshots give the bits of a snapshot before every iteration, and what the
 * program gives without, but for the order of sums. {@code -Dpullback.fuzz.checkpointed} sets how many, {@code
 * -Dpullback.fuzz.start} where to start.
 */
final class CheckpointedFuzzTest {
    private static final int SEEDS = FuzzSeeds.percent("checkpointed", 12);
    private static final Pattern METHOD = Pattern.compile("(@Differentiable[^\\n]*\\n\\s*[\\w ]*double f\\()");
    private static final Pattern REFUSAL = Pattern.compile("\\[AD15[1-3]\\]");
    private static final long PLANTED = 60;
    private static final double ROUNDING = 1e-9;

    @Test
    void allSchedulesAgree() {
        List<FuzzProgram> programs = accepted(LongStream.range(FuzzSeeds.START, FuzzSeeds.START + SEEDS)
                .mapToObj(RandomProgram::generate)
                .filter(program -> METHOD.matcher(program.toSource().text()).find())
                .toList());
        assertThat(programs).hasSizeGreaterThan(SEEDS / 4);
        assertThat(disagreements(ProcessorCompiler.withProcessor(), programs)).isEmpty();
    }

    /** Snapshots without arrays: what one iteration leaves to the next is another iteration's. */
    @Tag("planted")
    @Test
    void arraysLeftOutOfSnapshotsAreFound() {
        List<FuzzProgram> programs = accepted(LongStream.range(0, PLANTED)
                .mapToObj(RandomProgram::generate)
                .filter(program -> METHOD.matcher(program.toSource().text()).find())
                .toList());
        DefectiveProcessor defect = new DefectiveProcessor(
                "transform.adjoint.CheckpointLoops",
                "state.removeIf(v -> isComplete(v, body) || isForeign(v));",
                "state.removeIf(v -> v.type().isArray() || isComplete(v, body) || isForeign(v));");
        assertThat(disagreements(ProcessorCompiler.with(defect), programs)).isNotEmpty();
    }

    private static List<String> disagreements(ProcessorCompiler compiler, List<FuzzProgram> programs) {
        CompilationResult plain = compile(compiler, programs, "");
        CompilationResult storing =
                compile(compiler, programs, "schedule = dev.pullback.annotations.Checkpointed.Schedule.STORE_ALL");
        CompilationResult repeating = compile(compiler, programs, "snapshots = 2");
        List<String> found = new ArrayList<>();
        for (FuzzProgram program : programs) {
            for (Arguments point : program.points()) {
                Fingerprint expected = fingerprint(storing, program, point);
                Fingerprint actual = fingerprint(repeating, program, point);
                Fingerprint recorded = fingerprint(plain, program, point);
                if (!actual.matches(expected) || !isClose(actual, recorded)) {
                    found.add(program.name() + " at " + point + ": " + actual + ", " + expected + ", " + recorded);
                }
            }
        }
        return found;
    }

    /** The programs with one number as their result that are valid Java, with a loop that can be checkpointed. */
    private static List<FuzzProgram> accepted(List<FuzzProgram> programs) {
        CompilationResult java = ProcessorCompiler.plain()
                .compile(programs.stream().map(FuzzProgram::toSource).toList());
        List<FuzzProgram> valid = without(files(java, error -> true), programs);
        CompilationResult marked = compile(ProcessorCompiler.withProcessor(), valid, "snapshots = 2");
        return without(files(marked, error -> REFUSAL.matcher(error).find()), valid);
    }

    /** The files with such an error. */
    private static Set<String> files(CompilationResult result, Predicate<String> isMeant) {
        return result.errors().stream()
                .filter(error -> error.getSource() != null && isMeant.test(error.getMessage(Locale.ROOT)))
                .map(error -> error.getSource().toUri().getPath())
                .collect(Collectors.toSet());
    }

    private static List<FuzzProgram> without(Set<String> files, List<FuzzProgram> programs) {
        return programs.stream()
                .filter(program -> !files.contains(program.toSource().path()))
                .toList();
    }

    private static CompilationResult compile(ProcessorCompiler compiler, List<FuzzProgram> programs, String schedule) {
        return compiler.compile(programs.stream()
                .map(program -> marked(program.toSource(), schedule))
                .toList());
    }

    private static SourceFile marked(SourceFile source, String schedule) {
        String mark = "@dev.pullback.annotations.Checkpointed(" + schedule + ")\n";
        return schedule.isEmpty()
                ? source
                : new SourceFile(
                        source.name(), METHOD.matcher(source.text()).replaceFirst(found -> mark + found.group(1)));
    }

    private static Fingerprint fingerprint(CompilationResult result, FuzzProgram program, Arguments point) {
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return Fingerprint.of(DerivativeProbe.of(result, program.className(), "f"), point);
    }

    private static boolean isClose(Fingerprint actual, Fingerprint expected) {
        for (int i = 0; i < expected.numbers().length; i++) {
            double difference = Math.abs(actual.numbers()[i] - expected.numbers()[i]);
            double scale = Math.max(1, Math.abs(expected.numbers()[i]));
            boolean sameBits = Double.compare(actual.numbers()[i], expected.numbers()[i]) == 0;
            if (!sameBits && !(difference <= ROUNDING * scale)) {
                return false;
            }
        }
        return actual.after().equals(expected.after());
    }
}
