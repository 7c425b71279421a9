package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/** Bounds on gradients, the cure for exploding ones. */
public final class Clipping {

    private Clipping() {}

    /**
     * Bounds every entry: {@code g = max(-bound, min(bound, g))}.
     *
     * @param bound the largest absolute value, positive
     * @return the transform
     * @throws IllegalArgumentException if the bound is not positive
     */
    public static GradientTransform value(double bound) {
        Arguments.requirePositive(bound, "bound");
        return (parameters, gradient) -> {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-bound, Math.min(bound, gradient[i]));
            }
        };
    }

    /**
     * Bounds the Euclidean norm of the whole gradient and keeps its direction: {@code g = g min(1, bound / |g|)}.
     *
     * <p>Source: Pascanu, Mikolov and Bengio 2013, "On the Difficulty of Training Recurrent Neural Networks", algorithm 1.
     *
     * @param bound the largest norm, positive
     * @return the transform
     * @throws IllegalArgumentException if the bound is not positive
     */
    public static GradientTransform globalNorm(double bound) {
        Arguments.requirePositive(bound, "bound");
        return (parameters, gradient) -> {
            double norm = Vectors.norm(gradient);
            if (norm > bound) {
                Vectors.scale(bound / norm, gradient);
            }
        };
    }

    /**
     * Bounds the Euclidean norm of each block of the gradient by itself.
     *
     * @param blocks the blocks of the parameters
     * @param bound the largest norm of a block, positive
     * @return the transform
     * @throws IllegalArgumentException if the bound is not positive
     */
    public static GradientTransform norm(ParameterBlocks blocks, double bound) {
        Objects.requireNonNull(blocks, "blocks is null");
        Arguments.requirePositive(bound, "bound");
        return (parameters, gradient) -> {
            Arguments.requireLength(gradient, blocks.size(), "gradient");
            for (int b = 0; b < blocks.blocks().size(); b++) {
                ParameterBlocks.Block block = blocks.blocks().get(b);
                limit(gradient, block.offset(), block.end(), bound);
            }
        };
    }

    /**
     * Bounds the norm of the gradient of each unit relative to that of its parameters: {@code |g| <= share max(|theta|,
     * 1e-3)}. Units are the rows of matrices, and vectors and scalars as a whole.
     *
     * <p>Source: Brock, De, Smith and Simonyan 2021, "High-Performance Large-Scale Image Recognition Without Normalization",
     * equation (3).
     *
     * @param blocks the blocks of the parameters
     * @param share the largest quotient of the norms, positive, 0.01 in the paper
     * @return the transform
     * @throws IllegalArgumentException if the share is not positive
     */
    public static GradientTransform adaptive(ParameterBlocks blocks, double share) {
        Objects.requireNonNull(blocks, "blocks is null");
        Arguments.requirePositive(share, "share");
        return (parameters, gradient) -> {
            Arguments.requireLength(gradient, blocks.size(), "gradient");
            for (int b = 0; b < blocks.blocks().size(); b++) {
                ParameterBlocks.Block block = blocks.blocks().get(b);
                int unit = block.columns() > 0 ? block.columns() : Math.max(block.length(), 1);
                for (int from = block.offset(); from < block.end(); from += unit) {
                    double bound = share * Math.max(Vectors.norm(parameters, from, from + unit), 1e-3);
                    limit(gradient, from, from + unit, bound);
                }
            }
        };
    }

    private static void limit(double[] gradient, int from, int to, double bound) {
        double norm = Vectors.norm(gradient, from, to);
        if (norm > bound) {
            for (int i = from; i < to; i++) {
                gradient[i] *= bound / norm;
            }
        }
    }
}
