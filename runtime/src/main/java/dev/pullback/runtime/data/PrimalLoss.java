package dev.pullback.runtime.data;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/** A loss with its primal, which is called where the value alone is asked for. */
record PrimalLoss<E>(ToDoubleBiFunction<double[], E> primal, ExampleLoss<E> gradient) implements ExampleLoss<E> {

    PrimalLoss {
        Objects.requireNonNull(primal, "value is null");
        Objects.requireNonNull(gradient, "gradient is null");
    }

    @Override
    public double value(double[] point, E example, Workspace workspace) {
        return primal.applyAsDouble(point, example);
    }

    @Override
    public double valueAndGradient(double[] point, E example, double[] partials, Workspace workspace) {
        return gradient.valueAndGradient(point, example, partials, workspace);
    }

    @Override
    public ExampleLoss<E> forThread() {
        return new PrimalLoss<>(primal, gradient.forThread());
    }

    @Override
    public ParameterBlocks parameterBlocks(int length) {
        return gradient.parameterBlocks(length);
    }
}
