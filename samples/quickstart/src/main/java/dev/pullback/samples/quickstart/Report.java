package dev.pullback.samples.quickstart;

import dev.pullback.runtime.check.GradientReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints what the program found; numbers look the same in every locale. */
final class Report {

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void data(Dataset data, PreparedData prepared) {
        item("Data", "%s: %d rows, %d features, %s", data.source(), data.rows(), data.features(), classes(data));
        item("Training", "%d rows: %s", prepared.training().rows(), classes(prepared.training()));
        item("Test", "%d rows: %s", prepared.test().rows(), classes(prepared.test()));
    }

    void generatedSource(String path) {
        item("Generated", "%s", path);
    }

    void gradientCheck(String where, GradientReport check) {
        if (Evaluation.isRight(check)) {
            item(
                    "Check",
                    "gradient %s agrees with central differences: %d of %d entries judged, relative error at most %.1e",
                    where,
                    check.judged(),
                    check.entries(),
                    check.maxRelativeError());
        } else {
            item("Check", "gradient %s is WRONG: %s", where, check.summary());
        }
    }

    void settings(long seed, double lambda) {
        item("Settings", "seed %d, lambda %s", seed, lambda);
    }

    /** Separates what follows, the progress of the trainings. */
    void trainingsBegin() {
        out.println();
    }

    void trainings(List<Training> trainings, Dataset test) {
        out.println();
        line("", trainings, Training::name);
        line("iterations", trainings, t -> format("%d", t.result().iterations()));
        line("evaluations", trainings, t -> format("%d", t.result().evaluations()));
        line("loss", trainings, t -> format("%.10f", t.result().value()));
        line("gradient norm", trainings, t -> format("%.1e", t.result().gradientNorm()));
        line("ended by", trainings, t -> t.result().reason().name());
        line("test accuracy", trainings, t -> format("%.4f", t.evaluate(test).accuracy()));
        for (Training training : trainings) {
            out.println();
            out.println("Confusion matrix of " + training.name());
            out.println(training.evaluate(test).format(test.classNames()));
        }
        out.println();
    }

    void picture(Path file) {
        item("Picture", "%s", file.toAbsolutePath());
    }

    private void item(String label, String format, Object... values) {
        out.println(format("%-10s ", label) + format(format, values));
        out.flush();
    }

    private void line(String label, List<Training> trainings, Function<Training, String> cell) {
        StringBuilder line = new StringBuilder(format("%-15s", label));
        for (Training training : trainings) {
            line.append(format(" %15s", cell.apply(training)));
        }
        out.println(line);
    }

    private static String classes(Dataset data) {
        return data.rowsOf(0).length + " " + data.classNames().get(0) + ", " + data.rowsOf(1).length + " "
                + data.classNames().get(1);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
