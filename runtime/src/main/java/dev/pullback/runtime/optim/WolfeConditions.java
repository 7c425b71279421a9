package dev.pullback.runtime.optim;

/**
 * When a line search ends: the constants of the strong Wolfe conditions {@code f(x + a d) <= f(x) + c1 a f'(x).d} and {@code
 * |f'(x + a d).d| <= c2 |f'(x).d|}.
 *
 * <p>Source: Nocedal and Wright 2006, "Numerical Optimization", section 3.1.
 *
 * @param sufficientDecrease c1, in (0, 1/2)
 * @param curvature c2, in (c1, 1)
 * @param maxEvaluations the evaluations that one line search may use, at least 2
 */
public record WolfeConditions(double sufficientDecrease, double curvature, int maxEvaluations) {

    /**
     * Creates conditions.
     *
     * @param sufficientDecrease c1, in (0, 1/2)
     * @param curvature c2, in (c1, 1)
     * @param maxEvaluations the evaluations that one line search may use, at least 2
     * @throws IllegalArgumentException if a number is out of its range
     */
    public WolfeConditions {
        require(sufficientDecrease, curvature, maxEvaluations);
    }

    /**
     * Checks constants.
     *
     * @param sufficientDecrease c1, in (0, 1/2)
     * @param curvature c2, in (c1, 1)
     * @param maxEvaluations the evaluations that one line search may use, at least 2
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static void require(double sufficientDecrease, double curvature, int maxEvaluations) {
        if (!(sufficientDecrease > 0.0 && sufficientDecrease < 0.5)) {
            throw new IllegalArgumentException("sufficientDecrease must be in (0, 0.5), is " + sufficientDecrease);
        }
        if (!(curvature > sufficientDecrease && curvature < 1.0)) {
            throw new IllegalArgumentException("curvature must be in (sufficientDecrease, 1), is " + curvature);
        }
        if (maxEvaluations < 2) {
            throw new IllegalArgumentException("maxLineSearchEvaluations must be at least 2, is " + maxEvaluations);
        }
    }

    /**
     * For directions that know their length, of Newton and quasi-Newton methods: c1 = 1e-4, c2 = 0.9, 40 evaluations.
     *
     * @return loose conditions
     */
    public static WolfeConditions loose() {
        return new WolfeConditions(1e-4, 0.9, 40);
    }

    /**
     * For directions that do not, of gradient descent and conjugate gradients: c1 = 1e-4, c2 = 0.1, 40 evaluations.
     *
     * @return tight conditions
     */
    public static WolfeConditions tight() {
        return new WolfeConditions(1e-4, 0.1, 40);
    }
}
