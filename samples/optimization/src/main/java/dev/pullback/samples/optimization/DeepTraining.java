package dev.pullback.samples.optimization;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.data.Minibatches;
import dev.pullback.runtime.data.StochasticTraining;
import dev.pullback.runtime.data.SumObjective;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.firstorder.Adam;
import dev.pullback.runtime.optim.firstorder.Clipping;
import dev.pullback.runtime.optim.firstorder.GradientTelemetry;
import dev.pullback.runtime.optim.firstorder.GradientTelemetry.Verdict;
import dev.pullback.runtime.optim.firstorder.Momentum;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Gradients that vanish or explode on their way back, seen by telemetry and cured: twelve layers of tanh that start too small, twelve
 * rectified ones that start too large, so that the first step kills their units, and a recurrent network with steps that are too long.
 *
 * <p>The cures are those of Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks"
 * (weights of variance 1 per input), He, Zhang, Ren and Sun 2015, "Delving Deep into Rectifiers" (2 per input), and Pascanu, Mikolov
 * and Bengio 2013, "On the Difficulty of Training Recurrent Neural Networks" (clipping).
 */
public final class DeepTraining {

    private static final int STEPS = 400;
    private static final int BATCH = 32;
    /** Root mean squares of a block's gradient between which it is healthy. */
    private static final double VANISHING = 1e-7;

    private static final double EXPLODING = 2.0;
    private static final int PATIENCE = 1;

    /** A training. */
    enum Experiment {
        SMALL_TANH("tanh, weights start 5 times too small", DeepModels.TANH, 0.2, new Momentum(0.05, 0.9)),
        SCALED_TANH("the same, scaled to the layers, clipped", DeepModels.TANH, 1.0, clipped(new Momentum(0.05, 0.9))),
        LARGE_RECTIFIED("ReLU, weights start 3 times too large", DeepModels.RECTIFIED, 4.0, new Momentum(0.01, 0.9)),
        SCALED_RECTIFIED("the same, scaled to the layers", DeepModels.RECTIFIED, Math.sqrt(2.0), new Adam(0.003)),
        RECURRENT("recurrent, long steps", DeepModels.RECURRENT, 1.0, new Momentum(0.1, 0.9)),
        CLIPPED_RECURRENT("the same, clipped", DeepModels.RECURRENT, 1.0, clipped(new Momentum(0.1, 0.9)));

        private final String title;
        private final ExampleLoss<Digit> loss;
        private final double gain;
        private final StepOptimizer optimizer;

        Experiment(String title, ExampleLoss<Digit> loss, double gain, StepOptimizer optimizer) {
            this.title = title;
            this.loss = loss;
            this.gain = gain;
            this.optimizer = optimizer;
        }

        private static StepOptimizer clipped(StepOptimizer optimizer) {
            return Clipping.globalNorm(0.5).before(optimizer);
        }

        private boolean isRecurrent() {
            return loss == DeepModels.RECURRENT;
        }
    }

    /**
     * What became of a training.
     *
     * @param loss the mean loss of all digits at the end; untrained it is log 10 = 2.3
     * @param flagged the blocks with gradients that vanished or exploded at some step
     */
    record Outcome(double loss, Map<Verdict, Set<String>> flagged) {}

    private DeepTraining() {}

    /** Runs a training on all digits. */
    static Outcome run(Experiment experiment) {
        List<Digit> digits = Digit.all();
        ParameterBlocks blocks = experiment.isRecurrent() ? DeepModels.recurrentBlocks() : DeepModels.networkBlocks();
        GradientTelemetry telemetry = new GradientTelemetry(blocks, VANISHING, EXPLODING, PATIENCE);
        experiment.optimizer.reset();
        StochasticTraining<Digit> training =
                new StochasticTraining<>(experiment.loss, experiment.optimizer, start(blocks, experiment.gain), blocks);
        Minibatches<Digit> batches = Minibatches.of(digits, BATCH, 1);
        Map<Verdict, Set<String>> flagged = new EnumMap<>(Verdict.class);
        double[] gradient = new double[blocks.size()];
        while (training.steps() < STEPS) {
            training.step(batches.batch(training.steps()));
            training.copyGradient(gradient);
            telemetry.record(gradient);
            collect(blocks, telemetry, flagged);
        }
        double loss = new SumObjective<>(digits, experiment.loss, blocks).value(training.parameters());
        return new Outcome(loss, flagged);
    }

    private static void collect(
            ParameterBlocks blocks, GradientTelemetry telemetry, Map<Verdict, Set<String>> flagged) {
        for (ParameterBlocks.Block block : blocks.blocks()) {
            Verdict verdict = telemetry.verdict(block.name());
            if (verdict != Verdict.HEALTHY) {
                flagged.computeIfAbsent(verdict, v -> new LinkedHashSet<>()).add(block.name());
            }
        }
    }

    /** Weights of standard deviation {@code gain / sqrt(inputs)}, biases zero. */
    private static double[] start(ParameterBlocks blocks, double gain) {
        Random random = new Random(7);
        double[] start = new double[blocks.size()];
        for (ParameterBlocks.Block block : blocks.blocks()) {
            boolean hasBias = !block.name().equals("input");
            int inputs = hasBias ? block.columns() - 1 : block.columns();
            for (int j = 0; j < block.length(); j++) {
                boolean isBias = hasBias && j % block.columns() == inputs;
                start[block.offset() + j] = isBias ? 0.0 : gain / Math.sqrt(inputs) * random.nextGaussian();
            }
        }
        return start;
    }

    /**
     * Prints a table of all trainings.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| training | flagged by telemetry | loss after " + STEPS + " steps |");
        out.println("|---|---|---|");
        for (Experiment experiment : Experiment.values()) {
            Outcome outcome = run(experiment);
            out.println(String.format(
                    Locale.ROOT, "| %s | %s | %.2f |", experiment.title, describe(outcome.flagged()), outcome.loss()));
        }
    }

    private static String describe(Map<Verdict, Set<String>> flagged) {
        StringBuilder text = new StringBuilder();
        flagged.forEach((verdict, blocks) -> text.append(text.isEmpty() ? "" : "; ")
                .append(verdict.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(String.join(", ", blocks)));
        return text.isEmpty() ? "nothing" : text.toString();
    }
}
