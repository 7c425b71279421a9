package dev.pullback.processor.fuzz;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.Bars;
import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A random program whose derivatives are interpreted and whose primal is run in dual numbers. */
final class InterpretedMethod implements DifferentiatedMethod {
    private final FuzzProgram program;
    private final MethodDerivatives.Sweeps sweeps;
    private final Map<String, Function> functions;

    /** With all functions that the sweeps may call. */
    InterpretedMethod(FuzzProgram program, MethodDerivatives.Sweeps sweeps, Map<String, Function> functions) {
        this.program = program;
        this.sweeps = sweeps;
        this.functions = functions;
    }

    @Override
    public boolean isSingle() {
        return program.isSingle();
    }

    @Override
    public boolean has(String suffix) {
        return suffix.equals("Pushforward")
                || suffix.equals("HessianVector") && program.isSecondOrder()
                || suffix.equals("HessianPattern")
                        && sweeps.pattern().flatMap(PatternCode::function).isPresent();
    }

    @Override
    public Outcome value(Arguments arguments) {
        return DualEvaluator.primal(program, arguments);
    }

    @Override
    public Outcome valueAndGradient(Arguments arguments, double[] initialBars, @Nullable Workspace workspace) {
        return valueAndGradient(arguments, new Bars(arguments, initialBars), workspace);
    }

    private Outcome valueAndGradient(Arguments arguments, Bars bars, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.addAll(bars.values());
        Object result = call(sweeps.valueAndGradient().orElseThrow(), all, workspace);
        return new Outcome(((Number) result).doubleValue(), bars.flat(), own);
    }

    @Override
    public void throwing(Arguments arguments, double[] flatBars) {
        Bars bars = new Bars(arguments, flatBars);
        try {
            valueAndGradient(arguments, bars, null);
        } finally {
            System.arraycopy(bars.flat(), 0, flatBars, 0, flatBars.length);
        }
    }

    @Override
    public Outcome pullback(Arguments arguments, double seed, double[] initialBars, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        Bars bars = new Bars(own, initialBars);
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.add(isSingle() ? (Object) (float) seed : (Object) seed);
        all.addAll(bars.values());
        call(sweeps.pullback(), all, workspace);
        return new Outcome(Double.NaN, bars.flat(), own);
    }

    @Override
    public Outcome pushforward(Arguments arguments, double[] tangent, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.addAll(arguments.withFlat(tangent).independents());
        Object result = call(sweeps.pushforward().orElseThrow(), all, workspace);
        return new Outcome(((Number) result).doubleValue(), new double[0], own);
    }

    @Override
    public Outcome hessianVector(Arguments arguments, double[] vector, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        double[] product = new double[vector.length];
        Arrays.fill(product, Double.NaN);
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.add(vector.clone());
        all.add(product);
        call(sweeps.hessianVector().orElseThrow(), all, workspace);
        return new Outcome(Double.NaN, product, own);
    }

    @Override
    public SparsityPattern hessianPattern(Arguments arguments) {
        Function pattern = sweeps.pattern().flatMap(PatternCode::function).orElseThrow();
        return (SparsityPattern) new FunctionInterpreter(functions)
                .call(pattern, arguments.copy().values());
    }

    @Override
    public Outcome gradient(Arguments arguments) {
        return valueAndGradient(arguments, new double[arguments.flat().length], null);
    }

    @Override
    public Objective objective(Arguments arguments) {
        throw new UnsupportedOperationException("objectives are code of the generated class");
    }

    private Object call(Function function, List<Object> arguments, @Nullable Workspace workspace) {
        arguments.add(workspace == null ? new Workspace() : workspace);
        return new FunctionInterpreter(functions).call(function, arguments.toArray());
    }
}
