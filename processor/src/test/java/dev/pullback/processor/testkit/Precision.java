package dev.pullback.processor.testkit;

/**
 * How exact a method can be expected to be.
 *
 * @param rounding of sums of products, relative to their terms
 * @param step of central differences
 * @param agreement of differences of two step sizes, relative
 * @param noise of a value, relative
 */
record Precision(double rounding, double step, double agreement, double noise) {

    static final Precision DOUBLE = new Precision(1e-12, Math.cbrt(Math.ulp(1.0)) * 4, 1e-5, 1e-9);
    static final Precision FLOAT = new Precision(4e-6, 0.04, 3e-2, 3e-4);

    static Precision of(DifferentiatedMethod probe) {
        return probe.isSingle() ? FLOAT : DOUBLE;
    }
}
