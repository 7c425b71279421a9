package dev.pullback.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.firstorder.Adam;
import dev.pullback.runtime.optim.firstorder.Sgd;
import dev.pullback.runtime.testkit.Allocation;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StochasticTrainingTest {

    private static final ParameterBlocks BLOCKS =
            ParameterBlocks.builder().vector("w", 2).scalar("bias").build();
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(400, 5);

    @Test
    void minibatchesReachTheMinimumOfTheWholeObjective() {
        double[] exact = new Lbfgs()
                .minimize(
                        new SumObjective<>(EXAMPLES, LogisticExample::valueAndGradient, BLOCKS),
                        new double[3],
                        new GradientNormBelow(1e-9).or(new IterationBudget(100)))
                .point();
        StochasticTraining<LogisticExample> training =
                training(new Adam(Adam.Settings.defaults().withLearningRate(Schedule.cosine(0.1, 0.0, 2000))));
        steps(training, 2000);

        assertThat(training.parameters()).containsExactly(exact, within(0.02));
    }

    @Test
    void aKilledTrainingResumesBitForBit() {
        StochasticTraining<LogisticExample> straight = training(new Adam(0.01));
        steps(straight, 120);
        Random random = new Random(9);
        for (int run = 0; run < 5; run++) {
            StochasticTraining<LogisticExample> killed = training(new Adam(0.01));
            steps(killed, 1 + random.nextInt(118));
            byte[] saved = killed.state().toBytes();
            StochasticTraining<LogisticExample> resumed = training(new Adam(0.01));
            resumed.restore(OptimizerState.fromBytes(saved));
            steps(resumed, 120);

            assertThat(resumed.parameters()).containsExactly(straight.parameters());
            assertThat(resumed.state()).isEqualTo(straight.state());
        }
    }

    @Test
    void anIteratorAndALiveStreamTrainAlike() throws Exception {
        StochasticTraining<LogisticExample> pulled = training(new Sgd(0.1));
        pulled.run(EXAMPLES.iterator(), 30);
        StochasticTraining<LogisticExample> pushed = training(new Sgd(0.1));
        SubmissionPublisher<LogisticExample> publisher = new SubmissionPublisher<>();
        var done = pushed.run(publisher, 30).toCompletableFuture();
        EXAMPLES.forEach(publisher::submit);
        publisher.close();
        assertThat(done.get(30, TimeUnit.SECONDS)).isEqualTo(14);

        assertThat(pulled.steps()).isEqualTo(14);
        assertThat(pushed.parameters()).containsExactly(pulled.parameters());
    }

    /** The publisher sees what is asked for: never more than a batch ahead of what was delivered. */
    @Test
    void demandIsBounded() {
        AtomicLong requested = new AtomicLong();
        AtomicLong delivered = new AtomicLong();
        Flow.Publisher<LogisticExample> publisher = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private boolean isRunning;

            @Override
            public void request(long n) {
                requested.addAndGet(n);
                assertThat(requested.get() - delivered.get()).isLessThanOrEqualTo(30);
                if (isRunning) {
                    return;
                }
                isRunning = true;
                while (delivered.get() < requested.get() && delivered.get() < EXAMPLES.size()) {
                    subscriber.onNext(EXAMPLES.get((int) delivered.getAndIncrement()));
                }
                subscriber.onComplete();
            }

            @Override
            public void cancel() {
                throw new AssertionError("nobody should cancel");
            }
        });
        StochasticTraining<LogisticExample> training = training(new Sgd(0.1));

        assertThat(training.run(publisher, 30).toCompletableFuture().join()).isEqualTo(14);
        assertThat(delivered.get()).isEqualTo(400);
    }

    @Test
    void aFailureEndsTheStreamAndReachesTheCaller() {
        StochasticTraining<LogisticExample> training = new StochasticTraining<>(
                (w, example, gradient, workspace) -> Double.NaN, new Sgd(0.1), new double[3], BLOCKS);
        SubmissionPublisher<LogisticExample> publisher = new SubmissionPublisher<>(Runnable::run, 64);
        var done = training.run(publisher, 2).toCompletableFuture();
        EXAMPLES.subList(0, 4).forEach(publisher::submit);

        assertThatThrownBy(done::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the loss of step 0 is NaN");
        assertThat(publisher.getNumberOfSubscribers()).isZero();
        publisher.close();
    }

    @Test
    void theFirstNonFiniteParameterIsNamed() {
        StochasticTraining<LogisticExample> training = new StochasticTraining<>(
                (w, example, gradient, workspace) -> {
                    gradient[1] = Double.POSITIVE_INFINITY;
                    return 0.0;
                },
                new Sgd(0.1),
                new double[3],
                BLOCKS);

        assertThatThrownBy(() -> training.step(EXAMPLES.subList(0, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the gradient of step 0: the entry of w[1] is Infinity");
        assertThat(training.parameters()).containsExactly(0.0, 0.0, 0.0);
        assertThat(training.steps()).isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> training(new Sgd(0.1)).step(List.of())).hasMessage("batch is empty");
        assertThatThrownBy(() -> new StochasticTraining<>(
                        LogisticExample::valueAndGradient, new Sgd(0.1), new double[] {0, 0, Double.NaN}, BLOCKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start: the entry of bias is NaN");
        assertThatThrownBy(() -> new StochasticTraining<>(
                        LogisticExample::valueAndGradient, new Sgd(0.1), new double[2], BLOCKS))
                .hasMessage("start has length 2, expected 3");
    }

    private static StochasticTraining<LogisticExample> training(StepOptimizer optimizer) {
        return new StochasticTraining<>(LogisticExample::valueAndGradient, optimizer, new double[3], BLOCKS);
    }

    private static void steps(StochasticTraining<LogisticExample> training, long last) {
        Minibatches<LogisticExample> batches = Minibatches.of(EXAMPLES, 32, 11);
        while (training.steps() < last) {
            training.step(batches.batch(training.steps()));
        }
    }

    @Test
    void aStepAllocatesNothing() {
        List<LogisticExample> batch = LogisticExample.random(16, 5);
        StochasticTraining<LogisticExample> training =
                new StochasticTraining<>(LogisticExample::valueAndGradient, new Adam(0.01), new double[3]);

        assertThat(Allocation.ofSteadyState(() -> {
                    for (int i = 0; i < 100; i++) {
                        training.step(batch);
                    }
                }))
                .isZero();
    }
}
