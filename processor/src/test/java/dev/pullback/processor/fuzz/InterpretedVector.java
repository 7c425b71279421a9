package dev.pullback.processor.fuzz;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.testkit.Arguments;
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

/** A program with several results as a method of one number, their weighted sum; its derivatives are interpreted. */
final class InterpretedVector implements DifferentiatedMethod {
    private final FuzzProgram program;
    private final MethodDerivatives.Sweeps sweeps;
    private final Map<String, Function> functions;

    /** With all functions that the sweeps may call. */
    InterpretedVector(FuzzProgram program, MethodDerivatives.Sweeps sweeps, Map<String, Function> functions) {
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
                || suffix.equals("JacobianPattern")
                        && sweeps.pattern().flatMap(PatternCode::function).isPresent();
    }

    @Override
    public Outcome value(Arguments arguments) {
        return DualEvaluator.primal(program, arguments);
    }

    @Override
    public Outcome valueAndGradient(Arguments arguments, double[] initialBars, @Nullable Workspace workspace) {
        Outcome pulled = pullback(arguments, 1, new double[initialBars.length], workspace);
        return new Outcome(value(arguments).result(), pulled.bars(), pulled.after());
    }

    @Override
    public void throwing(Arguments arguments, double[] flatBars) {
        throw new UnsupportedOperationException("pullbacks need not throw where the primal does");
    }

    /** Outputs have their adjoints in the place of bars. */
    @Override
    public Outcome pullback(Arguments arguments, double seed, double[] initialBars, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> adjoints = VectorResults.adjoints(DualEvaluator.results(program, arguments), seed);
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.addAll(adjoints);
        int next = program.main().type() == FuzzType.VOID ? 0 : 1;
        Object[] bars = arguments.withFlat(initialBars).values();
        double[] before = new Arguments(bars, flags(arguments)).copy().flat();
        List<Integer> scalars = new ArrayList<>();
        for (int i = 0; i < bars.length; i++) {
            if (isOutput(i)) {
                bars[i] = adjoints.get(next++);
            } else if (arguments.isIndependent(i) && bars[i] instanceof Double) {
                scalars.add(i);
            } else if (arguments.isIndependent(i)) {
                all.add(bars[i]);
            }
        }
        double[] scalarBars =
                scalars.stream().mapToDouble(i -> (Double) bars[i]).toArray();
        if (scalarBars.length > 0) {
            all.add(scalarBars);
        }
        call(sweeps.pullback(), all, workspace);
        for (int k = 0; k < scalarBars.length; k++) {
            bars[scalars.get(k)] = scalarBars[k];
        }
        return new Outcome(Double.NaN, accumulated(arguments, bars, before), own);
    }

    /** The bars of outputs are not added to; the difference is made up for. */
    private double[] accumulated(Arguments arguments, Object[] bars, double[] before) {
        double[] flat = new Arguments(bars, flags(arguments)).flat();
        int next = 0;
        for (int i = 0; i < bars.length; i++) {
            if (arguments.isIndependent(i)) {
                int size = Arguments.of(bars[i]).flat().length;
                for (int k = next; k < next + size && isOutput(i); k++) {
                    flat[k] += before[k];
                }
                next += size;
            }
        }
        return flat;
    }

    private static boolean[] flags(Arguments arguments) {
        boolean[] flags = new boolean[arguments.values().length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = arguments.isIndependent(i);
        }
        return flags;
    }

    private boolean isOutput(int parameter) {
        return program.main().parameters().get(parameter).home() == Home.OUTPUT;
    }

    @Override
    public SparsityPattern jacobianPattern(Arguments arguments) {
        Function pattern = sweeps.pattern().flatMap(PatternCode::function).orElseThrow();
        return (SparsityPattern) new FunctionInterpreter(functions)
                .call(pattern, arguments.copy().values());
    }

    @Override
    public double[] tangents(Arguments arguments, double[] direction) {
        return Arguments.of(tangents(arguments.copy(), direction, null).toArray())
                .flat();
    }

    @Override
    public Outcome pushforward(Arguments arguments, double[] tangent, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        return new Outcome(VectorResults.tangent(tangents(own, tangent, workspace)), new double[0], own);
    }

    private List<Object> tangents(Arguments own, double[] tangent, @Nullable Workspace workspace) {
        Arguments arguments = own;
        Object[] dots = arguments.withFlat(tangent).values();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        List<Object> tangents = new ArrayList<>();
        for (int i = 0; i < dots.length; i++) {
            if (arguments.isIndependent(i)) {
                all.add(dots[i]);
            }
            if (isOutput(i)) {
                tangents.add(dots[i]);
            }
        }
        Object result = call(sweeps.pushforward().orElseThrow(), all, workspace);
        if (program.main().type() != FuzzType.VOID) {
            tangents.add(0, result);
        }
        return tangents;
    }

    @Override
    public Outcome gradient(Arguments arguments) {
        return valueAndGradient(arguments, new double[arguments.flat().length], null);
    }

    @Override
    public Objective objective(Arguments arguments) {
        throw new UnsupportedOperationException("there is none of several numbers");
    }

    private Object call(Function function, List<Object> arguments, @Nullable Workspace workspace) {
        arguments.add(workspace == null ? new Workspace() : workspace);
        return new FunctionInterpreter(functions).call(function, arguments.toArray());
    }
}
