package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seed becomes a well-typed program of the supported subset and points to judge it at. Programs that overflow, run long or
 * have no derivative are drawn again, from the same seed.
 */
final class RandomProgram {
    /** Constants that every program can name. */
    static final List<Constant> CONSTANTS = List.of(
            new Constant("SCALE", 0.75, FuzzType.DOUBLE),
            new Constant("OFFSET", -1.25, FuzzType.DOUBLE),
            new Constant("Math.PI", Math.PI, FuzzType.DOUBLE),
            new Constant("Math.E", Math.E, FuzzType.DOUBLE));

    private static final double LARGEST_SIZE = 1e7;
    private static final int MOST_DRAWS = 1000;

    private RandomProgram() {}

    /** The program of a seed: always the same. */
    static FuzzProgram generate(long seed) {
        return generate(seed, false);
    }

    /** The same for programs whose values may live in objects and fields. */
    static FuzzProgram generate(long seed, boolean hasObjects) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            Random random = new Random(seed * MOST_DRAWS + draw);
            FuzzProgram program = new ProgramGenerator(random, hasObjects).generate("P" + seed);
            if (isFit(program)) {
                return program;
            }
        }
        throw new IllegalStateException("no program for seed " + seed);
    }

    /** Whether the program has finite values and derivatives of fair size at all points. */
    static boolean isFit(FuzzProgram program) {
        boolean anyDerivative = false;
        for (Arguments point : program.points()) {
            try {
                DualEvaluator.Answer answer = DualEvaluator.evaluate(program, point);
                if (!Double.isFinite(answer.value())) {
                    return false;
                }
                for (int i = 0; i < answer.gradient().length; i++) {
                    if (!(answer.sizes()[i] <= LARGEST_SIZE) || !Double.isFinite(answer.gradient()[i])) {
                        return false;
                    }
                    anyDerivative |= answer.gradient()[i] != 0;
                }
            } catch (DualEvaluator.Unfit e) {
                return false;
            }
        }
        return anyDerivative;
    }

    /** Arguments for parameters: coarse numbers now and then, so that ties and zeros occur. */
    static Arguments point(List<Scope.Slot> slots, List<FuzzMethod.Parameter> parameters, Random random) {
        List<Object> shapes = new ArrayList<>();
        for (Scope.Slot slot : slots) {
            shapes.add(
                    switch (slot.type()) {
                        case INT -> slot.low() + random.nextInt(slot.high() - slot.low() + 1);
                        case LONG -> (long) (1 + random.nextInt(3));
                        case BOOLEAN -> random.nextBoolean();
                        case INTS ->
                            random.ints(slot.length(), slot.low(), slot.high() + 1)
                                    .toArray();
                        case DOUBLES -> new double[slot.length()];
                        case MATRIX -> new double[slot.length()][slot.columns()];
                        case CUBE -> new double[slot.length()][slot.columns()][Scope.DEPTH];
                        case DOUBLE -> 0.0;
                        case VOID, PAIR, PAIRS, UNARY, BINARY ->
                            throw new IllegalStateException("a parameter without a type");
                    });
        }
        Arguments everyReal = Arguments.of(shapes.toArray());
        double[] flat = everyReal.flat();
        for (int k = 0; k < flat.length; k++) {
            double entry = random.nextDouble() * 3 - 1.5;
            flat[k] = random.nextInt(4) == 0 ? Math.rint(entry * 2) / 2 + 0.0 : entry;
        }
        Object[] values = everyReal.withFlat(flat).values();
        boolean[] independent = new boolean[values.length];
        for (int k = 0; k < independent.length; k++) {
            independent[k] =
                    Arguments.isReal(values[k].getClass()) && !parameters.get(k).isPassive();
        }
        return new Arguments(values, independent);
    }
}
