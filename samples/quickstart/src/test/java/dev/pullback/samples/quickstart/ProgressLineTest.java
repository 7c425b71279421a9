package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter output = new StringWriter();

    @Test
    void writesLinesIntoAFile() {
        trainWithAdam(false);

        assertThat(output.toString()).doesNotContain("\r").doesNotContain("\b");
        assertThat(output.toString().lines().map(line -> line.substring(0, 25)))
                .startsWith(
                        "  Adam    iteration     0",
                        "  Adam    iteration     1",
                        "  Adam    iteration     2",
                        "  Adam    iteration     5",
                        "  Adam    iteration    10",
                        "  Adam    iteration    20")
                .doesNotHaveDuplicates();
    }

    @Test
    void rewritesOneLineOnATerminal() {
        Training training = trainWithAdam(true);

        String text = output.toString();
        assertThat(text).startsWith("\r").endsWith(System.lineSeparator());
        assertThat(text.lines().filter(line -> line.contains("iteration"))).isNotEmpty();
        assertThat(text.stripTrailing().substring(1).split("\r"))
                .allSatisfy(line -> assertThat(line).hasSameSizeAs(lastLine(text)));
        assertThat(lastLine(text))
                .contains(String.format("iteration %5d", training.result().iterations()));
    }

    private static String lastLine(String text) {
        String[] lines = text.stripTrailing().split("\r");
        return lines[lines.length - 1];
    }

    private Training trainWithAdam(boolean terminal) {
        return Training.withAdam(new Parabola(), new double[] {3.0, -2.0}, new PrintWriter(output), terminal);
    }
}
