package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.fuzz.FuzzMethod.Parameter;
import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gradients of random programs, called in a method that is differentiated itself: {@code w = weights * grad f} has the product
 * of the Hessian with the weights as its gradient, and the third derivatives times the weights as its Hessian. {@code
 * -Dpullback.fuzz.gradients} sets how many, {@code -Dpullback.fuzz.start} where to start.
 */
final class GradientCallsFuzzTest {
    private static final int SEEDS = FuzzSeeds.percent("gradients", 3);
    private static final long PLANTED = 16;
    private static final double TOLERANCE = 1e-9;
    private static final Pattern DERIVATIVES =
            Pattern.compile("@Differentiable[^\\n]*(?=\\n\\s*public static double f\\()");
    private static final Pattern DERIVATIVES_OF_CALLEES =
            Pattern.compile("derivatives = [^)]*\\)(?=\\s*static double helper)");
    private static final String THIRD_ORDER = "@Differentiable(derivatives = Derivative.THIRD_ORDER)";
    private static final String SECOND_ORDER =
            "    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})\n";

    private static final ChangedPrograms PROGRAMS =
            new ChangedPrograms(GradientCallsFuzzTest::source, Pattern.compile("AD(206|226|242|40[457])"));

    /** What makes calls of gradients wrong. */
    enum Defect {
        /** Every part of a gradient is the first one. */
        ONE_PART_FOR_ALL("ir.GradientCall", "start(arrays, seen++)", "start(arrays, 0)"),
        /** Bars are written to each other's elements. */
        ONE_BAR_FOR_ALL("frontend.GradientLowering", "GradientCall.start(arrays, i)", "GradientCall.start(arrays, 0)"),
        /** All scalars are the first one. */
        ONE_SCALAR_FOR_ALL("ir.GradientCall", "offset(arrays, scalars++)", "offset(arrays, 0)"),
        /** The tangent of the gradient is the gradient. */
        SEED_VARIES("ir.GradientCall", "arguments.add(Literal.zero(type));", "arguments.add(Literal.real(1.0, type));");

        private final String className;
        private final String text;
        private final String defect;

        Defect(String className, String text, String defect) {
            this.className = className;
            this.text = text;
            this.defect = defect;
        }
    }

    @Test
    void derivativesAreThoseOfTheNextOrder() {
        List<FuzzProgram> programs = accepted(FuzzSeeds.START, SEEDS);
        assertThat(programs).hasSizeGreaterThan(SEEDS / 4);
        assertThat(judge(ProcessorCompiler.withProcessor(), programs)).isEmpty();
    }

    @Tag("planted")
    @ParameterizedTest
    @EnumSource
    void isFound(Defect planted) {
        DefectiveProcessor processor = new DefectiveProcessor(planted.className, planted.text, planted.defect);
        assertThat(judge(ProcessorCompiler.with(processor), accepted(0, PLANTED)))
                .isNotEmpty();
    }

    private static Set<String> judge(ProcessorCompiler compiler, List<FuzzProgram> programs) {
        return PROGRAMS.judge(compiler, programs, GradientCallsFuzzTest::judge);
    }

    private static Verdict judge(FuzzProgram program, CompilationResult result) {
        Verdict verdict = new Verdict();
        DerivativeProbe f = DerivativeProbe.of(result, program.className(), "f");
        DerivativeProbe w = DerivativeProbe.of(result, program.className(), "w");
        Random random = new Random(program.name().hashCode());
        for (Arguments point : program.points()) {
            int size = point.flat().length;
            double[] weights = random.doubles(size, -1, 1).toArray();
            double[] direction = random.doubles(size, -1, 1).toArray();
            Arguments weighted = with(point, weights);
            Workspace workspace = new Workspace();
            double[] product = f.hessianVector(point, weights, workspace).bars();
            expect("value", verdict, new double[] {dot(f.gradient(point).bars(), weights)}, new double[] {
                w.value(weighted).result()
            });
            expect("gradient", verdict, product, w.gradient(weighted).bars());
            expect("pushforward", verdict, new double[] {dot(product, direction)}, new double[] {
                w.pushforward(weighted, direction, workspace).result()
            });
            expect(
                    "hessian",
                    verdict,
                    f.thirdOrder(point, weights, direction, workspace).bars(),
                    w.hessianVector(weighted, direction, workspace).bars());
        }
        return verdict;
    }

