package conformance.constants;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5]
/** Constants of another class, qualified by name. */
/** Constants. */
public final class OtherClass {

    private OtherClass() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        return Units.STEFAN * x * x * x * x + x * OtherClass.LOCAL + Integer.MAX_VALUE * 1e-9 * x;
    }

    static final double LOCAL = 0.5;
}

final class Units {
    static final double STEFAN = 5.67;

    private Units() {}
}
