package dev.pullback.processor.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Central differences of the primal at two step sizes. An entry is judged only where both agree: near a kink, across a
 * branch or in noise they do not, and the entry counts as unjudged.
 */
final class CentralDifferences implements Oracle {
    /** The points at which the primal of doubles is evaluated for one point. */
    static List<Arguments> evaluated(Arguments point) {
        List<Arguments> result = new ArrayList<>();
        double[] x = point.flat();
        for (int i = 0; i < x.length; i++) {
            double step = Precision.DOUBLE.step() * Math.max(1, Math.abs(x[i]));
            for (double shift : new double[] {step, -step, step / 2, -step / 2}) {
                double[] moved = x.clone();
                moved[i] += shift;
                result.add(point.withFlat(moved));
            }
        }
        return result;
    }

    @Override
    public String name() {
        return "central-differences";
    }

    @Override
    public void check(Inspection inspection, Verdict verdict) {
        Precision precision = Precision.of(inspection.probe());
        double[] x = inspection.point().flat();
        double level = Math.abs(inspection.primal().result());
        for (int i = 0; i < x.length; i++) {
            double step = precision.step() * Math.max(1, Math.abs(x[i]));
            Slopes wide = Slopes.of(inspection, i, step);
            Slopes narrow = Slopes.of(inspection, i, step / 2);
            double size = Math.max(Math.abs(wide.central()), Math.abs(narrow.central()));
            double noise = precision.noise() * (level + 1e-3);
            double difference = Math.abs(wide.central() - narrow.central());
            if (!(difference <= precision.agreement() * size + noise)
                    || isKink(wide, narrow, precision.agreement() * size + 100 * noise)) {
                verdict.leaveUnjudged();
                continue;
            }
            verdict.judge();
            double best = (4 * narrow.central() - wide.central()) / 3;
            double allowed = 3 * difference + precision.agreement() * size + 10 * noise;
            double actual = inspection.bars()[i];
            if (!(Math.abs(actual - best) <= allowed)) {
                verdict.add(name(), "d/d" + i + " is " + actual + ", differences say " + best);
            }
        }
    }

    /** Slopes to the left and right differ by a curvature that halves with the step, unless the point is a kink. */
    private static boolean isKink(Slopes wide, Slopes narrow, double noise) {
        return narrow.jump() > 0.75 * wide.jump() && narrow.jump() > noise;
    }

    /** Difference quotients at one step size. */
    private record Slopes(double central, double jump) {

        static Slopes of(Inspection inspection, int entry, double step) {
            double[] up = inspection.point().flat();
            double[] down = up.clone();
            double x = up[entry];
            up[entry] += step;
            down[entry] -= step;
            double above = at(inspection, up);
            double below = at(inspection, down);
            double here = inspection.primal().result();
            double right = (above - here) / (up[entry] - x);
            double left = (here - below) / (x - down[entry]);
            return new Slopes((above - below) / (up[entry] - down[entry]), Math.abs(right - left));
        }

        private static double at(Inspection inspection, double[] flat) {
            try {
                return inspection
                        .probe()
                        .value(inspection.point().withFlat(flat))
                        .result();
            } catch (RuntimeException e) {
                return Double.NaN;
            }
        }
    }
}
