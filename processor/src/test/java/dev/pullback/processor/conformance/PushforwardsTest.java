package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every conformance case in several directions at once: the same bits as one pushforward for each. */
final class PushforwardsTest {
    private static final String DERIVATIVE = "dev.pullback.annotations.Derivative.";
    private static final List<ConformanceCase> CASES =
            ConformanceCase.all().stream().map(PushforwardsTest::asked).toList();
    private static CaseBuild build;

    @BeforeAll
    static void compile() {
        build = new CaseBuild(CASES);
    }

    /** Asks for pushforwards of both kinds where nothing else is asked for than every case is. */
    private static ConformanceCase asked(ConformanceCase example) {
        String asked = "derivatives = {" + DERIVATIVE + "PUSHFORWARD, " + DERIVATIVE + "PUSHFORWARDS})";
        String text = example.source()
                .text()
                .replace("@Differentiable\n", "@Differentiable(" + asked + "\n")
                .replaceAll("derivatives = [^)]*(PUSHFORWARD|HESSIAN)}?\\)", asked);
        SourceFile source = new SourceFile(example.source().name(), text);
        return new ConformanceCase(
                example.name(), source, example.arguments(), example.seeds(), example.hasKinks());
    }

    @TestFactory
    Stream<DynamicTest> severalDirectionsGiveTheBitsOfOneEach() {
        return CASES.stream().map(c -> dynamicTest(c.name(), () -> judge(c, build.probe(c))));
    }

    @Test
    void nearlyAllCasesAreJudged() {
        long judged =
                CASES.stream().filter(c -> build.probe(c).has("Pushforwards")).count();
        assertThat(judged).isGreaterThan(CASES.size() * 9 / 10);
    }

    private static void judge(ConformanceCase example, DerivativeProbe probe) {
        if (!probe.has("Pushforwards")) {
            return;
        }
        Workspace workspace = new Workspace();
        for (ConformanceCase.Point point : example.points()) {
            Arguments arguments = point.arguments();
            Random random = new Random(arguments.flat().length);
            double[][] directions = new double[11][];
            Arrays.setAll(
                    directions,
                    k -> random.doubles(arguments.flat().length, -1, 1).toArray());
            try {
                probe.value(arguments);
            } catch (RuntimeException thrown) {
                continue;
            }
            double[] expected = Arrays.stream(directions)
                    .mapToDouble(direction ->
                            probe.pushforward(arguments, direction, null).result() + 0.0)
                    .toArray();
            String after = probe.value(arguments).after().toString();
            for (Workspace used : Arrays.asList(null, workspace, workspace)) {
                DerivativeProbe.Outcome outcome = probe.pushforwards(arguments, directions, used);
                double[] actual =
                        Arrays.stream(outcome.bars()).map(v -> v + 0.0).toArray();
                assertThat(actual).as(arguments.toString()).isEqualTo(expected);
                assertThat(outcome.after()).hasToString(after);
            }
        }
    }
}
