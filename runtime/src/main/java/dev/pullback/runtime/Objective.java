package dev.pullback.runtime;

/**
 * A scalar function over a flat vector of independents, with its gradient.
 *
 * <p>Generated {@code fObjective(..)} methods return one; the flat vector holds the independents in declared order,
 * matrices row by row. A hand-written implementation serves as well.
 *
 * <p><b>Threads.</b> An objective made by a generated {@code fObjective(..)} method holds a {@link Workspace} and
 * therefore belongs to one thread at a time: create one per thread. A hand-written implementation without state may be
 * shared.
 *
 * <p><b>Contract.</b> Both methods leave {@code point} unchanged, return the same value for the same point, and throw
 * what the primal throws.
 */
public interface Objective {

    /**
     * Evaluates the function.
     *
     * @param point the independents, length n; not modified
     * @return the value of the function, which may be infinite or NaN
     */
    double value(double[] point);

    /**
     * Evaluates the function and its gradient.
     *
     * @param point the independents, length n; not modified
     * @param gradient receives the n partial derivatives; every entry is <b>overwritten</b>, whatever it held before
     * @return the value of the function, equal to {@link #value(double[])} at the same point
     */
    double valueAndGradient(double[] point, double[] gradient);

    /**
     * The names of the parts of the flat vector, for messages and for settings by name.
     *
     * @param length the number of parameters n
     * @return blocks of n parameters in all; by default one called {@code parameters}
     */
    default ParameterBlocks parameterBlocks(int length) {
        return ParameterBlocks.of("parameters", length);
    }
}
