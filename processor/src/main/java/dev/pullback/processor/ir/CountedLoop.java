package dev.pullback.processor.ir;

/**
 * {@code for (int index = from; index < to; index += step) body}, or {@code index > to} when {@code step} is negative.
 *
 * <p>The body assigns neither {@code index} nor anything that {@code from} and {@code to} read.
 *
 * @param index the loop variable, of type {@code int}, declared by the loop
 * @param from first value
 * @param to bound, exclusive
 * @param step not zero
 * @param body the iteration
 * @param origin the loop's header in the source
 */
public record CountedLoop(Variable index, Expression from, Expression to, int step, Block body, Origin origin)
        implements Statement {

    public CountedLoop {
        if (step == 0) {
            throw new IllegalArgumentException("a counted loop needs a step");
        }
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitCountedLoop(this);
    }
}
