package conformance.labelled_blocks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, boolean true
// args: double, double, boolean false
// seeds: 8
/** Out of a block, an if and a try of three blocks. */
public final class Block {

    private Block() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, boolean b) {
        double s = x;
        block:
        {
            s = s * y;
            if (s > 0) {
                break block;
            }
            s = s * s + x;
            inner:
            {
                if (b) {
                    break inner;
                }
                if (y > 0.2) {
                    break block;
                }
                s = Math.sin(s);
            }
            s = s * y;
        }
        branch:
        if (b) {
            if (x > y) {
                break branch;
            }
            s = s * x;
        } else {
            s = s + x * y;
        }
        return s * s;
    }
}
