package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * All numbers that a case computes at one point, to compare builds of the same case bit for bit.
 *
 * @param numbers value, bars, pulled-back bars, directional derivative, product with the Hessian
 * @param after the arguments afterwards, or the exception
 */
public record Fingerprint(double[] numbers, String after) {

    /** Calls the derivatives with fixed seeds and tangents. */
    public static Fingerprint of(DifferentiatedMethod probe, Arguments point) {
        int count = point.flat().length;
        double[] dots = new double[count];
        Arrays.setAll(dots, i -> 1.0 / (i + 2));
        double[] numbers = new double[3 * count + 2];
        String after = attempt(() -> {
            Outcome gradient = probe.valueAndGradient(point, new double[count], null);
            Outcome pulled = probe.pullback(point, -2.5, dots.clone(), null);
            numbers[0] = gradient.result();
            numbers[1] = probe.has("Pushforward")
                    ? probe.pushforward(point, dots, null).result()
                    : 0;
            System.arraycopy(gradient.bars(), 0, numbers, 2, count);
            System.arraycopy(pulled.bars(), 0, numbers, 2 + count, count);
            if (probe.has("HessianVector")) {
                double[] product = probe.hessianVector(point, dots, null).bars();
                System.arraycopy(product, 0, numbers, 2 + 2 * count, count);
            }
            return gradient.after().toString();
        });
        return new Fingerprint(numbers, after);
    }

    private static String attempt(Supplier<String> calls) {
        try {
            return calls.get();
        } catch (RuntimeException e) {
            // The platform names variables by their numbers.
            return e.toString().replaceAll("<(parameter|local)\\d+>", "a variable");
        }
    }

    /** Equal bits; zeros of either sign are equal. */
    public boolean matches(Fingerprint other) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Oracles.sameBits(numbers[i], other.numbers[i])) {
                return false;
            }
        }
        return after.equals(other.after);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers) + " after " + after;
    }
}
