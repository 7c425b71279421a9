package dev.pullback.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.data.Minibatches;
import dev.pullback.runtime.data.StochasticTraining;
import dev.pullback.runtime.data.SumObjective;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.firstorder.AdaDelta;
import dev.pullback.runtime.optim.firstorder.AdaGrad;
import dev.pullback.runtime.optim.firstorder.AdaMax;
import dev.pullback.runtime.optim.firstorder.Adam;
import dev.pullback.runtime.optim.firstorder.AdamW;
import dev.pullback.runtime.optim.firstorder.AmsGrad;
import dev.pullback.runtime.optim.firstorder.Lamb;
import dev.pullback.runtime.optim.firstorder.Lars;
import dev.pullback.runtime.optim.firstorder.Lion;
import dev.pullback.runtime.optim.firstorder.Momentum;
import dev.pullback.runtime.optim.firstorder.NAdam;
import dev.pullback.runtime.optim.firstorder.Nesterov;
import dev.pullback.runtime.optim.firstorder.RAdam;
import dev.pullback.runtime.optim.firstorder.RmsProp;
import dev.pullback.runtime.optim.firstorder.Sgd;
import dev.pullback.samples.optimization.DigitModels.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every stochastic method trains both classifiers to a mean loss of 0.2 on all digits; untrained it is log 10 = 2.3. */
final class DigitTrainingTest {

    private static final double STATED_LOSS = 0.2;
    private static final int BATCH = 32;
    private static final int EPOCHS = 12;
    private static final List<Digit> DIGITS = Digit.all();

    private static Map<String, Function<ParameterBlocks, StepOptimizer>> optimizers() {
        long steps = EPOCHS * (DIGITS.size() / BATCH + 1L);
        Schedule small = Schedule.cosine(0.01, 0.0, steps);
        Schedule large = Schedule.cosine(1.0, 0.0, steps);
        Adam.Settings adam = Adam.Settings.defaults().withLearningRate(Schedule.cosine(0.03, 0.0, steps));
        Adam.Settings bold = adam.withLearningRate(Schedule.cosine(0.1, 0.0, steps));
        Map<String, Function<ParameterBlocks, StepOptimizer>> optimizers = new LinkedHashMap<>();
        optimizers.put("Sgd", blocks -> new Sgd(large));
        optimizers.put("Momentum", blocks -> new Momentum(Schedule.cosine(0.1, 0.0, steps), 0.9));
        optimizers.put("Nesterov", blocks -> new Nesterov(Schedule.cosine(0.1, 0.0, steps), 0.9));
        optimizers.put("AdaGrad", blocks -> new AdaGrad(0.1));
        optimizers.put("AdaDelta", blocks -> new AdaDelta(Schedule.constant(1.0), 0.95, 1e-4));
        optimizers.put("RmsProp", blocks -> new RmsProp(small, 0.9, 1e-8));
        optimizers.put("Adam", blocks -> new Adam(adam));
        optimizers.put("AdamW", blocks -> new AdamW(adam, 1e-3));
        optimizers.put("AmsGrad", blocks -> new AmsGrad(bold));
        optimizers.put("NAdam", blocks -> new NAdam(adam));
        optimizers.put("RAdam", blocks -> new RAdam(bold));
        optimizers.put("AdaMax", blocks -> new AdaMax(bold));
        optimizers.put("Lion", blocks -> new Lion(Schedule.cosine(0.003, 0.0, steps), 0.9, 0.99, 0.0));
        optimizers.put("Lars", blocks -> new Lars(large, blocks, 0.9, 0.005, 0.0));
        optimizers.put(
                "Lamb", blocks -> new Lamb(adam.withLearningRate(Schedule.cosine(0.02, 0.0, steps)), blocks, 0.0));
        return optimizers;
    }

