package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.processor.testkit.Inspection;
import dev.pullback.processor.testkit.PatternOracle;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks of random programs find a mistake in each thing that they are there to judge. */
@Tag("planted")
final class PlantedMistakesTest {
    private static final int SEEDS = 40;

    /** A wrong answer of one method, for programs of one kind. */
    enum Mistake {
        GRADIENT("valueAndGradient", p -> !p.main().isVector(), Mistake::wrongBars),
        PULLBACK("pullback", p -> !p.main().isVector(), Mistake::wrongBars),
        PUSHFORWARD("pushforward", p -> true, Mistake::wrongResult),
        HESSIAN_VECTOR("hessianVector", FuzzProgram::isSecondOrder, Mistake::wrongBars),
        VECTOR_PULLBACK("pullback", p -> p.main().isVector(), Mistake::wrongBars),
        ARGUMENTS("valueAndGradient", p -> true, Mistake::wrongArguments);

        private final String method;
        private final Predicate<FuzzProgram> applies;
        private final UnaryOperator<Outcome> change;

        Mistake(String method, Predicate<FuzzProgram> applies, UnaryOperator<Outcome> change) {
            this.method = method;
            this.applies = applies;
            this.change = change;
        }

        private static Outcome wrongBars(Outcome right) {
            double[] bars = right.bars().clone();
            bars[bars.length - 1] += 1e-3 * Arrays.stream(bars).map(Math::abs).reduce(1, Math::max);
            return new Outcome(right.result(), bars, right.after());
        }

        private static Outcome wrongResult(Outcome right) {
            return new Outcome(right.result() + 1e-3 * (1 + Math.abs(right.result())), right.bars(), right.after());
        }

        private static Outcome wrongArguments(Outcome right) {
            Arguments after = right.after();
            double[] flat = after.flat();
            flat[0] += 1e-9;
            return new Outcome(right.result(), right.bars(), after.withFlat(flat));
        }

        private DifferentiatedMethod plantedIn(DifferentiatedMethod right) {
            return (DifferentiatedMethod) Proxy.newProxyInstance(
                    DifferentiatedMethod.class.getClassLoader(),
                    new Class<?>[] {DifferentiatedMethod.class},
                    (proxy, called, arguments) -> {
                        try {
                            Object result = called.invoke(right, arguments);
                            return called.getName().equals(method) ? change.apply((Outcome) result) : result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Mistake mistake) {
        List<FuzzProgram> programs = LongStream.range(0, SEEDS)
                .mapToObj(RandomProgram::generate)
                .filter(mistake.applies)
                .toList();
        List<Failure> failures = new ProgramCheck(new Planted(mistake)).check(programs);
        assertThat(programs).isNotEmpty();
        assertThat(failures.stream().map(f -> f.program().name()))
                .containsExactlyElementsOf(
                        programs.stream().map(FuzzProgram::name).toList());
    }

    /** Where a bound is the least int, its loop is reversed from the greatest. It was so, and no program had such a bound. */
    @Test
    void reverseLoopsFromBelowTheLeastBoundAreFound() {
        DefectiveProcessor defect =
                new DefectiveProcessor("analysis.LoopRanges", "isKnown ? loop.to() : atLeastFirst(loop)", "loop.to()");
        List<FuzzProgram> programs = LongStream.range(160, 160 + SEEDS)
                .mapToObj(seed -> RandomProgram.generate(seed, true))
                .toList();
        List<Failure> failures = new ProgramCheck(new CompiledBuilds(ProcessorCompiler.with(defect))).check(programs);
        assertThat(failures).extracting(Failure::kind).contains("throws");
    }

    /** An entry that products show at the point cannot be left out of a pattern. */
    @Test
    void entriesLeftOutOfPatternsAreFound() {
        List<FuzzProgram> programs = LongStream.range(0, SEEDS)
                .mapToObj(RandomProgram::generate)
                .filter(p -> p.main().isVector() || p.isSecondOrder())
                .toList();
        ProgramBuilds.Built built = FuzzRunner.interpreted().build(programs);
        int found = 0;
        for (FuzzProgram program : programs) {
            DifferentiatedMethod right = built.methods(program).get(BuildMatrix.DEFAULT);
            DifferentiatedMethod wrong = (DifferentiatedMethod) Proxy.newProxyInstance(
                    DifferentiatedMethod.class.getClassLoader(),
                    new Class<?>[] {DifferentiatedMethod.class},
                    (proxy, called, arguments) -> {
                        Object result = called.invoke(right, arguments);
                        return result instanceof SparsityPattern pattern ? empty(pattern) : result;
                    });
            Verdict before = new Verdict();
            Verdict after = new Verdict();
            Arguments point = program.points().get(0);
            PatternOracle.check(Inspection.of(right, point, new Random(1), new Workspace()), before);
            PatternOracle.check(Inspection.of(wrong, point, new Random(1), new Workspace()), after);
            assertThat(before.violations()).isEmpty();
            found += after.violations().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(programs.size() / 2);
    }

    private static SparsityPattern empty(SparsityPattern pattern) {
        return SparsityPattern.of(pattern.columns(), new int[pattern.rows()][0]);
    }

    /** Interpreted derivatives lack the checks of arguments that generated methods begin with. */
    @Test
    void arraysThatShareMemoryAreMissed() {
        List<FuzzProgram> programs = LongStream.range(0, 4 * SEEDS)
                .mapToObj(RandomProgram::generate)
                .filter(p -> !p.main().isVector())
                .toList();
        ProgramBuilds.Built built = FuzzRunner.interpreted().build(programs);
        Verdict verdict = new Verdict();
        for (FuzzProgram program : programs) {
            DifferentiatedMethod method = built.methods(program).get(BuildMatrix.DEFAULT);
            for (Arguments point : program.points()) {
                AliasOracle.around(point).forEach(shared -> AliasOracle.check(program, method, shared, verdict));
            }
        }
        assertThat(verdict.toString()).contains("whose value with copies is another one");
    }

    /** Interpreted programs that all make the same mistake. */
    private record Planted(Mistake mistake) implements ProgramBuilds {

        @Override
        public Built build(List<FuzzProgram> programs) {
            Built right = FuzzRunner.interpreted().build(programs);
            return new Built() {
                @Override
                public String errors() {
                    return right.errors();
                }

                @Override
                public boolean hasCrashed() {
                    return right.hasCrashed();
                }

                @Override
                public Map<String, DifferentiatedMethod> methods(FuzzProgram program) {
                    return right.methods(program).entrySet().stream()
                            .filter(e -> e.getKey().equals(BuildMatrix.DEFAULT))
                            .collect(Collectors.toMap(Map.Entry::getKey, e -> mistake.plantedIn(e.getValue())));
                }
            };
        }
    }
}
