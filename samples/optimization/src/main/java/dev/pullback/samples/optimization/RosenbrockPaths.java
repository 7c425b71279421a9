package dev.pullback.samples.optimization;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.ValueBelow;
import dev.pullback.runtime.optim.constrained.Bounds;
import dev.pullback.runtime.optim.constrained.Lbfgsb;
import dev.pullback.runtime.optim.constrained.ProjectedGradient;
import dev.pullback.runtime.optim.deterministic.Bfgs;
import dev.pullback.runtime.optim.deterministic.ConjugateGradient;
import dev.pullback.runtime.optim.deterministic.GradientDescent;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.deterministic.Newton;
import dev.pullback.runtime.optim.deterministic.NewtonCg;
import dev.pullback.runtime.optim.deterministic.TrustRegionNewton;
import dev.pullback.runtime.optim.firstorder.AdaDelta;
import dev.pullback.runtime.optim.firstorder.AdaGrad;
import dev.pullback.runtime.optim.firstorder.AdaMax;
import dev.pullback.runtime.optim.firstorder.Adam;
import dev.pullback.runtime.optim.firstorder.AdamW;
import dev.pullback.runtime.optim.firstorder.AmsGrad;
import dev.pullback.runtime.optim.firstorder.Lamb;
import dev.pullback.runtime.optim.firstorder.Lars;
import dev.pullback.runtime.optim.firstorder.Lion;
import dev.pullback.runtime.optim.firstorder.Momentum;
import dev.pullback.runtime.optim.firstorder.NAdam;
import dev.pullback.runtime.optim.firstorder.Nesterov;
import dev.pullback.runtime.optim.firstorder.RAdam;
import dev.pullback.runtime.optim.firstorder.RmsProp;
import dev.pullback.runtime.optim.firstorder.Sgd;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the path of each optimizer through Rosenbrock's valley, a small picture each, and writes them as one PNG. */
public final class RosenbrockPaths {

    private static final double[] START = {-1.2, 1.0};
    private static final int COLUMNS = 4;
    private static final int WIDTH = 230;
    private static final int HEIGHT = 210;
    private static final int ITERATIONS = 2000;

    private RosenbrockPaths() {}

    /**
     * Writes the picture.
     *
     * @param args the file to write, {@code rosenbrock-paths.png} if there is none
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args.length > 0 ? args[0] : "rosenbrock-paths.png");
        ImageIO.write(picture(), "png", file.toFile());
    }

    static Map<String, Optimizer> optimizers() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        Adam.Settings settings = Adam.Settings.defaults().withLearningRate(0.02);
        ParameterBlocks one = ParameterBlocks.of("x", START.length);
        optimizers.put("Sgd", new Sgd(1e-3));
        optimizers.put("Momentum", new Momentum(5e-4, 0.9));
        optimizers.put("Nesterov", new Nesterov(5e-4, 0.9));
        optimizers.put("AdaGrad", new AdaGrad(0.5));
        optimizers.put("AdaDelta", new AdaDelta());
        optimizers.put("RmsProp", new RmsProp(0.005));
        optimizers.put("Adam", new Adam(settings));
        optimizers.put("AdamW, decay 0.01", new AdamW(settings, 0.01));
        optimizers.put("AmsGrad", new AmsGrad(settings.withLearningRate(0.1)));
        optimizers.put("NAdam", new NAdam(settings));
        optimizers.put("RAdam", new RAdam(settings.withLearningRate(0.001)));
        optimizers.put("AdaMax", new AdaMax(settings.withLearningRate(0.05)));
        optimizers.put("Lion", new Lion(0.005));
        optimizers.put("Lars", new Lars(Schedule.constant(1.0), one, 0.9, 0.002, 0.0));
        optimizers.put("Lamb", new Lamb(settings, one, 0.0));
        optimizers.put("GradientDescent", new GradientDescent());
        optimizers.put("ConjugateGradient", new ConjugateGradient());
        optimizers.put("Bfgs", new Bfgs());
        optimizers.put("Lbfgs", new Lbfgs());
        optimizers.put("Newton", new Newton());
        optimizers.put("NewtonCg", new NewtonCg());
        optimizers.put("TrustRegionNewton", new TrustRegionNewton());
        optimizers.put("Lbfgsb, x at most 0.6", new Lbfgsb(bounds()));
        optimizers.put("ProjectedGradient, same", new ProjectedGradient(bounds()));
        return optimizers;
    }

    private static Bounds bounds() {
        return new Bounds(
                new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY},
                new double[] {0.6, Double.POSITIVE_INFINITY});
    }

    static BufferedImage picture() {
        List<XYChart> charts = new ArrayList<>();
        optimizers().forEach((name, optimizer) -> charts.add(chart(name, optimizer)));
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage image = new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D cell = (Graphics2D) canvas.create(i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT, WIDTH, HEIGHT);
            charts.get(i).paint(cell, WIDTH, HEIGHT);
            cell.dispose();
        }
        canvas.dispose();
        return image;
    }

    /** The points of a run, the start first. */
    static List<double[]> path(Optimizer optimizer) {
        List<double[]> path = new ArrayList<>();
        optimizer.minimize(
                RosenbrockDerivatives.valleyObjective(),
                START,
                new ValueBelow(1e-6).or(new IterationBudget(ITERATIONS)),
                progress -> {
                    path.add(new double[] {progress.point(0), progress.point(1)});
                    return Listener.Decision.CONTINUE;
                });
        return path;
    }

    private static XYChart chart(String name, Optimizer optimizer) {
        List<double[]> path = path(optimizer);
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(name + ": " + (path.size() - 1))
                .build();
        chart.getStyler()
                .setLegendVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(chart.getStyler().getChartTitleFont().deriveFont(11f));
        chart.getStyler().setXAxisMin(-1.6).setXAxisMax(1.6).setYAxisMin(-0.6).setYAxisMax(1.8);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        valley(chart);
        chart.addSeries(
                        "path",
                        path.stream()
                                .mapToDouble(point -> clip(point[0], -1.6, 1.6))
                                .toArray(),
                        path.stream()
                                .mapToDouble(point -> clip(point[1], -0.6, 1.8))
                                .toArray())
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(new Color(0xD95F02))
                .setLineWidth(1.5f);
        point(chart, "start", START[0], START[1], Color.BLACK);
        point(chart, "minimum", 1.0, 1.0, new Color(0x1B9E77));
        return chart;
    }

    /** The floor of the valley, {@code y = x^2}. */
    private static void valley(XYChart chart) {
        double[] x = new double[65];
        double[] y = new double[65];
        for (int i = 0; i < x.length; i++) {
            x[i] = -1.3 + 2.6 * i / 64.0;
            y[i] = x[i] * x[i];
        }
        chart.addSeries("valley", x, y)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(new Color(0xC8C8C8))
                .setLineWidth(3f);
    }

    private static void point(XYChart chart, String name, double x, double y, Color color) {
        XYSeries series = chart.addSeries(name, new double[] {x}, new double[] {y});
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
    }

    private static double clip(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