    @TestFactory
    Stream<DynamicTest> everyMethodReachesTheStatedLoss() {
        return optimizers().entrySet().stream()
                .flatMap(entry -> Stream.of(
                        DynamicTest.dynamicTest(
                                entry.getKey() + " on logistic regression",
                                () -> reaches(Digit.LOGISTIC, entry.getValue(), DigitModels.logisticBlocks())),
                        DynamicTest.dynamicTest(
                                entry.getKey() + " on the network",
                                () -> reaches(Digit.NETWORK, entry.getValue(), networkBlocks()))));
    }

    private static void reaches(
            ExampleLoss<Digit> loss, Function<ParameterBlocks, StepOptimizer> optimizer, ParameterBlocks blocks) {
        StochasticTraining<Digit> training =
                new StochasticTraining<>(loss, optimizer.apply(blocks), start(blocks), blocks);
        train(training, EPOCHS * Minibatches.of(DIGITS, BATCH, 1).perEpoch());

        assertThat(new SumObjective<>(DIGITS, loss, blocks).value(training.parameters()))
                .isLessThan(STATED_LOSS);
    }

    @Test
    void aTrainingKilledAtARandomStepEndsWithTheSameBits() {
        ParameterBlocks blocks = networkBlocks();
        Supplier<StochasticTraining<Digit>> fresh =
                () -> new StochasticTraining<>(Digit.NETWORK, new Adam(0.01), start(blocks), blocks);
        StochasticTraining<Digit> straight = fresh.get();
        train(straight, 100);
        StochasticTraining<Digit> killed = fresh.get();
        train(killed, 1 + new Random().nextInt(98));
        byte[] saved = killed.state().toBytes();
        StochasticTraining<Digit> resumed = fresh.get();
        resumed.restore(OptimizerState.fromBytes(saved));
        train(resumed, 100);

        assertThat(resumed.parameters()).as("killed at step " + killed.steps()).containsExactly(straight.parameters());
    }

    private static void train(StochasticTraining<Digit> training, long steps) {
        Minibatches<Digit> batches = Minibatches.of(DIGITS, BATCH, 1);
        while (training.steps() < steps) {
            training.step(batches.batch(training.steps()));
        }
    }

    @Test
    void recordsAreTrainedByMinibatches() {
        double[] start = start(networkBlocks());
        ExampleLoss<Digit> loss = DigitModelsDerivatives.networkExampleLoss(Network.zeros());
        var training = new StochasticTraining<>(loss, new Adam(0.01), start);
        var batches = Minibatches.of(DIGITS, 32, 1);
        while (training.steps() < 500) {
            training.step(batches.batch(training.steps()));
        }

        double[] flat = training.parameters();
        Network network = DigitModelsDerivatives.networkIndependents(flat, Network.zeros());

        SumObjective<Digit> objective = new SumObjective<>(DIGITS, loss, loss.parameterBlocks(flat.length));
        assertThat(DIGITS.stream()
                        .mapToDouble(digit -> DigitModels.network(network, digit))
                        .average())
                .hasValueCloseTo(objective.value(flat), within(1e-12));
        assertThat(objective.value(flat)).isLessThan(0.3);
    }

    private static ParameterBlocks networkBlocks() {
        int size = DigitModels.HIDDEN * (Digit.PIXELS + 1) + DigitModels.CLASSES * (DigitModels.HIDDEN + 1);
        return Digit.NETWORK.parameterBlocks(size);
    }

    @Test
    void theParametersOfTheNetworkHaveTheNamesOfItsRecords() {
        ParameterBlocks blocks = networkBlocks();
        double[] flat = new double[blocks.size()];
        blocks.put("network.output.bias", flat, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(blocks.nameOf(0)).isEqualTo("network.hidden.weights[0][0]");
        assertThat(flat[flat.length - 1]).isEqualTo(9.0);
        assertThat(blocks.matrix("network.hidden.weights", flat)).hasDimensions(DigitModels.HIDDEN, Digit.PIXELS);
    }

    private static double[] start(ParameterBlocks blocks) {
        Random random = new Random(7);
        double[] start = new double[blocks.size()];
        for (int j = 0; j < start.length; j++) {
            start[j] = 0.1 * random.nextGaussian();
        }
        return start;
    }
}
