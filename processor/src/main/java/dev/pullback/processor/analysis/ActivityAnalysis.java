package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PullbackArguments;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the active variables: varied (they depend on an independent through differentiable operations) and useful (the
 * result depends on them). Flow-insensitive, arrays as a whole by their root.
 */
public final class ActivityAnalysis {

    /** A value and the variable, or root of the array, that takes it. */
    private record Flow(Variable target, Expression value) {}

    private final ArrayRoots roots;
    private final Set<Variable> varied = new HashSet<>();
    private final Set<Variable> useful = new HashSet<>();

    private ActivityAnalysis(ArrayRoots roots) {
        this.roots = roots;
    }

    /** The active variables of {@code function} for the given independents and, besides its result, outputs. */
    public static ActivityResult analyze(Function function, List<Variable> independents, List<Variable> outputs) {
        ActivityAnalysis analysis = new ActivityAnalysis(new ArrayRoots(function));
        analysis.varied.addAll(independents);
        analysis.useful.addAll(outputs);
        while (analysis.spreadVaried(function.body())) {}
        while (analysis.spreadUseful(function.body())) {}
        Set<Variable> active = new HashSet<>(analysis.varied);
        active.retainAll(analysis.useful);
        return new ActivityResult(analysis.roots, analysis.varied, analysis.useful, active);
    }

    private boolean spreadVaried(Block block) {
        int before = varied.size();
        Walk.statements(block, s -> {
            if (s instanceof Invoke i) {
                boolean isReal = i.result() != null && i.result().type().isDifferentiable();
                if (isReal && differentiableArguments(i).stream().anyMatch(this::varies)) {
                    varied.add(i.variable());
                }
            } else {
                flows(s).stream()
                        .filter(f -> f.target().type().isDifferentiable() && varies(f.value()))
                        .forEach(f -> varied.add(f.target()));
            }
        });
        return varied.size() > before;
    }

    private boolean spreadUseful(Block block) {
        int before = useful.size();
        Walk.statements(block, s -> {
            if (s instanceof Return r) {
                r.values().forEach(this::addSources);
            } else if (s instanceof Invoke i) {
                if (i.result() != null && useful.contains(i.result())) {
                    differentiableArguments(i).forEach(this::addSources);
                }
            } else {
                flows(s).stream().filter(f -> useful.contains(f.target())).forEach(f -> addSources(f.value()));
            }
        });
        return useful.size() > before;
    }

    private void addSources(Expression expression) {
        sources(expression).forEach(place -> useful.add(roots.root(place)));
    }

    private boolean varies(Expression expression) {
        return sources(expression).stream().anyMatch(place -> varied.contains(roots.root(place)));
    }

    /** What a statement makes a variable or array depend on; restoring an old value makes it depend on nothing new. */
    private List<Flow> flows(Statement statement) {
        if (statement instanceof Declare s) {
            // An alias is its root; what flows into the root is seen where it is assigned.
            return s.initial() == null || roots.isAlias(s.variable())
                    ? List.of()
                    : List.of(new Flow(s.variable(), s.value()));
        } else if (statement instanceof Assign s) {
            return List.of(new Flow(roots.root(s.target()), s.value()));
        } else if (statement instanceof Increment s) {
            return List.of(new Flow(roots.root(s.target()), s.value()));
        } else if (statement instanceof CallStatement s && WorkspaceCalls.isElementwise(s.call())) {
            Place target = (Place) s.call().arguments().get(1);
            return List.of(new Flow(roots.root(target), s.call().arguments().get(0)));
        } else if (statement instanceof CallStatement s && WorkspaceCalls.isPack(s.call())) {
            Place flat = (Place) s.call().arguments().get(1);
            return List.of(new Flow(roots.root(flat), s.call().arguments().get(0)));
        } else if (statement instanceof CallStatement s && WorkspaceCalls.isUnpack(s.call())) {
            Place target = (Place) s.call().arguments().get(2);
            return List.of(new Flow(roots.root(target), s.call().arguments().get(0)));
        } else if (statement instanceof CallStatement s && s.pullback() != null) {
            return flows(new PullbackArguments(s.call(), s.pullback()));
        }
        return List.of();
    }

    /** What is written depends on the seeds, on all that the callee is differentiated by, and on the tangents of these. */
    private List<Flow> flows(PullbackArguments arguments) {
        List<Expression> sources = new ArrayList<>(arguments.independents());
        sources.addAll(arguments.seeds());
        sources.addAll(arguments.tangentInputs());
        List<Flow> result = new ArrayList<>();
        for (Place written : arguments.written()) {
            sources.forEach(value -> result.add(new Flow(roots.root(written), value)));
        }
        return result;
    }

    /** The arguments by which the callee is differentiated. */
    static List<Expression> differentiableArguments(Invoke invoke) {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (invoke.callee().independents().get(i)) {
                result.add(invoke.arguments().get(i));
            }
        }
        return result;
    }

    /** The places whose derivative flows into the value of {@code expression}. */
    static List<Place> sources(Expression expression) {
        List<Place> result = new ArrayList<>();
        collectSources(expression, result);
        return result;
    }

    private static void collectSources(Expression e, List<Place> result) {
        if (!e.type().isDifferentiable()) {
            return;
        }
        if (e instanceof Place place) {
            result.add(place);
        } else if (e instanceof Conditional conditional) {
            collectSources(conditional.whenTrue(), result);
            collectSources(conditional.whenFalse(), result);
        } else if (e instanceof Unary || e instanceof Binary || e instanceof Call || e instanceof Cast) {
            List<Expression> operands = Walk.operands(e);
            DerivativeRule rule = RuleTable.find(e).orElse(null);
            for (int i = 0; i < operands.size(); i++) {
                if (rule != null && rule.dependsOn(i) && operands.get(i).type().isReal()) {
                    collectSources(operands.get(i), result);
                }
            }
        }
    }
}
