package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles random programs together and holds their derivatives against the dual numbers and all exact oracles. {@code
 * -Dpullback.fuzz.ignore=inputs,accumulate-in-place} looks past what is known to fail; the ending means programs that write
 * their arguments.
 */
final class ProgramCheck {
    private static final Pattern CODE = Pattern.compile("\\[(AD\\d+)]");
    private static final Set<String> IGNORED =
            Set.of(System.getProperty("pullback.fuzz.ignore", "").split(","));

    private final ProcessorCompiler compiler;
    private final Map<String, ProcessorCompiler> variants;

    /** Checks what one compiler makes. */
    ProgramCheck(ProcessorCompiler compiler) {
        this(compiler, Map.of());
    }

    /** Also compares with other builds, bit for bit. */
    ProgramCheck(ProcessorCompiler compiler, Map<String, ProcessorCompiler> variants) {
        this.compiler = compiler;
        this.variants = variants;
    }

    /** Checks all programs, in halves if one of them does not compile; those not named by a failure are right. */
    List<Failure> check(List<FuzzProgram> programs) {
        Map<String, CompilationResult> builds = new LinkedHashMap<>();
        builds.put(BuildMatrix.DEFAULT, compile(compiler, programs));
        variants.forEach((name, variant) -> builds.put(name, compile(variant, programs)));
        Optional<CompilationResult> broken =
                builds.values().stream().filter(b -> !b.succeeded()).findFirst();
        if (broken.isPresent() && programs.size() > 1) {
            int middle = programs.size() / 2;
            List<Failure> failures = new ArrayList<>(check(programs.subList(0, middle)));
            failures.addAll(check(programs.subList(middle, programs.size())));
            return failures;
        }
        List<Failure> failures = new ArrayList<>();
        for (FuzzProgram program : programs) {
            if (broken.isPresent()) {
                failures.add(notCompiled(program, broken.get()));
            } else {
                TimeLimit.check(program, () -> run(program, builds)).ifPresent(failures::add);
            }
        }
        return failures;
    }

    private static CompilationResult compile(ProcessorCompiler compiler, List<FuzzProgram> programs) {
        List<SourceFile> sources = programs.stream().map(FuzzProgram::toSource).toList();
        return compiler.compile(sources);
    }

    private static Failure notCompiled(FuzzProgram program, CompilationResult result) {
        String text = result.describe();
        Matcher code = CODE.matcher(text);
        String kind = !result.crash().isEmpty() ? "crash" : code.find() ? "compile " + code.group(1) : "compile";
        return new Failure(program, kind, text);
    }

    private static void compare(
            String build, DerivativeProbe probe, DerivativeProbe other, Arguments point, Verdict verdict) {
        Fingerprint expected = Fingerprint.of(probe, point);
        Fingerprint actual = Fingerprint.of(other, point);
        if (!actual.matches(expected)) {
            verdict.add("build " + build, "expected " + expected + ", got " + actual);
        }
    }

    private static Optional<Failure> run(FuzzProgram program, Map<String, CompilationResult> builds) {
        Map<String, DerivativeProbe> probes = new LinkedHashMap<>();
        builds.forEach((name, build) -> probes.put(name, DerivativeProbe.of(build, program.className(), "f")));
        DerivativeProbe probe = probes.remove(BuildMatrix.DEFAULT);
        Workspace shared = new Workspace();
        Verdict verdict = new Verdict();
        for (Arguments point : program.points()) {
            DualEvaluator.Answer answer = DualEvaluator.evaluate(program, point);
            Inspection inspection =
                    Inspection.of(probe, point, new Random(1), shared).withScales(answer.sizes());
            new DualOracle(answer).check(inspection, verdict);
            Oracles.EXACT.forEach(oracle -> oracle.check(inspection, verdict));
            OddPoints.around(point).stream()
                    .filter(p -> DualEvaluator.terminates(program, p))
                    .forEach(p -> Oracles.checkPrimal(probe, p, verdict));
            probes.forEach((name, other) -> compare(name, probe, other, point, verdict));
        }
        boolean isInPlace = program.points().stream()
                .anyMatch(p -> DualEvaluator.evaluate(program, p).after().difference(p) != null);
        return verdict.oracles().stream()
                .filter(oracle -> !IGNORED.contains(isInPlace ? oracle + "-in-place" : oracle))
                .findFirst()
                .map(oracle -> new Failure(program, oracle, verdict.toString()));
    }
}
