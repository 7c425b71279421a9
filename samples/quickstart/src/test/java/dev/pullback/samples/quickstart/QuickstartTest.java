package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole program, with the generated derivatives. */
class QuickstartTest {

    @TempDir
    Path folder;

    @Test
    void trainsOnTheBundledDataAndSaysEverything() throws IOException {
        Path picture = folder.resolve("curve.png");

        Run run = Run.of("--out", picture.toString());

        assertThat(run.err).isEmpty();
        assertThat(run.exitCode).isZero();
        assertThat(run.out)
                .contains("breast_cancer.csv: 569 rows, 30 features, 212 malignant, 357 benign")
                .contains("gradient at the start agrees with central differences: 31 of 31 entries judged")
                .contains("gradient at a random point agrees with central differences")
                .containsPattern("Generated +\\S*generated-sources.annotations.*LogisticLossDerivatives\\.java")
                .contains("Adam    iteration     0   loss 0.69314718")
                .contains("L-BFGS  iteration     0   loss 0.69314718")
                .contains("Confusion matrix of Adam", "Confusion matrix of L-BFGS", "malignant", "benign")
                .contains(picture.toString());
        assertThat(run.row("gradient norm")[0]).isLessThan(1e-5);
        assertThat(run.row("gradient norm")[1]).isLessThan(1e-5);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(LossCurve.WIDTH);
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(LossCurve.HEIGHT);
    }

    @Test
    void pointsAtTheGeneratedSource() {
        assertThat(Path.of(GeneratedSource.describe())).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20})
    void bothOptimizersPredictWellAndAgree(long seed) {
        Run run = Run.of(
                "--seed",
                Long.toString(seed),
                "--out",
                folder.resolve("curve.png").toString());

        assertThat(run.exitCode).isZero();
        double[] accuracy = run.row("test accuracy");
        assertThat(accuracy[0]).isBetween(0.95, 1.0);
        assertThat(accuracy[1]).isBetween(0.95, 1.0);
        double[] loss = run.row("loss");
        assertThat(loss[0]).isCloseTo(loss[1], within(1e-8)).isBetween(0.05, 0.15);
    }

    @Test
    void sameCommandGivesSameOutput() {
        String[] command = {"--seed", "5", "--out", folder.resolve("curve.png").toString()};

        assertThat(Run.of(command).out).isEqualTo(Run.of(command).out);
    }

    @Test
    void resultThatIsNotGoodEnoughIsAFailure() {
        Run run =
                Run.of("--lambda", "1000", "--out", folder.resolve("curve.png").toString());

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.err.lines())
                .hasSize(2)
                .allMatch(line -> line.matches("error: test accuracy of .* is 0\\.\\d+, expected at least 0.95"));
    }

    @Test
    void badCellIsOneLineAndExitCodeOne() throws IOException {
        Path csv = Files.writeString(folder.resolve("data.csv"), "2,1,no,yes\n1,0\nx,1\n");

        assertFails(Run.of(csv.toString()), csv + ", line 3, column 1: 'x' is not a number");
    }

    @Test
    void missingClassIsOneLineAndExitCodeOne() throws IOException {
        Path csv = Files.writeString(folder.resolve("data.csv"), "2,1,no,yes\n1,0\n2,0\n");

        assertFails(
                Run.of(csv.toString()),
                csv + ", line 1, column 4: class 'yes' has 0 rows, training and test need one each");
    }

    @Test
    void missingFileIsOneLineAndExitCodeOne() {
        Path csv = folder.resolve("missing.csv");

        assertFails(Run.of(csv.toString()), csv + ": no such file");
    }

    @Test
    void pictureThatCannotBeWrittenIsOneLineAndExitCodeOne() {
        assertFails(Run.of("--out", folder.toString()), folder + ": cannot be written: is a directory");
    }

    @ParameterizedTest
    @CsvSource({"--lambda -1", "--lambda NaN", "--lambda x", "--lambda 1e7", "--seed 1.5", "--nonsense", "a.csv b.csv"})
    void wrongCommandLineIsExitCodeTwo(String commandLine) {
        Run run = Run.of(commandLine.split(" "));

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.err).contains("Usage: quickstart").doesNotContain("\tat ");
        assertThat(run.out).isEmpty();
    }

    @Test
    void explainsItself() {
        Run run = Run.of("--help");

        assertThat(run.exitCode).isZero();
        assertThat(run.out).contains("--seed", "--lambda", "--out", "CSV", "Exit codes");
    }

    private static void assertFails(Run run, String message) {
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.err).isEqualTo("error: " + message + System.lineSeparator());
    }

    /** What one run of the program printed, and how it ended. */
    private record Run(int exitCode, String out, String err) {

        static Run of(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Quickstart.run(new PrintWriter(out), new PrintWriter(err), args);
            return new Run(exitCode, out.toString(), err.toString());
        }

        /** The numbers of a line of the table: Adam's, then those of L-BFGS. */
        double[] row(String label) {
            String[] cells = out.lines()
                    .filter(line -> line.startsWith(label + " "))
                    .findFirst()
                    .orElseThrow()
                    .substring(label.length())
                    .strip()
                    .split(" +");
            return new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
        }
    }
}
