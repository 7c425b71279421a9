package dev.pullback.processor;

import dev.pullback.processor.RawDerivatives.Raw;
import dev.pullback.processor.codegen.BytecodeSize;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.optimize.AllocateWorkspace;
import dev.pullback.processor.optimize.CarryElements;
import dev.pullback.processor.optimize.ContractRows;
import dev.pullback.processor.optimize.FoldConstants;
import dev.pullback.processor.optimize.HoistAllocations;
import dev.pullback.processor.optimize.HoistInvariants;
import dev.pullback.processor.optimize.HoistRows;
import dev.pullback.processor.optimize.InlineTemporaries;
import dev.pullback.processor.optimize.MergeDeclarations;
import dev.pullback.processor.optimize.SinkZeros;
import dev.pullback.processor.optimize.SplitSweeps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The passes between the transforms and code generation, from top to bottom, for one method. They can be applied with several
 * options: what a pass makes of a function is kept, so that builds share the work up to the first pass that differs.
 */
final class Optimization {
    private final RawDerivatives raw;
    private final Map<String, Map<Function, Function>> results = new HashMap<>();
    private final Map<Integer, Map<Function, SplitSweeps.Result>> cut = new HashMap<>();

    /** For the functions of one method. */
    Optimization(RawDerivatives raw) {
        this.raw = raw;
    }

    /** The functions, ready for code generation. */
    MethodDerivatives.Sweeps apply(StageOptions options) {
        List<Function> parts = new ArrayList<>();
        raw.parts().forEach(part -> parts.add(finish(part, options, parts)));
        return new MethodDerivatives.Sweeps(
                raw.gradient().map(f -> finish(f, options, parts)),
                finish(raw.pullback(), options, parts),
                raw.pushforward().map(f -> finish(f, options, parts)),
                raw.pushforwardBlock().map(f -> finish(f, options, parts)),
                raw.taylor().map(f -> finish(f, options, parts)),
                raw.series().map(f -> finish(f, options, parts)),
                raw.hessianVector().map(f -> finish(f, options, parts)),
                // Parts of it would be slower than one product at a time.
                raw.hessianBlock()
                        .map(f -> optimize(f, options))
                        .filter(f -> BytecodeSize.estimate(f) <= options.methodBytes()),
                raw.thirdOrder().map(f -> finish(f, options, parts)),
                raw.pullbackPushforward().map(f -> finish(f, options, parts)),
                raw.pullbackThirdOrder().map(f -> finish(f, options, parts)),
                raw.secondPushforward().map(f -> finish(f, options, parts)),
                raw.pattern(),
                raw.overwritten(),
                raw.withoutEffect(),
                parts);
    }

    /** Optimised, and cut if it is too long to be compiled; what was cut off is added to {@code parts}. */
    private Function finish(Raw function, StageOptions options, List<Function> parts) {
        Function optimized = optimize(function, options);
        if (!function.isDerivative()) {
            return optimized;
        }
        SplitSweeps.Result result = cut.computeIfAbsent(options.methodBytes(), limit -> new IdentityHashMap<>())
                .computeIfAbsent(optimized, f -> cut(f, options.methodBytes()));
        parts.addAll(result.parts());
        return result.main();
    }

    private static SplitSweeps.Result cut(Function derivative, int limit) {
        SplitSweeps.Result result = SplitSweeps.apply(derivative, f -> BytecodeSize.growing(f)::applyAsInt, limit);
        return result.parts().isEmpty()
                ? new SplitSweeps.Result(derivative, List.of())
                : new SplitSweeps.Result(AllocateWorkspace.apply(result.main(), result.parts()), result.parts());
    }

    private Function optimize(Raw derivative, StageOptions options) {
        Map<Variable, Variable> shapes = derivative.shapes();
        Function f = derivative.function();
        f = pass("merge-declarations", options, f, MergeDeclarations::apply);
        f = pass("inline-temporaries", options, f, InlineTemporaries::apply);
        f = pass("fold-constants", options, f, FoldConstants::apply);
        f = pass("sink-zeros", options, f, g -> SinkZeros.apply(g, shapes));
        f = pass("contract-rows", options, f, ContractRows::apply);
        f = pass("hoist-rows", options, f, g -> HoistRows.apply(g, shapes));
        f = pass("hoist-invariants", options, f, g -> HoistInvariants.apply(g, shapes, shared(g)));
        f = pass("carry-elements", options, f, g -> CarryElements.apply(g, shapes));
        f = pass("hoist-allocations", options, f, HoistAllocations::apply);
        if (derivative.isDerivative()) {
            f = once("allocate workspace", f, AllocateWorkspace::apply);
        }
        return options.stage(derivative.stage(), f);
    }

    private Function pass(String name, StageOptions options, Function function, UnaryOperator<Function> pass) {
        return options.isOn(name) ? once(name, function, pass) : function;
    }

    private Function once(String name, Function function, UnaryOperator<Function> pass) {
        return results.computeIfAbsent(name, n -> new IdentityHashMap<>()).computeIfAbsent(function, pass);
    }

    /** The bars of a pullback: who calls it with one array for two arguments has one bar for both. */
    private static Set<Variable> shared(Function derivative) {
        return derivative.returnType() == PrimitiveType.VOID
                ? derivative.parameters().stream()
                        .filter(parameter ->
                                parameter.isTemporary() && parameter.type().isArray())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
