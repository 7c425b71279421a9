package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles mutants together. Each must be rejected by an error on its own source, ours or javac's, or compile and have right
 * derivatives. An internal error, an error in generated code, an exception or a wrong number is a failure.
 */
final class MutantCheck {
    private static final Pattern CODE = Pattern.compile("\\[(AD\\d+)]");

    /** Messages that blame the user for Java that javac does not accept either. */
    private static final Pattern NO_JAVA = Pattern.compile("\\[AD(130|301|305|306|307)]");

    /** What generated code says of arguments for which the method cannot be differentiated. */
    private static final Pattern REFUSED_ARGUMENTS = Pattern.compile("take each other's places");

    private static final ProcessorCompiler PLAIN =
            ProcessorCompiler.plain().withOptions("-Xlint:none", "-XDshould-stop.ifError=FLOW");

    private final ProcessorCompiler compiler = ProcessorCompiler.withProcessor().withOptions("-Xlint:none");
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** How often mutants had each outcome: a diagnostic's id, {@code javac}, or {@code accepted}. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** The failures among these mutants. */
    List<Failure> check(List<Mutant> mutants) {
        List<Failure> failures = new ArrayList<>();
        List<Mutant> remaining = new ArrayList<>();
        for (Mutant mutant : mutants) {
            remaining.add(mutant.withProgram(mutant.program().inPackage("m" + remaining.size())));
        }
        while (!remaining.isEmpty()) {
            CompilationResult result =
                    compiler.compile(remaining.stream().map(Mutant::toSource).toList());
            if (result.succeeded()) {
                Termination.ending(remaining).forEach(m -> run(m, result).ifPresent(failures::add));
                break;
            } else if (!result.crash().isEmpty() && remaining.size() > 1) {
                int middle = remaining.size() / 2;
                failures.addAll(check(remaining.subList(0, middle)));
                failures.addAll(check(remaining.subList(middle, remaining.size())));
                break;
            }
            List<Mutant> judged = judge(remaining, result, failures);
            if (judged.isEmpty()) {
                remaining.forEach(m -> failures.add(failure(m, "unknown error", result.describe())));
                break;
            }
            remaining.removeAll(judged);
        }
        return failures;
    }

    /** The mutants that have errors. */
    private List<Mutant> judge(List<Mutant> mutants, CompilationResult result, List<Failure> failures) {
        Map<String, List<String>> errors = errors(result);
        List<Mutant> judged = new ArrayList<>();
        List<Mutant> noJava = new ArrayList<>();
        for (Mutant mutant : mutants) {
            List<String> own = errors.getOrDefault(mutant.toSource().path(), List.of());
            String folder = "/output/" + mutant.program().packageName() + "/";
            List<String> generated = errors.entrySet().stream()
                    .filter(e -> e.getKey().contains(folder))
                    .flatMap(e -> e.getValue().stream())
                    .toList();
            if (!result.crash().isEmpty()) {
                failures.add(failure(mutant, "crash", result.describe()));
            } else if (own.stream().anyMatch(message -> message.contains("[AD9"))) {
                failures.add(failure(mutant, "internal error", String.join("\n", own)));
            } else if (own.isEmpty() && generated.isEmpty()) {
                continue;
            } else if (own.isEmpty()) {
                failures.add(failure(mutant, "generated code", String.join("\n", generated)));
            } else if (own.stream().allMatch(message -> NO_JAVA.matcher(message).find())) {
                noJava.add(mutant);
            }
            judged.add(mutant);
            own.stream().findFirst().ifPresent(this::count);
        }
        failures.addAll(acceptedByJavac(noJava, errors));
        return judged;
    }

    private static Map<String, List<String>> errors(CompilationResult result) {
        Map<String, List<String>> errors = new HashMap<>();
        for (Diagnostic<? extends JavaFileObject> error : result.errors()) {
            String path =
                    error.getSource() == null ? "" : error.getSource().toUri().getPath();
            errors.computeIfAbsent(path, p -> new ArrayList<>()).add(error.getMessage(Locale.ROOT));
        }
        return errors;
    }

    /** What we call no Java must be none for javac either. */
    private static List<Failure> acceptedByJavac(List<Mutant> mutants, Map<String, List<String>> errors) {
        List<SourceFile> sources = mutants.stream().map(Mutant::toSource).toList();
        Map<String, List<String>> byJavac = mutants.isEmpty() ? Map.of() : errors(PLAIN.compile(sources));
        return mutants.stream()
                .filter(m -> !byJavac.containsKey(m.toSource().path()))
                .map(m -> failure(
                        m, "misread", String.join("\n", errors.get(m.toSource().path()))))
                .toList();
    }

    private void count(String message) {
        Matcher code = CODE.matcher(message);
        outcomes.merge(code.find() ? code.group(1) : "javac", 1, Integer::sum);
    }

    private Optional<Failure> run(Mutant mutant, CompilationResult result) {
        outcomes.merge("accepted", 1, Integer::sum);
        return TimeLimit.check(mutant.program(), () -> {
            DerivativeProbe probe = CompiledBuilds.probe(mutant.program(), result);
            Verdict verdict = new Verdict();
            mutant.program().points().forEach(point -> judge(mutant, probe, point, verdict));
            boolean isRefused = verdict.oracles().stream().allMatch("throws"::equals)
                    && REFUSED_ARGUMENTS.matcher(verdict.toString()).find();
            return verdict.oracles().stream()
                    .filter(oracle -> !isRefused)
                    .findFirst()
                    .map(oracle -> failure(mutant, oracle, verdict.toString()));
        });
    }

    /**
     * Where a value or a derivative is not finite, or a part of a method of doubles is computed in {@code float}, only the value is
     * held against the primal's; where that changes from call to call, nothing is.
     */
    private static void judge(Mutant mutant, DerivativeProbe probe, Arguments point, Verdict verdict) {
        if (!isRepeatable(probe, point)) {
            return;
        }
        boolean isRounded = mutant.toSource().text().contains("float");
        if (!isRounded && isFinite(probe, point)) {
            Oracles.checkAll(probe, point, 1, new Workspace(), verdict);
        } else {
            Oracles.checkPrimal(probe, point, verdict);
        }
    }

    private static boolean isRepeatable(DerivativeProbe probe, Arguments point) {
        Verdict verdict = new Verdict();
        if (Oracles.throwsAlike(probe, point, verdict)) {
            return true;
        }
        double value = probe.value(point).result();
        return Oracles.sameBits(value, probe.value(point).result());
    }

    private static boolean isFinite(DerivativeProbe probe, Arguments point) {
        try {
            double[] bars = new double[point.flat().length];
            DerivativeProbe.Outcome outcome = probe.valueAndGradient(point, bars, null);
            double[] ones = new double[bars.length];
            Arrays.fill(ones, 1);
            double slope = probe.has("Pushforward")
                    ? probe.pushforward(point, ones, null).result()
                    : 0;
            return Double.isFinite(
                    outcome.result() * 0 + Arrays.stream(outcome.bars()).sum() + slope);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Failure failure(Mutant mutant, String kind, String message) {
        SourceFile source = mutant.toSource();
        return new Failure(
                mutant.program(), kind, message + "\n" + source.text().replaceAll("(?m)^.*static.*[a-z]9\\(.*\\R", ""));
    }
}
