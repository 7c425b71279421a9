package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.Verdict;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes one array for two values of a program. Where the primal writes neither, it must not matter. Where it matters, the
 * derivatives must refuse the arguments: those that they could give would be those of another function.
 */
final class AliasOracle {
    private static final String NAME = "alias";
    private static final String REFUSAL = "share memory";

    private AliasOracle() {}

    /** The point with one array in two places, for each pair of places. */
    static List<Arguments> around(Arguments point) {
        List<Arguments> result = new ArrayList<>();
        Object[] values = point.values();
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                if (i < j && isSameShape(values[i], values[j])) {
                    Arguments shared = point.copy();
                    shared.values()[j] = shared.values()[i];
                    result.add(shared);
                } else if (i != j && values[i] instanceof Object[] rows && isSameShape(rows[0], values[j])) {
                    Arguments shared = point.copy();
                    shared.values()[j] = ((Object[]) shared.values()[i])[0];
                    result.add(shared);
                }
            }
        }
        return result;
    }

    private static boolean isSameShape(Object first, Object second) {
        return first.getClass() == second.getClass()
                && first.getClass().isArray()
                && Arguments.isReal(first.getClass())
                && Array.getLength(first) == Array.getLength(second)
                && (!(first instanceof Object[] rows) || isSameShape(rows[0], ((Object[]) second)[0]));
    }

    /** Judges the derivatives at such a point. */
    static void check(FuzzProgram program, DifferentiatedMethod probe, Arguments point, Verdict verdict) {
        try {
            DualEvaluator.Answer answer = DualEvaluator.evaluate(program, point.apart());
            Outcome primal = probe.value(point);
            Outcome outcome = probe.valueAndGradient(point, new double[answer.gradient().length], null);
            compare(probe, answer, primal, outcome, point, verdict);
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).contains(REFUSAL)) {
                verdict.add(NAME, "at " + point + " the derivative throws " + e);
            }
        } catch (DualEvaluator.Unfit | UnsupportedOperationException e) {
            // No fair test.
        }
    }

    private static void compare(
            DifferentiatedMethod probe,
            DualEvaluator.Answer answer,
            Outcome primal,
            Outcome outcome,
            Arguments point,
            Verdict verdict) {
        if (!Oracles.sameBits(answer.value(), primal.result())) {
            verdict.add(NAME, "accepts " + point + ", whose value with copies is another one");
        }
        String difference = outcome.after().difference(primal.after());
        if (difference != null || !Oracles.sameBits(primal.result(), outcome.result())) {
            verdict.add(NAME, "from " + point + " the primal gives " + primal + ", got " + outcome);
        }
        for (int i = 0; i < answer.gradient().length; i++) {
            if (!Oracles.near(answer.gradient()[i], outcome.bars()[i], answer.sizes()[i], probe)) {
                verdict.add(
                        NAME,
                        "d/d" + i + " at " + point + " is " + answer.gradient()[i] + ", got " + outcome.bars()[i]);
            }
        }
    }
}
