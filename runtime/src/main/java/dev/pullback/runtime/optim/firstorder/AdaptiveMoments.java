package dev.pullback.runtime.optim.firstorder;

import java.util.Objects;

/** What the methods that grew out of {@link Adam} share: its settings, in the names of the papers. */
abstract class AdaptiveMoments extends FirstOrderMethod {

    /** The share of the first moment that stays from step to step. */
    final double beta1;

    /** The same of the second. */
    final double beta2;

    /** What is added to denominators. */
    final double epsilon;

    /** A method with these settings and moving vectors of these names. */
    AdaptiveMoments(Adam.Settings settings, String... names) {
        super(Objects.requireNonNull(settings, "settings is null").learningRate(), names);
        this.beta1 = settings.beta1();
        this.beta2 = settings.beta2();
        this.epsilon = settings.epsilon();
    }
}
