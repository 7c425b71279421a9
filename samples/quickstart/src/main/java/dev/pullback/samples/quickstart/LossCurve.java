package dev.pullback.samples.quickstart;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of the loss over the iterations, one line per training. */
final class LossCurve {

    static final int WIDTH = 900;
    static final int HEIGHT = 560;

    private static final float LINE_WIDTH = 2.5f;

    private LossCurve() {}

    /**
     * Writes the picture as PNG. The file appears complete or not at all.
     *
     * @throws InputException if the file cannot be written
     */
    static void write(Path file, List<Training> trainings) throws InputException {
        try {
            writeAtomically(file, ChartEncoder.getBytes(chart(trainings), "png"));
        } catch (IOException e) {
            throw new InputException(file.toString(), "cannot be written: " + reason(e));
        }
    }

    /** The messages of the file system's exceptions are mere paths; only the type tells what is wrong. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException ? e.toString() : e.getMessage();
    }

    private static XYChart chart(List<Training> trainings) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Logistic regression: training loss")
                .xAxisTitle("iteration + 1 (log scale)")
                .yAxisTitle("loss")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisMin(0.0)
                .setYAxisDecimalPattern("0.0")
                .setLegendPosition(LegendPosition.InsideNE)
                .setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setSeriesColors(new Color[] {new Color(0x1F77B4), new Color(0xD95F02)});
        for (Training training : trainings) {
            double[] losses = training.losses();
            double[] visited =
                    IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
            chart.addSeries(training.name(), visited, losses)
                    .setMarker(SeriesMarkers.NONE)
                    .setLineWidth(LINE_WIDTH);
        }
        return chart;
    }

    private static void writeAtomically(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("is a directory");
        }
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
