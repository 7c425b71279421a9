package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.DifferentiatedMethod;
import java.util.List;
import java.util.Map;

/** A way to get from random programs to derivatives that can be called: one or several builds, the default one among them. */
interface ProgramBuilds {

    /** Whether programs may use objects. */
    default boolean hasObjects() {
        return false;
    }

    /** Builds programs together. */
    Built build(List<FuzzProgram> programs);

    /** What became of them. */
    interface Built {

        /** Whether there were errors. */
        default boolean isBroken() {
            return !errors().isEmpty();
        }

        /** The errors of the first build that has any; empty if there is none. */
        String errors();

        /** Whether an exception left the compiler. */
        boolean hasCrashed();

        /** A program's method {@code f}, by name of the build. */
        Map<String, DifferentiatedMethod> methods(FuzzProgram program);
    }
}
