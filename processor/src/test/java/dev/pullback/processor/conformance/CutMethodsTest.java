package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comparing cut methods with whole ones, as the matrix of builds does, finds each of these defects; they were there once. */
final class CutMethodsTest {

    /** What goes wrong when methods are cut into parts. */
    enum Defect {
        /** What parts share stands where a part has an array of its own. */
        STATE_IN_THE_ARRAY_OF_A_PART(
                "long_methods/ArrayInPart",
                "Optimization",
                "apply(result.main(), result.parts())",
                "apply(result.main())"),
        /** A loop counts in the shared state that belongs to another declaration of its index. */
        INDEX_OF_ANOTHER_SCOPE(
                "running_selection/RowSums",
                "optimize.SharedState",
                "homes.remove(loop.index())",
                "homes.get(loop.index())"),
        /** An array that a call returned passes for a tape that grows. */
        RESULTS_ARE_TAPES(
                "foreign_arrays/Results", "optimize.SplitSweeps", "&& WorkspaceCalls.isTape(d.initial())", ""),
        /** A part assigns its own copy of what another one reads. */
        ASSIGNED_COPIES(
                "compound_assignment/ManyUpdates",
                "optimize.SplitSweeps",
                "crossing.addAll(assignedScalars(new Block(group)));",
                "");

        private final String example;
        private final String className;
        private final String check;
        private final String without;

        Defect(String example, String className, String check, String without) {
            this.example = example;
            this.className = className;
            this.check = check;
            this.without = without;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Defect defect) {
        ConformanceCase example = ConformanceCase.all().stream()
                .filter(c -> c.name().equals(defect.example))
                .findFirst()
                .orElseThrow();
        CompilationResult cut = ProcessorCompiler.with(
                        new DefectiveProcessor(defect.className, defect.check, defect.without))
                .withOptions(BuildMatrix.SHORT_METHODS)
                .compile(example.source());
        assertThat(cut.succeeded() && isSameAsWhole(example, cut)).isFalse();
    }

    private static boolean isSameAsWhole(ConformanceCase example, CompilationResult cut) {
        DerivativeProbe whole = new CaseBuild(List.of(example)).probe(example);
        DerivativeProbe parts = DerivativeProbe.of(cut, example.source().name(), "f");
        return example.points().stream()
                .allMatch(point ->
                        Fingerprint.of(parts, point.arguments()).matches(Fingerprint.of(whole, point.arguments())));
    }
}
