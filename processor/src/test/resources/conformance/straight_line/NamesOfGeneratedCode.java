package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double[2]
/** Variables called as generated code would call its own. */
public final class NamesOfGeneratedCode {

    private NamesOfGeneratedCode() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double xBar, double[] scalarBars) {
        double resultBar = x * xBar;
        double tape = Math.sin(resultBar);
        double workspace = tape * scalarBars[0];
        double xDot = workspace + scalarBars[1] * x;
        double aBar = xDot * xDot;
        double i = aBar + tape;
        return i * xDot + resultBar;
    }
}
