package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.List;
import java.util.Map;

// args: double in [0.5, 2], made fast, made options, made weights
// args: double in [0.5, 2], made slow, made options, made weights
// args: double in [5, 6], made slow, made options, made weights
/** Getters, records, enums, interfaces, lists, maps and boxes, in conditions, bounds and factors. */
public final class Config {

    static final Option FLAT = new Option(1.25, false);

    private Config() {}

    /** A choice. */
    enum Mode {
        FAST,
        SLOW
    }

    /** What is asked. */
    interface Settings {
        Mode mode();

        int steps();

        default double rate() {
            return 0.3 * steps();
        }
    }

    /** A row of a table. */
    record Option(double strike, boolean isCall) {}

    /** The settings. */
    record Fixed(Mode mode, int steps) implements Settings {}

    static Settings fast() {
        return new Fixed(Mode.FAST, 2);
    }

    static Settings slow() {
        return new Fixed(Mode.SLOW, 3);
    }

    static List<Option> options() {
        return List.of(new Option(1.0, true), new Option(1.5, false), new Option(0.75, true));
    }

    static Map<String, Double> weights() {
        return Map.of("call", 2.0, "put", 0.5);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, Settings settings, List<Option> options, Map<String, Double> weights) {
        double value = x;
        for (int i = 0; i < settings.steps(); i++) {
            value *= 1 + settings.rate() * x;
        }
        for (Option option : options) {
            double weight = weights.get(option.isCall() ? "call" : "put");
            double moneyness = option.isCall() ? x - option.strike() : option.strike() - x;
            if (moneyness > 0) {
                value += weight * moneyness * moneyness;
            }
        }
        for (int i = options.size() - 1; i >= 0; i--) {
            value += Math.sin(x * options.get(i).strike());
        }
        Option last = x > 2 ? options.get(0) : new Option(x, FLAT.isCall());
        if (!last.isCall()) {
            value *= last.strike() * FLAT.strike();
        }
        Mode mode = settings.mode();
        return mode == Mode.FAST ? value : value * value;
    }
}
