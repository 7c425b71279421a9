package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The evaluator runs random programs as javac's code does, and its tangents are slopes. */
final class DualEvaluatorTest {
    private static final int PROGRAMS = 150;
    private static final double STEP = 1e-6;

    private static final List<FuzzProgram> SAMPLE =
            LongStream.range(0, PROGRAMS).mapToObj(RandomProgram::generate).toList();

    @Test
    void agreesWithCompiledProgramsBitForBit() throws ReflectiveOperationException {
        CompilationResult result = compile();
        for (FuzzProgram program : SAMPLE) {
            Method primal = primal(result, program);
            if (primal.getReturnType() != double.class) {
                continue;
            }
            for (Arguments point : program.points()) {
                DualEvaluator.Answer answer = DualEvaluator.evaluate(program, point);
                Arguments own = point.copy();
                double value = (Double) primal.invoke(null, own.values());
                assertThat(Oracles.sameBits(value, answer.value()))
                        .as("%s at %s: %s, evaluator %s", JavaPrinter.print(program), point, value, answer.value())
                        .isTrue();
                assertThat(answer.after().difference(own)).isNull();
            }
        }
    }

    @Test
    void tangentsAreSlopes() throws ReflectiveOperationException {
        CompilationResult result = compile();
        int judged = 0;
        int unjudged = 0;
        for (FuzzProgram program : SAMPLE) {
            Method primal = primal(result, program);
            if (primal.getReturnType() != double.class) {
                continue;
            }
            Arguments point = awayFromCoarseNumbers(program.points().get(0));
            DualEvaluator.Answer answer;
            try {
                answer = DualEvaluator.evaluate(program, point);
            } catch (DualEvaluator.Unfit e) {
                continue;
            }
            for (int i = 0; i < answer.gradient().length; i++) {
                double wide = slope(primal, point, i, STEP);
                double narrow = slope(primal, point, i, STEP / 2);
                double level = 1e-4 * (Math.abs(wide) + 1e-3 * (Math.abs(answer.value()) + 1));
                if (!(Math.abs(wide - narrow) <= level)) {
                    unjudged++;
                    continue;
                }
                judged++;
                assertThat(Math.abs(narrow - answer.gradient()[i]))
                        .as("%s at %s: d/d%s", JavaPrinter.print(program), point, i)
                        .isLessThanOrEqualTo(3 * level);
            }
        }
        assertThat(unjudged).isLessThan((judged + unjudged) / 5);
    }

    @Test
    void generationIsRepeatable() {
        for (long seed = 0; seed < 20; seed++) {
            FuzzProgram program = RandomProgram.generate(seed);
            assertThat(JavaPrinter.print(RandomProgram.generate(seed))).isEqualTo(JavaPrinter.print(program));
            assertThat(RandomProgram.generate(seed).points().toString())
                    .isEqualTo(program.points().toString());
        }
    }

    /** Every construct of the subset must turn up, or the generator tests less than it says. */
    @Test
    void programsUseTheWholeSubset() {
        String all = String.join("\n", SAMPLE.stream().map(JavaPrinter::print).toList());
        for (String construct : List.of(
                "for (int ",
                "-- ) {".replace(" )", ")"),
                " += 2)",
                " -= 2)",
                "while (",
                "for (double ",
                "for (double[] ",
                " ? ",
                "else if",
                "new double[",
                "double[] row",
                "int[] ",
                "helper1(",
                "Library.",
                "*= ",
                "/= ",
                "++;",
                "StrictMath.",
                "Math.max(",
                "Math.abs(",
                "long count",
                "boolean ",
                " % ",
                "return ")) {
            assertThat(all).contains(construct);
        }
    }

    /** At ties and zeros differences would see the mean of two slopes. */
    private static Arguments awayFromCoarseNumbers(Arguments point) {
        double[] flat = point.flat();
        for (int i = 0; i < flat.length; i++) {
            flat[i] += 0.0123 * (i + 1);
        }
        return point.withFlat(flat);
    }

    private CompilationResult compile() {
        CompilationResult result = ProcessorCompiler.plain()
                .compile(SAMPLE.stream().map(FuzzProgram::toSource).toList());
        assertThat(result.errors()).as(result.describe()).isEmpty();
        return result;
    }

    private static Method primal(CompilationResult result, FuzzProgram program) {
        return Arrays.stream(result.load(program.className()).getDeclaredMethods())
                .filter(m -> m.getName().equals("f"))
                .findFirst()
                .orElseThrow();
    }

    private static double slope(Method primal, Arguments point, int entry, double step)
            throws ReflectiveOperationException {
        List<Double> values = new ArrayList<>();
        for (double sign : new double[] {1, -1}) {
            double[] flat = point.flat();
            flat[entry] += sign * step;
            values.add((Double) primal.invoke(null, point.withFlat(flat).values()));
        }
        return (values.get(0) - values.get(1)) / (2 * step);
    }
}
