package dev.pullback.samples.optimization;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.constrained.Bounds;
import dev.pullback.runtime.optim.constrained.Lbfgsb;
import dev.pullback.runtime.optim.constrained.ProjectedGradient;
import dev.pullback.runtime.optim.deterministic.Bfgs;
import dev.pullback.runtime.optim.deterministic.ConjugateGradient;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.deterministic.Newton;
import dev.pullback.runtime.optim.deterministic.NewtonCg;
import dev.pullback.runtime.optim.deterministic.TrustRegionNewton;
import dev.pullback.runtime.optim.leastsquares.GaussNewton;
import dev.pullback.runtime.optim.leastsquares.LeastSquaresResult;
import dev.pullback.runtime.optim.leastsquares.LevenbergMarquardt;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All deterministic methods on the test problems: iterations, evaluations and final sum of squares, as a Markdown table. */
public final class SolverTable {

    private static final IterationBudget BUDGET = new IterationBudget(20_000);

    private SolverTable() {}

    /**
     * The outcome of a method on a problem.
     *
     * @param iterations its iterations
     * @param evaluations its evaluations
     * @param sumOfSquares where it ended
     */
    record Outcome(long iterations, long evaluations, double sumOfSquares) {}

    /** A method: solves a problem. */
    @FunctionalInterface
    interface Solver {
        Outcome solve(TestProblem problem);
    }

    /** The methods by their names. */
    static Map<String, Solver> solvers() {
        Map<String, Solver> solvers = new LinkedHashMap<>();
        solvers.put("ConjugateGradient", problem -> minimize(new ConjugateGradient(), problem));
        solvers.put("Bfgs", problem -> minimize(new Bfgs(), problem));
        solvers.put("Lbfgs", problem -> minimize(new Lbfgs(), problem));
        solvers.put("Lbfgsb", problem -> minimize(new Lbfgsb(free(problem)), problem));
        solvers.put("ProjectedGradient", problem -> minimize(new ProjectedGradient(free(problem)), problem));
        solvers.put("Newton", problem -> minimize(new Newton(), problem));
        solvers.put("NewtonCg", problem -> minimize(new NewtonCg(), problem));
        solvers.put("TrustRegionNewton", problem -> minimize(new TrustRegionNewton(), problem));
        solvers.put(
                "GaussNewton",
                problem -> outcome(new GaussNewton()
                        .minimize(problem.function(), problem.start(), new GradientNormBelow(1e-9).or(BUDGET))));
        solvers.put(
                "LevenbergMarquardt",
                problem -> outcome(new LevenbergMarquardt()
                        .minimize(problem.function(), problem.start(), new GradientNormBelow(1e-9).or(BUDGET))));
        return solvers;
    }

    private static Bounds free(TestProblem problem) {
        return Bounds.all(problem.start().length, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Outcome minimize(Optimizer optimizer, TestProblem problem) {
        OptimizationResult result =
                optimizer.minimize(problem.objective(), problem.start(), new GradientNormBelow(1e-9).or(BUDGET));
        return new Outcome(result.iterations(), result.evaluations(), result.value());
    }

    private static Outcome outcome(LeastSquaresResult result) {
        return new Outcome(
                result.optimization().iterations(), result.optimization().evaluations(), result.sumOfSquares());
    }

    /**
     * Prints the table.
     *
     * @param args none
     */
    public static void main(String[] args) {
        print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static void print(PrintStream out) {
        List<String> names = new ArrayList<>(solvers().keySet());
        out.println("| problem | published | " + String.join(" | ", names) + " | Hipparchus CG | Hipparchus LM |");
        out.println("|---" + "|---".repeat(names.size() + 3) + "|");
        for (TestProblem problem : TestProblems.all()) {
            StringBuilder row = new StringBuilder("| " + problem.name() + " | ");
            for (int k = 0; k < problem.optima().length; k++) {
                row.append(k > 0 ? ", " : "").append(String.format(Locale.ROOT, "%.6g", problem.optima()[k]));
            }
            solvers().values().forEach(solver -> row.append(cell(problem, solver.solve(problem))));
            row.append(cell(problem, HipparchusSolvers.conjugateGradients(problem)));
            out.println(row.append(cell(problem, HipparchusSolvers.levenbergMarquardt(problem)))
                    .append(" |"));
        }
    }

    private static String cell(TestProblem problem, Outcome outcome) {
        boolean solved = problem.distance(outcome.sumOfSquares()) < 1e-4;
        return String.format(
                Locale.ROOT,
                " | %d, %d%s",
                outcome.iterations(),
                outcome.evaluations(),
                solved ? "" : String.format(Locale.ROOT, " (%.2e)", outcome.sumOfSquares()));
    }
}
