package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.HessianOracle;
import dev.pullback.processor.testkit.HigherOrderOracle;
import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs with one number as their result, with all derivatives of higher order that they have: Hessians against their
 * products, Taylor coefficients against these, symmetry of third derivatives, several directions at once. {@code
 * -Dpullback.fuzz.higher} sets how many, {@code -Dpullback.fuzz.start} where to start.
 */
final class HigherOrderFuzzTest {
    private static final int SEEDS = FuzzSeeds.percent("higher", 6);
    private static final long PLANTED = 24;
    private static final Pattern DERIVATIVES =
            Pattern.compile("derivatives = [^)]*\\)(?=\\s*public [\\w ]*double f\\()");
    private static final Pattern DERIVATIVES_OF_CALLEES =
            Pattern.compile("derivatives = [^)]*\\)(?=\\s*static [\\w\\[\\]]+ helper)");
    private static final String HIGHER_OF_CALLEES =
            "derivatives = {Derivative.PUSHFORWARD, Derivative.THIRD_ORDER, Derivative.TAYLOR})";
    private static final String HIGHER =
            "derivatives = {Derivative.PUSHFORWARD, Derivative.PUSHFORWARDS, Derivative.HESSIAN, Derivative.THIRD_ORDER,"
                    + " Derivative.TAYLOR})";

    private static final ChangedPrograms PROGRAMS =
            new ChangedPrograms(HigherOrderFuzzTest::asked, Pattern.compile("AD(206|40[4-8])"));

    /** What makes derivatives of higher order wrong. */
    enum Defect {
        /** A unit vector keeps the one of the row before. */
        SUMS_OF_HESSIAN_ROWS("codegen.HessianProducts", ".addStatement(\"$L[$L] = 0.0\", unit, index)", ""),
        /** Sums have the series of their first term. */
        SERIES_WITHOUT_TERMS(
                "transform.taylor.TaylorTransform",
                "out.add(SeriesCalls.arithmetic(\"addTo\", s.origin(), addend, sum));",
                ""),
        /** Third derivatives are added to what was in the array. */
        THIRD_ORDER_NOT_CLEARED("transform.tangent.ThirdOrderTransform", "body.add(WorkspaceCalls.clear(result));", ""),
        /** All tangents go to the place of the first one. */
        ONE_TANGENT_FOR_ALL(
                "transform.tangent.PushforwardBlock",
                "new ArrayRead(new Read(tangents.get(i)), Literal.of(i))",
                "new ArrayRead(new Read(tangents.get(i)), Literal.of(0))");

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
    void derivativesAgreeWithThoseOfLowerOrder() {
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
        return PROGRAMS.judge(compiler, programs, HigherOrderFuzzTest::judge);
    }

    private static Verdict judge(FuzzProgram program, CompilationResult result) {
        Verdict verdict = new Verdict();
        DerivativeProbe probe = DerivativeProbe.of(result, program.className(), "f");
        for (Arguments point : program.points()) {
            HigherOrderOracle.check(probe, point, verdict);
            Inspection at = Inspection.of(probe, point, new Random(1), new Workspace());
            new HessianOracle().check(at, verdict);
        }
        return verdict;
    }

    /** The programs that have such derivatives: others are refused, for a documented reason. */
    private static List<FuzzProgram> accepted(long start, long seeds) {
        return PROGRAMS.accepted(LongStream.range(start, start + seeds)
                .mapToObj(RandomProgram::generate)
                .filter(program ->
                        DERIVATIVES.matcher(program.toSource().text()).find() && !program.isSingle())
                .toList());
    }

    private static SourceFile asked(FuzzProgram program) {
        SourceFile source = program.toSource();
        String text = DERIVATIVES_OF_CALLEES.matcher(source.text()).replaceAll(HIGHER_OF_CALLEES);
        return new SourceFile(source.name(), DERIVATIVES.matcher(text).replaceFirst(HIGHER));
    }
}
