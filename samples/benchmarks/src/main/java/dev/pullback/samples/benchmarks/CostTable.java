package dev.pullback.samples.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of derivatives beyond the gradient and prints one Markdown table: the fastest call, alone and in units of
 * the function itself and of its gradient.
 */
public final class CostTable {

    private CostTable() {}

    /**
     * Runs the suite.
     *
     * @param args optionally a regular expression of benchmarks, all otherwise; then the milliseconds of an iteration
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws RunnerException {
        String include = args.length > 0 ? args[0] : CostTable.class.getPackageName() + ".*Costs";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (args.length > 1) {
            TimeValue time = new TimeValue(Long.parseLong(args[1]), TimeUnit.MILLISECONDS);
            options.warmupTime(time).measurementTime(time);
        }
        Map<String, Map<String, Double>> cases = new LinkedHashMap<>();
        for (RunResult run : new Runner(options.build()).run()) {
            String[] name = run.getParams().getBenchmark().split("\\.");
            cases.computeIfAbsent(name[name.length - 2].replace("Costs", ""), c -> new LinkedHashMap<>())
                    .put(name[name.length - 1], fastest(run));
        }
        System.out.print(toMarkdown(cases));
    }

    private static double fastest(RunResult run) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(result -> result.getStatistics().getMin())
                .min()
                .orElse(Double.NaN);
    }

    static String toMarkdown(Map<String, Map<String, Double>> cases) {
        StringBuilder text =
                new StringBuilder("| case | what | us | to the primal | to the gradient |\n|---|---|---|---|---|\n");
        cases.forEach((name, times) -> times.forEach((what, time) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                name,
                what,
                String.format(Locale.ROOT, time < 10 ? "%.2f" : time < 100 ? "%.1f" : "%.0f", time),
                ratio(time, times.get("primal")),
                ratio(time, times.get("gradient"))))));
        return text.toString();
    }

    private static String ratio(double time, Double unit) {
        return unit == null ? "-" : String.format(Locale.ROOT, "%.2f", time / unit);
    }
}
