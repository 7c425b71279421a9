package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StepOptimizer;
import org.junit.jupiter.api.Test;

/** The first two steps from theta = 1 with the gradients 2 and then 4, by hand from the formulas of the papers. */
class FirstStepsTest {

    private static final double RATE = 0.1;
    private static final double EPSILON = 1e-8;

    /** beta1 = 1/2, beta2 = 3/4: first moments 1 and 5/2, second moments 1 and 19/4. */
    private static final Adam.Settings ADAM = Adam.Settings.defaults()
            .withLearningRate(RATE)
            .withBeta1(0.5)
            .withBeta2(0.75)
            .withEpsilon(EPSILON);

    @Test
    void sgd() {
        assertSteps(new Sgd(RATE), 1.0 - 0.2, 1.0 - 0.2 - 0.4);
    }

    /** v = 2, then 1 + 4 = 5. */
    @Test
    void momentum() {
        assertSteps(new Momentum(RATE, 0.5), 0.8, 0.8 - 0.5);
    }

    /** v = 2: 2 + 1 = 3; v = 5: 4 + 5/2 = 13/2. */
    @Test
    void nesterov() {
        assertSteps(new Nesterov(RATE, 0.5), 0.7, 0.7 - 0.65);
    }

    /** s = 4, then 20. */
    @Test
    void adaGrad() {
        double first = 1.0 - RATE * 2.0 / (2.0 + EPSILON);
        assertSteps(
                new AdaGrad(Schedule.constant(RATE), EPSILON), first, first - RATE * 4.0 / (Math.sqrt(20.0) + EPSILON));
    }

    /** decay = 1/2, epsilon = 1: s = 2, delta = 2 / sqrt(3), d = 2/3; s = 9, delta = 4 sqrt(5/3) / sqrt(10). */
    @Test
    void adaDelta() {
        double first = 1.0 - 2.0 / Math.sqrt(3.0);
        double second = first - 4.0 * Math.sqrt(5.0 / 3.0) / Math.sqrt(10.0);
        assertSteps(new AdaDelta(Schedule.constant(1.0), 0.5, 1.0), first, second);
    }

    /** decay = 3/4: s = 1, then 19/4. */
    @Test
    void rmsProp() {
        double first = 1.0 - RATE * 2.0 / (1.0 + EPSILON);
        double second = first - RATE * 4.0 / (Math.sqrt(4.75) + EPSILON);
        assertSteps(new RmsProp(Schedule.constant(RATE), 0.75, EPSILON), first, second);
    }

    @Test
    void adam() {
        double first = 1.0 - RATE * 2.0 / (2.0 + EPSILON);
        assertSteps(new Adam(ADAM), first, first - RATE * (10.0 / 3.0) / (Math.sqrt(76.0 / 7.0) + EPSILON));
    }

    /** Adam's step and a tenth of 1/2 of theta. */
    @Test
    void adamW() {
        double first = 1.0 - RATE * (2.0 / (2.0 + EPSILON) + 0.5);
        double second = first - RATE * ((10.0 / 3.0) / (Math.sqrt(76.0 / 7.0) + EPSILON) + 0.5 * first);
        assertSteps(new AdamW(ADAM, 0.5), first, second);
    }

    /** The second moment grows, so that the first two steps are Adam's; with a third gradient 0 the maximum stays. */
    @Test
    void amsGrad() {
        double first = 1.0 - RATE * 2.0 / (2.0 + EPSILON);
        double second = first - RATE * (10.0 / 3.0) / (Math.sqrt(76.0 / 7.0) + EPSILON);
        AmsGrad amsGrad = new AmsGrad(ADAM);
        double[] theta = assertSteps(amsGrad, first, second);
        amsGrad.step(theta, new double[] {0.0});
        // m = 5/4, corrected by 7/8
        assertThat(theta[0]).isCloseTo(second - RATE * (10.0 / 7.0) / (Math.sqrt(76.0 / 7.0) + EPSILON), within(1e-15));
    }

    /** Step 1: (1/2) 1 / (3/4) + (1/2) 2 / (1/2) = 8/3; step 2: (1/2) (5/2) / (7/8) + (1/2) 4 / (3/4) = 86/21. */
    @Test
    void nAdam() {
        double first = 1.0 - RATE * (8.0 / 3.0) / (2.0 + EPSILON);
        assertSteps(new NAdam(ADAM), first, first - RATE * (86.0 / 21.0) / (Math.sqrt(76.0 / 7.0) + EPSILON));
    }

