package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

// args: double[4], made log
/** Effects on passive objects happen once and in order: what the log answers depends on how often it was asked. */
public final class PassiveEffects {

    static final Logger LOGGER = Logger.getLogger("conformance");

    private PassiveEffects() {}

    /** Remembers what it was told. */
    static final class Log {
        private final List<Integer> lines = new ArrayList<>();

        void add(int line) {
            lines.add(line);
        }

        void clear() {
            lines.clear();
        }

        int count() {
            return lines.size();
        }
    }

    static Log log() {
        return new Log();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, Log log) {
        double sum = 0;
        log.clear();
        for (int i = 0; i < x.length; i++) {
            log.add(i);
            LOGGER.log(Level.FINEST, "term " + i + " of " + x[i]);
            if (x[i] > 0) {
                sum += Math.exp(x[i]) * log.count();
            } else {
                log.add(-i);
                sum -= x[i] * x[i] * log.count();
            }
        }
        return sum * sum / log.count();
    }
}
