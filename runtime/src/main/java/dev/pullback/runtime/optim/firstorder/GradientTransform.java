package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.StepOptimizer;
import java.util.Objects;

/**
 * Changes a gradient before an optimizer sees it: clipping, penalties, or a rule of your own.
 *
 * <pre>{@code
 * StepOptimizer optimizer = Clipping.globalNorm(1.0).andThen(Penalty.l2(1e-4)).before(new Adam(1e-3));
 * }</pre>
 *
 * <p>A transform has no state, allocates nothing and may be shared between threads.
 */
@FunctionalInterface
public interface GradientTransform {

    /**
     * Changes a gradient in place.
     *
     * @param parameters the parameters, length n; not modified
     * @param gradient the gradient, length n, finite; changed
     */
    void apply(double[] parameters, double[] gradient);

    /**
     * This transform and then another one.
     *
     * @param next the transform that sees what this one made
     * @return both
     */
    default GradientTransform andThen(GradientTransform next) {
        Objects.requireNonNull(next, "next is null");
        return (parameters, gradient) -> {
            apply(parameters, gradient);
            next.apply(parameters, gradient);
        };
    }

    /**
     * An optimizer that sees transformed gradients. Its state is the inner optimizer's.
     *
     * @param optimizer the inner optimizer
     * @return the optimizer with this transform before it; the caller's gradient is left as it is
     */
    default StepOptimizer before(StepOptimizer optimizer) {
        return new TransformedOptimizer(this, optimizer);
    }
}
