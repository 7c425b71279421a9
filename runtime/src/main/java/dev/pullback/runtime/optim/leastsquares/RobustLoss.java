package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.run.Arguments;

/**
 * A loss of a squared residual {@code s = r^2} that grows more slowly than s, so that outliers count less. The sum that is
 * minimized is half the sum of {@code rho(s)}.
 *
 * <p>A solver weighs each residual and its row of the Jacobian with {@code sqrt(rho'(s))}, the iteratively reweighted form; for
 * the losses here, whose second derivative is not positive, so does Triggs, McLauchlan, Hartley and Fitzgibbon 2000, "Bundle
 * Adjustment - A Modern Synthesis", section 4.3, when the Hessian is to stay positive.
 *
 * <p>Implementations are stateless and thread-safe.
 */
public interface RobustLoss {

    /**
     * The loss.
     *
     * @param s the squared residual, not negative
     * @return rho(s)
     */
    double value(double s);

    /**
     * The derivative of the loss.
     *
     * @param s the squared residual, not negative
     * @return rho'(s), positive, 1 at 0
     */
    double derivative(double s);

    /**
     * The square itself, {@code rho(s) = s}.
     *
     * @return the loss of plain least squares
     */
    static RobustLoss square() {
        return new RobustLoss() {
            @Override
            public double value(double s) {
                return s;
            }

            @Override
            public double derivative(double s) {
                return 1.0;
            }
        };
    }

    /**
     * Huber's loss: the square up to {@code |r| = scale}, then linear, {@code 2 scale |r| - scale^2}.
     *
     * <p>Source: Huber 1964, "Robust Estimation of a Location Parameter".
     *
     * @param scale the size of residuals up to which they are trusted, positive
     * @return the loss
     * @throws IllegalArgumentException if the scale is not positive
     */
    static RobustLoss huber(double scale) {
        Arguments.requirePositive(scale, "scale");
        return new RobustLoss() {
            @Override
            public double value(double s) {
                return s <= scale * scale ? s : 2.0 * scale * Math.sqrt(s) - scale * scale;
            }

            @Override
            public double derivative(double s) {
                return s <= scale * scale ? 1.0 : scale / Math.sqrt(s);
            }
        };
    }

    /**
     * The smooth form of Huber's loss: {@code 2 scale^2 (sqrt(1 + s / scale^2) - 1)}.
     *
     * @param scale the size of residuals up to which they are trusted, positive
     * @return the loss
     * @throws IllegalArgumentException if the scale is not positive
     */
    static RobustLoss softL1(double scale) {
        Arguments.requirePositive(scale, "scale");
        double square = scale * scale;
        return new RobustLoss() {
            @Override
            public double value(double s) {
                return 2.0 * s / (Math.sqrt(1.0 + s / square) + 1.0);
            }

            @Override
            public double derivative(double s) {
                return 1.0 / Math.sqrt(1.0 + s / square);
            }
        };
    }

    /**
     * Cauchy's loss: {@code scale^2 log(1 + s / scale^2)}, which nearly forgets outliers; not convex.
     *
     * @param scale the size of residuals up to which they are trusted, positive
     * @return the loss
     * @throws IllegalArgumentException if the scale is not positive
     */
    static RobustLoss cauchy(double scale) {
        Arguments.requirePositive(scale, "scale");
        double square = scale * scale;
        return new RobustLoss() {
            @Override
            public double value(double s) {
                return square * Math.log1p(s / square);
            }

            @Override
            public double derivative(double s) {
                return 1.0 / (1.0 + s / square);
            }
        };
    }
}
