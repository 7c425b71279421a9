package dev.pullback.samples.quickstart;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.LossHistory;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.firstorder.Adam;
import java.io.PrintWriter;

/**
 * A finished training.
 *
 * @param name the optimizer
 * @param result where it ended
 * @param losses the loss at the start and after every iteration
 */
record Training(String name, OptimizationResult result, double[] losses) {

    private static final int ITERATIONS = 1000;
    private static final double SMALL_GRADIENT = 1e-6;

    /** Trains with Adam, whose learning rate falls to zero along half a cosine wave. */
    static Training withAdam(Objective loss, double[] start, PrintWriter out, boolean terminal) {
        Schedule rate = Schedule.cosine(0.1, 0.0, ITERATIONS);
        Optimizer adam = new Adam(Adam.Settings.defaults().withLearningRate(rate));
        return run("Adam", adam, loss, start, new ProgressLine(out, terminal, "Adam"));
    }

    /** Trains with L-BFGS. */
    static Training withLbfgs(Objective loss, double[] start, PrintWriter out, boolean terminal) {
        return run("L-BFGS", new Lbfgs(), loss, start, new ProgressLine(out, terminal, "L-BFGS"));
    }

    private static Training run(
            String name, Optimizer optimizer, Objective loss, double[] start, ProgressLine progress) {
        LossHistory history = new LossHistory();
        OptimizationResult result = optimizer.minimize(
                loss,
                start,
                new GradientNormBelow(SMALL_GRADIENT).or(new IterationBudget(ITERATIONS)),
                history.andThen(progress));
        progress.finish(result);
        return new Training(name, result, history.values());
    }

    /** Lets the trained model predict rows it has not seen. */
    ConfusionMatrix evaluate(Dataset test) {
        return ConfusionMatrix.of(LogisticModel.ofFlat(result.point()), test);
    }
}
