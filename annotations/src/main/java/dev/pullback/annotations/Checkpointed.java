package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the memory that reverse mode takes for the loops of a method: instead of recording what every iteration overwrites, the
 * derivatives take snapshots of the state now and then, and run the iterations between them again. The results are the same to
 * the last bit.
 *
 * <p>It concerns the loops of the method that are not inside another loop of it. A loop whose iterations do not depend on each
 * other, such as a sum over data, needs no snapshots: its iterations are run again one by one.
 *
 * <p>The method is a {@link Differentiable} one, or one of the same top-level class that it calls.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Checkpointed {

    /** Where snapshots are taken. */
    enum Schedule {
        /**
         * The binomial schedule: of all that need so many snapshots it runs the fewest iterations again. A loop of unknown
         * length gets evenly spaced snapshots on the way forward.
         */
        REVOLVE,
        /** Every {@link Checkpointed#period()} iterations; each of these stretches runs once more, with a snapshot per iteration. */
        PERIODIC,
        /** Before every iteration: nothing runs again but the iteration that is reversed. */
        STORE_ALL
    }

    /**
     * Where snapshots are taken.
     *
     * @return the schedule
     */
    Schedule schedule() default Schedule.REVOLVE;

    /**
     * The memory for the snapshots of one loop, for {@link Schedule#REVOLVE}. A snapshot takes eight bytes for every number that
     * one iteration leaves to the next, elements of arrays included.
     *
     * @return bytes; 0 for no limit
     */
    long bytes() default 16 * 1024 * 1024;

    /**
     * The greatest number of snapshots that are kept at the same time, for {@link Schedule#REVOLVE}.
     *
     * @return a positive number, or 0 for as many as {@link #bytes()} allows
     */
    int snapshots() default 0;

    /**
     * How many iterations there are from one snapshot to the next, for {@link Schedule#PERIODIC}. The square root of the number
     * of iterations takes the least memory.
     *
     * @return a positive number for {@link Schedule#PERIODIC}, 0 for the others
     */
    int period() default 0;
}
