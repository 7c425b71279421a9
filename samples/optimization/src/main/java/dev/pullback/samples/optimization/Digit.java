package dev.pullback.samples.optimization;

import dev.pullback.runtime.data.ExampleLoss;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A hand-written digit.
 *
 * @param pixels 8 rows of 8 numbers from 0 to 1
 * @param label from 0 to 9
 */
record Digit(double[] pixels, int label) {

    /** The number of pixels. */
    static final int PIXELS = 64;

    /** The loss of logistic regression, differentiated. */
    static final ExampleLoss<Digit> LOGISTIC = (w, digit, gradient, workspace) ->
            DigitModelsDerivatives.logisticValueAndGradient(w, digit.pixels(), digit.label(), gradient, workspace);

    /** The loss of the network, differentiated. */
    static final ExampleLoss<Digit> NETWORK = DigitModelsDerivatives.networkExampleLoss(DigitModels.Network.zeros());

    /** Reads all 1797 digits. */
    static List<Digit> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(Digit.class.getResourceAsStream("digits.csv.gz"), "digits.csv.gz")),
                StandardCharsets.US_ASCII))) {
            return reader.lines().map(Digit::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Digit parse(String line) {
        double[] numbers =
                Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        double[] pixels = new double[PIXELS];
        for (int j = 0; j < PIXELS; j++) {
            pixels[j] = numbers[j] / 16.0;
        }
        return new Digit(pixels, (int) numbers[PIXELS]);
    }
}
