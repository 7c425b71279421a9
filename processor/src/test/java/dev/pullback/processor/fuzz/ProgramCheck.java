package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.HessianOracle;
import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.PatternOracle;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the derivatives of random programs against the dual numbers and all exact oracles, and those of all builds against each
 * other, bit for bit. {@code -Dpullback.fuzz.ignore=inputs,accumulate-in-place} looks past what is known to fail; the ending
 * means programs that write their arguments.
 */
final class ProgramCheck {
    private static final Pattern CODE = Pattern.compile("\\[(AD\\d+)]");

    /** Which of two arrays a variable means cannot always be followed: to say so is an answer. */
    private static final String REFUSAL = "compile AD206";

    private static final Set<String> IGNORED =
            Set.of(System.getProperty("pullback.fuzz.ignore", "").split(","));

    private final ProgramBuilds builds;

    /** Checks what these builds make. */
    ProgramCheck(ProgramBuilds builds) {
        this.builds = builds;
    }

    /** Checks all programs, in halves if one of them does not compile; those not named by a failure are right. */
    List<Failure> check(List<FuzzProgram> programs) {
        ProgramBuilds.Built built = builds.build(programs);
        if (built.isBroken() && programs.size() > 1) {
            int middle = programs.size() / 2;
            List<Failure> failures = new ArrayList<>(check(programs.subList(0, middle)));
            failures.addAll(check(programs.subList(middle, programs.size())));
            return failures;
        }
        List<Failure> failures = new ArrayList<>();
        for (FuzzProgram program : programs) {
            if (built.isBroken()) {
                Optional.of(notBuilt(program, built))
                        .filter(failure -> !failure.kind().equals(REFUSAL))
                        .ifPresent(failures::add);
            } else {
                TimeLimit.check(program, () -> run(program, built)).ifPresent(failures::add);
            }
        }
        return failures;
    }

    private static Failure notBuilt(FuzzProgram program, ProgramBuilds.Built built) {
        Matcher code = CODE.matcher(built.errors());
        String kind = built.hasCrashed() ? "crash" : code.find() ? "compile " + code.group(1) : "compile";
        return new Failure(program, kind, built.errors());
    }

    private Optional<Failure> run(FuzzProgram program, ProgramBuilds.Built built) {
        Map<String, DifferentiatedMethod> probes = new LinkedHashMap<>(built.methods(program));
        DifferentiatedMethod probe = Objects.requireNonNull(probes.remove(BuildMatrix.DEFAULT));
        Verdict verdict = new Verdict();
        judge(program, probe, verdict);
        if (!probes.isEmpty()) {
            program.points().forEach(point -> compare(probe, probes, point, verdict));
        }
        return verdict.oracles().stream()
                .filter(oracle -> !isIgnored(oracle, program))
                .findFirst()
                .map(oracle -> new Failure(program, oracle, verdict.toString()));
    }

    private static boolean isIgnored(String oracle, FuzzProgram program) {
        return IGNORED.contains(oracle)
                || IGNORED.contains(oracle + "-in-place")
                        && program.points().stream()
                                .anyMatch(p -> DualEvaluator.evaluate(program, p)
                                                .after()
                                                .difference(p)
                                        != null);
    }

    private static void compare(
            DifferentiatedMethod probe, Map<String, DifferentiatedMethod> others, Arguments point, Verdict verdict) {
        Fingerprint expected = Fingerprint.of(probe, point);
        others.forEach((build, other) -> {
            Fingerprint actual = Fingerprint.of(other, point);
            if (!actual.matches(expected)) {
                verdict.add("build " + build, "expected " + expected + ", got " + actual);
            }
        });
    }

    private void judge(FuzzProgram program, DifferentiatedMethod probe, Verdict verdict) {
        Workspace shared = new Workspace();
        for (Arguments point : program.points()) {
            DualEvaluator.Answer answer = DualEvaluator.evaluate(program, point);
            Inspection inspection =
                    Inspection.of(probe, point, new Random(1), shared).withScales(answer.sizes());
            new DualOracle(answer).check(inspection, verdict);
            Oracles.EXACT.forEach(oracle -> oracle.check(inspection, verdict));
            if (HessianOracle.applies(probe)) {
                new HessianOracle().check(inspection, verdict);
            }
            PatternOracle.check(inspection, verdict);
            if (builds.hasObjects()) {
                AliasOracle.around(point).forEach(p -> AliasOracle.check(program, probe, p, verdict));
            }
            if (program.main().isVector()) {
                continue;
            }
            OddPoints.around(point).stream()
                    .filter(p -> DualEvaluator.terminates(program, p))
                    .forEach(p -> Oracles.checkPrimal(probe, p, verdict));
            OddPoints.withLeastInts(point).stream()
                    .filter(p -> DualEvaluator.terminates(program, p) && returns(probe, p))
                    .forEach(p -> checkIfItFits(probe, p, verdict));
        }
    }

    private static void checkIfItFits(DifferentiatedMethod probe, Arguments point, Verdict verdict) {
        try {
            Oracles.checkPrimal(probe, point, verdict);
        } catch (OutOfMemoryError e) {
            // A tape for 2^31 iterations is made before the program jumps over their loop.
        }
    }

    private static boolean returns(DifferentiatedMethod probe, Arguments point) {
        try {
            probe.value(point);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
