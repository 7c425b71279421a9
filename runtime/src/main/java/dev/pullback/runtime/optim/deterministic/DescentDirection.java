package dev.pullback.runtime.optim.deterministic;

/** A rule for the direction of the next line search, with what it remembers of the last ones. */
interface DescentDirection {

    /**
     * Computes a direction from a point.
     *
     * @param point the point; not modified
     * @param gradient the gradient there; not modified
     * @param direction receives the direction, which should descend
     * @return the evaluations used: Hessian-vector products
     */
    int compute(double[] point, double[] gradient, double[] direction);

    /** Takes the outcome of a line search. */
    default void learn(double[] from, double[] fromGradient, double[] to, double[] toGradient) {}

    /** Whether the last direction was the negative gradient, so that there is no simpler one to fall back to. */
    boolean isSteepestDescent();

    /** Makes the next direction the negative gradient. */
    void forget();

    /** Whether the last direction has the length of the step that it proposes. */
    boolean isScaled();
}
