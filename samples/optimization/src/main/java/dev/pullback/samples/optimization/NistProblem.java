package dev.pullback.samples.optimization;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.leastsquares.ResidualFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A nonlinear regression problem with certified results.
 *
 * @param name the name of the file
 * @param starts two starting points, the first one far away
 * @param parameters the certified parameters
 * @param errors their certified standard deviations
 * @param sumOfSquares the certified residual sum of squares
 * @param data the observations
 */
record NistProblem(
        String name,
        double[][] starts,
        double[] parameters,
        double[] errors,
        double sumOfSquares,
        List<Observation> data) {

    /** A measured value y, its logarithm for Nelson, at x (and z). */
    record Observation(double y, double x, double z) {}

    /** The value of a model with its gradient: what the generated {@code modelValueAndGradient} computes. */
    @FunctionalInterface
    private interface Model {
        double valueAndGradient(double[] b, double x, double[] gradient, Workspace workspace);
    }

    private static final Map<String, Model> MODELS = new TreeMap<>();

    static {
        MODELS.put("Bennett5", NistModelsDerivatives::bennett5ValueAndGradient);
        MODELS.put("BoxBOD", NistModelsDerivatives::boxBodValueAndGradient);
        MODELS.put("Chwirut1", NistModelsDerivatives::chwirutValueAndGradient);
        MODELS.put("Chwirut2", NistModelsDerivatives::chwirutValueAndGradient);
        MODELS.put("DanWood", NistModelsDerivatives::danWoodValueAndGradient);
        MODELS.put("ENSO", NistModelsDerivatives::ensoValueAndGradient);
        MODELS.put("Eckerle4", NistModelsDerivatives::eckerle4ValueAndGradient);
        MODELS.put("Gauss1", NistModelsDerivatives::gaussValueAndGradient);
        MODELS.put("Gauss2", NistModelsDerivatives::gaussValueAndGradient);
        MODELS.put("Gauss3", NistModelsDerivatives::gaussValueAndGradient);
        MODELS.put("Hahn1", NistModelsDerivatives::cubicRationalValueAndGradient);
        MODELS.put("Kirby2", NistModelsDerivatives::kirby2ValueAndGradient);
        MODELS.put("Lanczos1", NistModelsDerivatives::lanczosValueAndGradient);
        MODELS.put("Lanczos2", NistModelsDerivatives::lanczosValueAndGradient);
        MODELS.put("Lanczos3", NistModelsDerivatives::lanczosValueAndGradient);
        MODELS.put("MGH09", NistModelsDerivatives::mgh09ValueAndGradient);
        MODELS.put("MGH10", NistModelsDerivatives::mgh10ValueAndGradient);
        MODELS.put("MGH17", NistModelsDerivatives::mgh17ValueAndGradient);
        MODELS.put("Misra1a", NistModelsDerivatives::boxBodValueAndGradient);
        MODELS.put("Misra1b", NistModelsDerivatives::misra1bValueAndGradient);
        MODELS.put("Misra1c", NistModelsDerivatives::misra1cValueAndGradient);
        MODELS.put("Misra1d", NistModelsDerivatives::misra1dValueAndGradient);
        MODELS.put("Rat42", NistModelsDerivatives::rat42ValueAndGradient);
        MODELS.put("Rat43", NistModelsDerivatives::rat43ValueAndGradient);
        MODELS.put("Roszman1", NistModelsDerivatives::roszman1ValueAndGradient);
        MODELS.put("Thurber", NistModelsDerivatives::cubicRationalValueAndGradient);
    }

    /** All problems, in alphabetical order. */
    static List<NistProblem> all() {
        List<String> names = new ArrayList<>(MODELS.keySet());
        names.add("Nelson");
        return names.stream().sorted().map(NistProblem::read).toList();
    }

    /** The residuals with their Jacobian. */
    ResidualFunction residuals() {
        if (name.equals("Nelson")) {
            return ResidualFunction.of(
                    data,
                    (b, point, gradient, workspace) ->
                            NistModelsDerivatives.nelsonValueAndGradient(b, point.x(), point.z(), gradient, workspace)
                                    - point.y());
        }
        Model model = Optional.ofNullable(MODELS.get(name)).orElseThrow();
        return ResidualFunction.of(
                data,
                (b, point, gradient, workspace) ->
                        model.valueAndGradient(b, point.x(), gradient, workspace) - point.y());
    }

    /** Reads a file in NIST's format. */
    private static NistProblem read(String name) {
        List<double[]> table = new ArrayList<>();
        List<Observation> data = new ArrayList<>();
        double sumOfSquares = Double.NaN;
        boolean inData = false;
        for (String line : lines(name)) {
            String text = line.trim();
            if (text.matches("b\\d+ *=.*")) {
                String[] cells = text.substring(text.indexOf('=') + 1).trim().split("\\s+");
                table.add(new double[] {number(cells[0]), number(cells[1]), number(cells[2]), number(cells[3])});
            } else if (text.startsWith("Residual Sum of Squares:")) {
                sumOfSquares = number(text.substring(text.indexOf(':') + 1).trim());
            } else if (text.matches("Data: +y.*")) {
                inData = true;
            } else if (inData && !text.isEmpty()) {
                String[] cells = text.split("\\s+");
                double y = number(cells[0]);
                double z = cells.length > 2 ? number(cells[2]) : 0.0;
                data.add(new Observation(name.equals("Nelson") ? Math.log(y) : y, number(cells[1]), z));
            }
        }
        return new NistProblem(
                name,
                new double[][] {column(table, 0), column(table, 1)},
                column(table, 2),
                column(table, 3),
                sumOfSquares,
                data);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static double[] column(List<double[]> table, int column) {
        return table.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static List<String> lines(String name) {
        InputStream file = Objects.requireNonNull(
                NistProblem.class.getResourceAsStream("nist-strd/" + name + ".dat"), () -> name + ".dat is missing");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
