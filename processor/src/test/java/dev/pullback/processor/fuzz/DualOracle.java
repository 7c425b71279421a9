package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.Oracle;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.Verdict;

/** Compares with the answer in dual numbers: value and inputs bit for bit, bars to rounding; every entry is judged. */
record DualOracle(DualEvaluator.Answer answer) implements Oracle {

    @Override
    public String name() {
        return "dual-numbers";
    }

    @Override
    public void check(Inspection inspection, Verdict verdict) {
        double value = inspection.primal().result();
        if (!Oracles.sameBits(answer.value(), value)) {
            verdict.add("evaluator", "the evaluator gives " + answer.value() + ", the primal " + value);
        }
        String difference = inspection.primal().after().difference(answer.after());
        if (difference != null) {
            verdict.add("evaluator", "after the primal " + difference);
        }
        for (int i = 0; i < answer.gradient().length; i++) {
            double expected = answer.gradient()[i];
            double actual = inspection.bars()[i];
            if (!Oracles.near(expected, actual, answer.sizes()[i], inspection.probe())) {
                verdict.add(name(), "d/d" + i + " is " + expected + ", got " + actual);
            }
        }
    }
}