    private static void expect(String what, Verdict verdict, double[] expected, double[] actual) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0) + 1;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE * scale)) {
                verdict.add(what, "entry " + i + " is " + expected[i] + ", got " + actual[i]);
            }
        }
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static Arguments with(Arguments point, double[] weights) {
        int count = point.values().length;
        Object[] values = Arrays.copyOf(point.values(), count + 1);
        boolean[] independent = new boolean[count + 1];
        for (int i = 0; i < count; i++) {
            independent[i] = point.isIndependent(i);
        }
        values[count] = weights;
        return new Arguments(values, independent);
    }

    // ---- programs ----

    /** The programs that have such derivatives: others are refused, for a documented reason. */
    private static List<FuzzProgram> accepted(long start, long seeds) {
        return PROGRAMS.accepted(LongStream.range(start, start + seeds)
                .mapToObj(RandomProgram::generate)
                .filter(program -> !program.isSingle()
                        && DERIVATIVES.matcher(program.toSource().text()).find())
                .toList());
    }

    private static SourceFile source(FuzzProgram program) {
        SourceFile source = program.toSource();
        String text = DERIVATIVES_OF_CALLEES.matcher(source.text()).replaceAll("derivatives = Derivative.THIRD_ORDER)");
        text = DERIVATIVES.matcher(text).replaceFirst(THIRD_ORDER);
        int end = text.indexOf("\n}") + 1;
        return new SourceFile(source.name(), text.substring(0, end) + weighted(program) + text.substring(end));
    }

    /** The method that is the weighted sum of all partial derivatives. */
    private static String weighted(FuzzProgram program) {
        List<Parameter> parameters = program.main().parameters();
        List<Parameter> independents = parameters.stream()
                .filter(p -> !p.isPassive() && isReal(p.type()))
                .toList();
        String declared = parameters.stream()
                .map(p -> (p.isPassive() ? "@dev.pullback.annotations.Passive " : "")
                        + p.type().java() + " " + p.name() + ", ")
                .collect(Collectors.joining());
        String arguments = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        boolean intoBars = program.name().hashCode() % 2 == 0;
        StringBuilder code = new StringBuilder(SECOND_ORDER)
                .append("    public static double w(" + declared
                        + "@dev.pullback.annotations.Passive double[] weights) {\n");
        List<String> parts =
                intoBars ? bars(program, independents, arguments, code) : parts(program, independents, arguments, code);
        code.append("        double weighted = 0;\n        int next = 0;\n");
        for (int i = 0; i < parts.size(); i++) {
            code.append(sum(independents.get(i).type(), parts.get(i)));
        }
        return code.append("        return weighted;\n    }\n").toString();
    }

    private static boolean isReal(FuzzType type) {
        return switch (type) {
            case DOUBLE, DOUBLES, MATRIX, CUBE -> true;
            default -> false;
        };
    }

    private static List<String> parts(
            FuzzProgram program, List<Parameter> independents, String arguments, StringBuilder code) {
        String call = program.name() + "Derivatives.fGradient(" + arguments + ");\n";
        boolean areNumbers = independents.stream().allMatch(p -> p.type() == FuzzType.DOUBLE);
        String type = independents.size() == 1 ? independents.get(0).type().java() : areNumbers ? "double[]" : "var";
        code.append("        " + type + " gradient = " + call);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < independents.size(); i++) {
            String part = areNumbers ? "[" + i + "]" : "." + independents.get(i).name() + "()";
            parts.add("gradient" + (independents.size() == 1 ? "" : part));
        }
        return parts;
    }

    private static List<String> bars(
            FuzzProgram program, List<Parameter> independents, String arguments, StringBuilder code) {
        List<String> parts = new ArrayList<>();
        List<String> bars = new ArrayList<>();
        int scalars = 0;
        for (Parameter p : independents) {
            if (p.type() == FuzzType.DOUBLE) {
                parts.add("scalars[" + scalars++ + "]");
                continue;
            }
            String lengths = switch (p.type()) {
                case DOUBLES -> "[" + p.name() + ".length]";
                case MATRIX -> "[" + p.name() + ".length][" + p.name() + "[0].length]";
                default -> "[" + p.name() + ".length][" + p.name() + "[0].length][" + p.name() + "[0][0].length]";
            };
            bars.add(p.name() + "Out");
            parts.add(p.name() + "Out");
            code.append("        " + p.type().java() + " " + p.name() + "Out = new double" + lengths + ";\n");
        }
        if (scalars > 0) {
            bars.add("scalars");
            code.append("        double[] scalars = new double[" + scalars + "];\n");
        }
        code.append("        " + program.name() + "Derivatives.fValueAndGradient(" + arguments + ", "
                + String.join(", ", bars) + ");\n");
        return parts;
    }

    private static String sum(FuzzType type, String part) {
        return switch (type) {
            case DOUBLE -> "        weighted += weights[next++] * " + part + ";\n";
            case DOUBLES -> loop("v", part, "weighted += weights[next++] * v;");
            case MATRIX ->
                "        for (double[] row : " + part + ") {\n" + loop("v", "row", "weighted += weights[next++] * v;")
                        + "        }\n";
            default ->
                "        for (double[][] page : " + part + ") {\n        for (double[] row : page) {\n"
                        + loop("v", "row", "weighted += weights[next++] * v;") + "        }\n        }\n";
        };
    }

    private static String loop(String variable, String array, String body) {
        return "        for (double " + variable + " : " + array + ") {\n            " + body + "\n        }\n";
    }
}