    /** beta2 = 3/4 has rhoMax = 7: rho is 1 at step 1, 7 - 4 (9/16) / (7/16) = 13/7 at step 2; both steps follow mHat. */
    @Test
    void rAdamWithoutItsSecondMoment() {
        assertSteps(new RAdam(ADAM), 1.0 - RATE * 2.0, 1.0 - RATE * 2.0 - RATE * (10.0 / 3.0));
    }

    /** beta2 = 0.999 and gradients of 1: at step 5 rho exceeds 4 for the first time, mHat and vHat are 1. */
    @Test
    void rAdamWithItsSecondMoment() {
        RAdam rAdam = new RAdam(ADAM.withBeta2(0.999).withEpsilon(1e-12));
        double[] theta = {0.0};
        for (int i = 0; i < 4; i++) {
            rAdam.step(theta, new double[] {1.0});
        }
        assertThat(theta[0]).isCloseTo(-4.0 * RATE, within(1e-14));
        double before = theta[0];
        rAdam.step(theta, new double[] {1.0});
        double power = Math.pow(0.999, 5);
        double rho = 1999.0 - 10.0 * power / (1.0 - power);
        double factor = Math.sqrt((rho - 4.0) * (rho - 2.0) * 1999.0 / (1995.0 * 1997.0 * rho));
        assertThat(rho).isBetween(4.0, 5.0);
        assertThat(theta[0]).isCloseTo(before - RATE * factor, within(1e-9));
    }

    /** u = 2, then 4; mHat = 2, then 10/3. */
    @Test
    void adaMax() {
        double first = 1.0 - RATE * 2.0 / (2.0 + EPSILON);
        assertSteps(new AdaMax(ADAM), first, first - RATE * (10.0 / 3.0) / (4.0 + EPSILON));
    }

    /** Both signs are positive; decay 1/2. */
    @Test
    void lion() {
        double first = 1.0 - RATE * 1.5;
        assertSteps(new Lion(Schedule.constant(RATE), 0.5, 0.75, 0.5), first, first - RATE * (1.0 + 0.5 * first));
    }

    /** Two blocks of one parameter each: local rates 0.01 |theta| / |g|, so that g cancels. */
    @Test
    void lars() {
        ParameterBlocks blocks =
                ParameterBlocks.builder().scalar("a").scalar("b").build();
        Lars lars = new Lars(Schedule.constant(1.0), blocks, 0.5, 0.01, 0.0);
        double[] theta = {1.0, 10.0};
        lars.step(theta, new double[] {2.0, -3.0});
        assertThat(theta[0]).isCloseTo(1.0 - 0.01, within(1e-15));
        assertThat(theta[1]).isCloseTo(10.0 + 0.1, within(1e-15));
        lars.step(theta, new double[] {4.0, 0.0});
        // v = 0.005 + 0.01 * 0.99; b: no gradient, half the velocity
        assertThat(theta[0]).isCloseTo(0.99 - 0.0149, within(1e-15));
        assertThat(theta[1]).isCloseTo(10.1 + 0.05, within(1e-14));
    }

    /** Weight decay 1: local = 0.01 * 3 / (2 + 3), step local * (2 + 3) = 0.03. */
    @Test
    void larsWithDecay() {
        Lars lars = new Lars(Schedule.constant(1.0), ParameterBlocks.of("w", 1), 0.0, 0.01, 1.0);
        double[] theta = {3.0};
        lars.step(theta, new double[] {2.0});
        assertThat(theta[0]).isCloseTo(2.97, within(1e-15));
    }

    /** A block of norm 5 moves by a tenth of 5, along Adam's first direction (1, -1) of norm sqrt(2). */
    @Test
    void lamb() {
        Lamb lamb = new Lamb(ADAM.withEpsilon(1e-15), ParameterBlocks.of("w", 2), 0.0);
        double[] theta = {3.0, 4.0};
        lamb.step(theta, new double[] {7.0, -11.0});
        double move = RATE * 5.0 / Math.sqrt(2.0);
        assertThat(theta[0]).isCloseTo(3.0 - move, within(1e-14));
        assertThat(theta[1]).isCloseTo(4.0 + move, within(1e-14));
    }

    private static double[] assertSteps(StepOptimizer optimizer, double first, double second) {
        double[] theta = {1.0};
        optimizer.step(theta, new double[] {2.0});
        assertThat(theta[0]).isCloseTo(first, within(1e-15));
        optimizer.step(theta, new double[] {4.0});
        assertThat(theta[0]).isCloseTo(second, within(1e-15));
        return theta;
    }
}
