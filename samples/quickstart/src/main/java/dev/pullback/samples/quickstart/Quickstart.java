package dev.pullback.samples.quickstart;

import dev.pullback.runtime.Objective;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains logistic regression with Adam and with L-BFGS through the gradient that the compiler generated. */
@Command(
        name = "quickstart",
        description = "Trains logistic regression with Adam and L-BFGS through a generated gradient.",
        mixinStandardHelpOptions = true,
        version = "Pullback quickstart",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:both trainings reach the accuracy and the gradient check passes",
            "1:the input cannot be used, or a result is not good enough",
            "2:the command line is wrong"
        })
public final class Quickstart implements Callable<Integer> {

    /** Beyond it the loss could overflow; any useful strength is far below. */
    private static final double LARGEST_LAMBDA = 1e6;

    @Parameters(
            arity = "0..1",
            paramLabel = "CSV",
            description = "Data file: a line 'rows,features,class 0,class 1', then one line per sample. "
                    + "Default: the breast-cancer data of this sample.")
    private Path csv;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            showDefaultValue = Visibility.ALWAYS,
            description = "Seed of the split into training and test rows.")
    private long seed;

    @Option(
            names = "--lambda",
            paramLabel = "X",
            defaultValue = "0.01",
            showDefaultValue = Visibility.ALWAYS,
            description = "Strength of the L2 regularisation, from 0 to 1e6.")
    private double lambda;

    @Option(
            names = "--out",
            paramLabel = "PNG",
            defaultValue = "target/loss-curve.png",
            showDefaultValue = Visibility.ALWAYS,
            description = "Where to write the picture of the loss.")
    private Path out;

    @Spec
    private CommandSpec spec;

    /** Created by {@link #main(String[])}, and by tests. */
    Quickstart() {}

    /**
     * Runs the program.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(out, err, args));
    }

    /** Runs the program on the given streams and returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Quickstart())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Quickstart::reportInput)
                .execute(args);
    }

    /** Tells about bad input in one line; any other exception is a defect and keeps its stack trace. */
    private static int reportInput(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof InputException) {
            command.getErr().println("error: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }

    @Override
    public Integer call() throws InputException {
        if (!(lambda >= 0.0 && lambda <= LARGEST_LAMBDA)) {
            throw new ParameterException(
                    spec.commandLine(), "--lambda must be between 0 and " + LARGEST_LAMBDA + ", is " + lambda);
        }
        Dataset data = csv == null ? CsvDataset.bundled() : CsvDataset.read(csv);
        PreparedData prepared = PreparedData.of(data, seed);
        Report report = new Report(spec.commandLine().getOut());
        report.data(data, prepared);
        report.settings(seed, lambda);
        return trainAndReport(prepared.training(), prepared.test(), report);
    }

    private int trainAndReport(Dataset training, Dataset test, Report report) throws InputException {
        Objective loss = LogisticLossDerivatives.lossObjective(training.x(), training.y(), lambda);
        double[] start = new double[training.features() + 1];
        report.generatedSource(GeneratedSource.describe());
        Evaluation evaluation = Evaluation.ofGradient(loss, start, seed);
        report.gradientCheck("at the start", evaluation.atStart());
        report.gradientCheck("at a random point", evaluation.atRandomPoint());

        report.trainingsBegin();
        PrintWriter console = spec.commandLine().getOut();
        boolean terminal = Ansi.AUTO.enabled();
        List<Training> trainings = List.of(
                Training.withAdam(loss, start, console, terminal), Training.withLbfgs(loss, start, console, terminal));
        report.trainings(trainings, test);
        LossCurve.write(out, trainings);
        report.picture(out);

        List<String> complaints = evaluation.complaints(trainings, test);
        complaints.forEach(complaint -> spec.commandLine().getErr().println("error: " + complaint));
        return complaints.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
