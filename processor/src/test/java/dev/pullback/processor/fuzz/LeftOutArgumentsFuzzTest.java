package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.fuzz.FuzzMethod.Parameter;
import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs that call methods of another class, whose {@code wrt} leaves out one of the parameters: either the call is
 * refused, or nothing was lost. {@code -Dpullback.fuzz.leftout} sets how many seeds are looked at.
 */
final class LeftOutArgumentsFuzzTest {
    private static final int SEEDS = FuzzSeeds.percent("leftout", 40);
    private static final ChangedPrograms PROGRAMS =
            new ChangedPrograms(LeftOutArgumentsFuzzTest::changed, Pattern.compile("AD(131|227)"));

    @Test
    void nothingIsLost() {
        List<FuzzProgram> programs = programs();
        List<FuzzProgram> accepted = PROGRAMS.accepted(programs);
        assertThat(accepted).hasSizeBetween(1, programs.size() - 1);
        assertThat(judge(ProcessorCompiler.withProcessor(), accepted)).isEmpty();
    }

    @Tag("planted")
    @Test
    void whatIsNotRefusedIsFound() {
        DefectiveProcessor processor = new DefectiveProcessor("analysis.LostDerivatives", "found.add(refusal);", "");
        List<FuzzProgram> accepted = PROGRAMS.accepted(ProcessorCompiler.with(processor), programs());
        assertThat(judge(ProcessorCompiler.with(processor), accepted)).isNotEmpty();
    }

    private static Set<String> judge(ProcessorCompiler compiler, List<FuzzProgram> programs) {
        return PROGRAMS.judge(compiler, programs, LeftOutArgumentsFuzzTest::judge);
    }

    private static Verdict judge(FuzzProgram program, CompilationResult result) {
        Verdict verdict = new Verdict();
        DerivativeProbe probe = DerivativeProbe.of(result, program.className(), "f");
        for (Arguments point : program.points()) {
            Inspection at = Inspection.of(probe, point, new Random(1), new Workspace());
            new DualOracle(DualEvaluator.evaluate(program, point)).check(at, verdict);
        }
        return verdict;
    }

    // ---- programs ----

    /** Those in which a method of another class has two parameters that carry derivatives. */
    private static List<FuzzProgram> programs() {
        return LongStream.range(FuzzSeeds.START, FuzzSeeds.START + SEEDS)
                .mapToObj(RandomProgram::generate)
                .filter(program -> !program.main().isVector()
                        && program.callees().stream()
                                .anyMatch(m -> m.isForeign() && independents(m).size() > 1))
                .toList();
    }

    private static List<String> independents(FuzzMethod method) {
        return method.parameters().stream()
                .filter(p -> switch (p.type()) {
                    case DOUBLE, DOUBLES, MATRIX, CUBE -> true;
                    default -> false;
                })
                .map(Parameter::name)
                .toList();
    }

    private static SourceFile changed(FuzzProgram program) {
        SourceFile source = program.toSource();
        String text = source.text();
        for (FuzzMethod method : program.callees()) {
            if (method.isForeign() && independents(method).size() > 1) {
                Pattern annotation =
                        Pattern.compile("@Differentiable\\((?=[^\\n]*\\n *static [^\\n]* " + method.name() + "\\()");
                text = annotation.matcher(text).replaceFirst("@Differentiable(wrt = " + wrt(program, method) + ", ");
            }
        }
        return new SourceFile(source.name(), text);
    }

    private static String wrt(FuzzProgram program, FuzzMethod method) {
        List<String> names = new ArrayList<>(independents(method));
        names.remove(new Random(program.name().hashCode()).nextInt(names.size()));
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "{", "}"));
    }
}
