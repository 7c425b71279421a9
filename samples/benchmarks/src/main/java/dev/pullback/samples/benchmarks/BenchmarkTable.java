package dev.pullback.samples.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints one Markdown table.
 *
 * <p>Every benchmark runs twice, each time in a virtual machine of its own: once with every call timed, once with the
 * calls only counted. A time is that of the fastest call, the figure that disturbances change least: on a busy machine
 * an average tells mostly how busy it is. Allocations come from the second run, because the list of times of the first
 * one counts as theirs.
 */
public final class BenchmarkTable {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Cases in the order of their first result; each maps a benchmark method to its measurement. */
    private final Map<String, Map<String, Measurement>> cases = new LinkedHashMap<>();

    private BenchmarkTable() {}

    /**
     * Runs the suite.
     *
     * @param args optionally a regular expression of benchmarks; all otherwise
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws RunnerException {
        BenchmarkTable table = new BenchmarkTable();
        String include = args.length > 0 ? args[0] : BenchmarkTable.class.getPackageName() + ".*Benchmark";
        table.add(new Runner(new OptionsBuilder()
                        .include(include)
                        .mode(Mode.SampleTime)
                        .mode(Mode.AverageTime)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run());
        System.out.print(table.toMarkdown());
    }

    void add(Collection<RunResult> results) {
        for (RunResult run : results) {
            String benchmark = run.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            Measurement measured = new Measurement(microseconds(run), allocation(run));
            cases.computeIfAbsent(caseName(run.getParams()), name -> new TreeMap<>())
                    .merge(method, measured, Measurement::best);
        }
    }

    private static String caseName(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        String owner = benchmark.substring(0, benchmark.lastIndexOf('.'));
        StringBuilder name =
                new StringBuilder(owner.substring(owner.lastIndexOf('.') + 1).replace("Benchmark", ""));
        for (String key : params.getParamsKeys()) {
            name.append(' ').append(params.getParam(key));
        }
        return name.toString();
    }

    private static double microseconds(RunResult run) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(result -> result.getStatistics().getMin())
                .min()
                .orElse(Double.NaN);
    }

    private static double allocation(RunResult run) {
        Result<?> result = run.getSecondaryResults().get(ALLOCATION);
        return result == null ? Double.NaN : result.getScore();
    }

    String toMarkdown() {
        StringBuilder text = new StringBuilder("""
            | case | primal us | hand us | tuned us | generated us | generated/hand | generated/tuned \
            | hand/primal | tuned/primal | generated/primal | hand B/call | generated B/call | largest method |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|
            """);
        cases.forEach((name, measured) -> text.append(row(name, measured)));
        return text.toString();
    }

    private static String row(String name, Map<String, Measurement> measured) {
        double primal = time(measured, "primal");
        double hand = time(measured, "handWritten");
        double tuned = time(measured, "tuned");
        double generated = time(measured, "generated");
        OptionalInt largest = MethodSizes.largest(
                BenchmarkTable.class.getPackageName() + "." + name.split(" ", 2)[0] + "Derivatives");
        return "| "
                + String.join(
                        " | ",
                        name,
                        cell(primal),
                        cell(hand),
                        cell(tuned),
                        cell(generated),
                        cell(generated / hand),
                        cell(generated / tuned),
                        cell(hand / primal),
                        cell(tuned / primal),
                        cell(generated / primal),
                        bytes(measured, "handWritten"),
                        bytes(measured, "generated"),
                        largest.isPresent() ? largest.getAsInt() + " B" : "-")
                + " |\n";
    }

    private static double time(Map<String, Measurement> measured, String method) {
        Measurement measurement = measured.get(method);
        return measurement == null ? Double.NaN : measurement.microseconds();
    }

    private static String bytes(Map<String, Measurement> measured, String method) {
        Measurement measurement = measured.get(method);
        // The profiler counts some kilobytes of its own per iteration, which slow cases share among few calls: read
        // anything below two hundred as none.
        return measurement == null ? "-" : String.format(Locale.ROOT, "%.0f", measurement.bytes());
    }

    /** Three digits, and a dash for what was not measured. */
    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /** The time and the allocation of one call. */
    private record Measurement(double microseconds, double bytes) {

        Measurement best(Measurement other) {
            return new Measurement(Math.min(microseconds, other.microseconds), Math.min(bytes, other.bytes));
        }
    }
}
