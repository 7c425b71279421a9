/** What generated code calls, and what users call: workspaces, optimizers, derivative checks. No dependencies. */
module dev.pullback.runtime {
    exports dev.pullback.runtime;
    exports dev.pullback.runtime.check;
    exports dev.pullback.runtime.checkpoint;
    exports dev.pullback.runtime.data;
    exports dev.pullback.runtime.implicit;
    exports dev.pullback.runtime.linalg;
    exports dev.pullback.runtime.math;
    exports dev.pullback.runtime.optim;
    exports dev.pullback.runtime.optim.constrained;
    exports dev.pullback.runtime.optim.deterministic;
    exports dev.pullback.runtime.optim.firstorder;
    exports dev.pullback.runtime.optim.leastsquares;
    exports dev.pullback.runtime.sparse;
    exports dev.pullback.runtime.stochastic;
    exports dev.pullback.runtime.taylor;

    // Not transitive: that would make users look for a module which they do not have.
    requires static org.jspecify;
    // Rules are marked for the processor; nothing is needed at run time.
    requires static dev.pullback.annotations;
}
