package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.DefectiveProcessor;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random loops find each of these defects soon when it is planted in the processor; some of them were there once. */
@Tag("planted")
final class PlantedDefectsTest {
    private static final int BATCH = 5;
    private static final int SEEDS = Integer.getInteger("pullback.fuzz.planted", 600);

    /** A check whose absence makes gradients wrong. */
    enum Defect {
        /** The adjoint of a sum is another sum of the same loop, which is empty before the loop. */
        SUM_BEFORE_ITS_LOOP(122, "transform.adjoint.EarlySeeds", "effects.written(loop.body())", ""),
        /** An array keeps a value in some iterations only. */
        KEPT_SOMETIMES(231, "analysis.ArrayCopies", "&& declared.contains(value.variable())", ""),
        /** A call reads an array that a later loop fills anew. */
        CALLS_READ_NOTHING(
                209,
                "analysis.FreshArrays",
                "return roots.root(place) == array",
                "return !place.type().isArray() && roots.root(place) == array"),
        /** An iteration that is reversed at once stores twice in its element. */
        FUSED_ITERATION_STORES_TWICE(
                179,
                "transform.adjoint.LoopReversal",
                "&& independence.elementwise().stream().noneMatch(array -> isOverwrittenAfterRead(loop, array))",
                ""),
        /** An iteration that is run again stores twice in its element. */
        REPEATED_ITERATION_STORES_TWICE(
                36, "transform.adjoint.LoopReversal", "&& !isOverwrittenAfterRead(loop, array)", ""),
        /** A loop that is run again finds what was in its arrays lost. */
        EVERYTHING_IS_FRESH(
                66,
                "transform.adjoint.LoopReversal",
                "return arrays.containsAll(independence.accumulatorArrays())",
                "return true || arrays.containsAll(independence.accumulatorArrays())"),
        /** Several iterations overwrite one element, and the first one's old value is not restored last. */
        NEVER_DESCENDING(
                363,
                "transform.adjoint.LoopReversal",
                "!independence.accumulatorArrays().stream().allMatch(blocks::isSettled)",
                "false"),
        /** What a sum was before the loop is forgotten. */
        SUMS_NOT_SAVED(12, "transform.adjoint.LoopReversal", "if (blocks.isSaved(accumulator))", "if (false)"),
        /** Iterations that read their neighbours' elements pass for independent. */
        NEIGHBOURS_ARE_INDEPENDENT(
                139, "analysis.LoopIndependence", "elementwise.contains(root) && !isOwnElement(place, root)", "false"),
        /** An element counts as never overwritten though another iteration does it. */
        ITERATIONS_IN_NO_ORDER(12, "analysis.ElementOrder", "same = 0; same < common", "same = 0; same < 0"),
        /** The length of a work array changes before the loop that it is moved into. */
        WORK_ARRAY_OF_ANOTHER_LENGTH(
                24,
                "normalize.NarrowWorkArrays",
                "effects.isInvariant(array.dimensions().get(0), written)",
                "effects.isInvariant(array.dimensions().get(0), effects.written(loop.body()))"),
        /** A loop that overwrites all elements reads one before its turn. */
        ELEMENT_READ_BEFORE_ITS_TURN(
                112,
                "optimize.OverwrittenArrays",
                "return new ElementAccess(roots, array).isBelow(inner, loop.body())",
                "return true"),
        /** Matrices are exchanged between the lookup of a row and its use. */
        ROW_OF_EXCHANGED_MATRIX(139, "optimize.HoistRows", "place = element.array()", "place = element.index()");

        private final int seed;
        private final String className;
        private final String check;
        private final String without;

        /** The search for wrong gradients begins at a seed that found one when this was written. */
        Defect(int seed, String className, String check, String without) {
            this.seed = seed;
            this.className = className;
            this.check = check;
            this.without = without;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Defect defect) throws ReflectiveOperationException {
        LoopCheck check = new LoopCheck(
                ProcessorCompiler.with(new DefectiveProcessor(defect.className, defect.check, defect.without)));
        List<String> failures = List.of();
        for (int tried = 0; tried < SEEDS && failures.isEmpty(); tried += BATCH) {
            failures = check.failures((defect.seed + tried) % SEEDS, BATCH);
        }
        assertThat(failures).as("wrong gradients").isNotEmpty();
    }
}
