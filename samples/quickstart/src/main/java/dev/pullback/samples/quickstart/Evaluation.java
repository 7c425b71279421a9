package dev.pullback.samples.quickstart;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.check.GradientCheck;
import dev.pullback.runtime.check.GradientReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The judgement of a run: is the gradient right, and do the trained models predict well?
 *
 * @param atStart the gradient check where training starts
 * @param atRandomPoint the gradient check at a point without any symmetry
 */
record Evaluation(GradientReport atStart, GradientReport atRandomPoint) {

    static final double REQUIRED_ACCURACY = 0.95;

    /** Checks the gradient, before training starts. */
    static Evaluation ofGradient(Objective loss, double[] start, long seed) {
        GradientCheck check = new GradientCheck();
        double[] point = new Random(seed).doubles(start.length, -1.0, 1.0).toArray();
        return new Evaluation(check.check(loss, start), check.check(loss, point));
    }

    /** Whether a check found no error and judged something. */
    static boolean isRight(GradientReport check) {
        return check.matches() && check.judged() > 0;
    }

    /** What is not good enough, one line each; empty if all is well. */
    List<String> complaints(List<Training> trainings, Dataset test) {
        List<String> complaints = new ArrayList<>();
        if (!isRight(atStart) || !isRight(atRandomPoint)) {
            complaints.add("the gradient check failed");
        }
        for (Training training : trainings) {
            double accuracy = training.evaluate(test).accuracy();
            if (!(accuracy >= REQUIRED_ACCURACY)) {
                complaints.add(String.format(
                        Locale.ROOT,
                        "test accuracy of %s is %.4f, expected at least %.2f",
                        training.name(),
                        accuracy,
                        REQUIRED_ACCURACY));
            }
        }
        return complaints;
    }
}
