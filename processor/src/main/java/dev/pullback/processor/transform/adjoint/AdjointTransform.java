package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a function into its adjoint: a forward sweep, a reverse sweep, and the delivery of the bars.
 *
 * <p>Where a loop is fused, adjoints are computed while the primal may still throw; then they are collected in the workspace
 * and delivered at the end, so that a primal that throws leaves the caller's bars alone.
 */
public final class AdjointTransform {

    /** The two forms of an adjoint. */
    public enum Form {
        /** {@code fValueAndGradient}: seed one, overwrites the bars, returns the primal value. */
        GRADIENT,
        /** {@code fPullback}: seed {@code resultBar}, adds to the bars. */
        PULLBACK
    }

    private static final String SHAPES = "dev.pullback.runtime.Shapes";

    private final Function primal;
    private final PrimalMethod method;
    private final ActivityResult activity;
    private final LoopPlan plan;
    private final Form form;
    private final Set<Variable> overwritten;
    private final List<Variable> resultBars;
    private final Variable scalarBars = new Variable("scalarBars", new ArrayType(PrimitiveType.DOUBLE));
    private final Variable workspace = new Variable("workspace", ObjectType.WORKSPACE);
    private final Variable value;
    private final Map<Variable, Variable> arrayBars = new LinkedHashMap<>();

    private AdjointTransform(Function primal, PrimalMethod method, ActivityResult activity, LoopPlan plan, Form form) {
        this.primal = primal;
        this.method = method;
        this.activity = activity;
        this.plan = plan;
        this.form = form;
        this.resultBars = method.resultBars();
        this.value = Variable.temporary("value", primal.returnType());
        this.overwritten = new Effects(new ArrayRoots(primal)).written(primal.body());
        this.overwritten.retainAll(primal.parameters());
        List<Variable> arrays = new ArrayList<>();
        if (form == Form.PULLBACK) {
            arrays.addAll(method.outputs());
            arrays.addAll(method.arrayInputs());
        } else {
            arrays.addAll(method.arrayIndependents());
        }
        arrays.forEach(v -> arrayBars.put(v, Variable.temporary(barName(v), v.type())));
    }

    /** The adjoint of {@code primal}, a function in normal form. */
    public static Function apply(
            Function primal, PrimalMethod method, ActivityResult activity, LoopPlan plan, Form form) {
        return new AdjointTransform(primal, method, activity, plan, form).build();
    }

    private Function build() {
        // Whether a loop was really fused is known only afterwards; the bars' home depends on it.
        Function direct = build(false);
        return plan.isFused() ? build(true) : direct;
    }

    private Function build(boolean collect) {
        Bars bars = new Bars();
        List<Expression> seeds = resultBars.stream()
                .<Expression>map(bar -> form == Form.GRADIENT ? Literal.real(1.0, bar.type()) : new Read(bar))
                .toList();
        plan.startTransform();
        List<Statement> preamble = new ArrayList<>();
        List<Statement> delivery = new ArrayList<>();
        arrayBars.forEach((array, bar) -> {
            if (isOutput(array)) {
                outputBar(array, bar, collect, bars, preamble, delivery);
            } else {
                arrayBar(array, bar, collect, bars, preamble, delivery);
            }
        });
        List<Variable> scalars = method.scalarIndependents();
        for (int i = 0; i < scalars.size(); i++) {
            scalarBar(scalars.get(i), i, bars, preamble, delivery);
        }
        BlockReversal reversal = new BlockReversal(primal, activity, plan, bars, seeds, value, workspace);
        List<Statement> sweeps = reversal.joint(primal.body(), preamble, Set.of());
        List<Statement> body = new ArrayList<>(reversal.checkpoints());
        body.addAll(sweeps);
        body.addAll(delivery);
        if (form == Form.GRADIENT) {
            body.add(new Return(new Read(value), Origin.NONE));
        }
        return new Function(
                method.name() + suffix(),
                parameters(),
                form == Form.GRADIENT ? primal.returnType() : PrimitiveType.VOID,
                new Block(body));
    }

    /**
     * The pullback of a method that overwrites arrays without naming them as outputs knows nothing of the adjoint of what it
     * leaves in them, so it goes by a name that generated code never calls.
     */
    private String suffix() {
        if (form == Form.GRADIENT) {
            return "ValueAndGradient";
        }
        return overwritten.stream().anyMatch(v -> v.type().isArray() && !isOutput(v)) ? "PullbackInPlace" : "Pullback";
    }

    private List<Variable> parameters() {
        List<Variable> result = new ArrayList<>(primal.parameters());
        if (form == Form.PULLBACK) {
            resultBars.stream().filter(bar -> bar.type().isDifferentiable()).forEach(result::add);
        }
        result.addAll(arrayBars.values());
        if (!method.scalarIndependents().isEmpty()) {
            result.add(scalarBars);
        }
        result.add(workspace);
        return result;
    }

    /** The array bars among the parameters of a gradient, each with the independent whose shape it has. */
    public static Map<Variable, Variable> barShapes(Function derivative, PrimalMethod method) {
        Map<Variable, Variable> result = new HashMap<>();
        for (Variable independent : method.arrayIndependents()) {
            derivative.parameters().stream()
                    .filter(p -> p.isTemporary() && p.name().equals(barName(independent)))
                    .forEach(bar -> result.put(bar, independent));
        }
        return result;
    }

    private static String barName(Variable independent) {
        return independent.name() + "Bar";
    }

    private boolean isOutput(Variable array) {
        return form == Form.PULLBACK && method.outputs().contains(array);
    }

    /** The bar of an output starts as the adjoint of the content after the call and ends as that of the content before. */
    private void outputBar(
            Variable output,
            Variable parameter,
            boolean collect,
            Bars bars,
            List<Statement> preamble,
            List<Statement> delivery) {
        Variable bar = parameter;
        if (collect && activity.isActive(output)) {
            bar = new Variable(output.name() + "BarNow", output.type());
            preamble.add(new Declare(bar, WorkspaceCalls.zerosLike(workspace, new Read(output)), Origin.NONE));
            preamble.add(WorkspaceCalls.copy(parameter, bar));
        }
        bars.replace(output, bar);
        if (!method.independents().contains(output)) {
            delivery.add(WorkspaceCalls.clear(parameter));
        } else if (bar != parameter) {
            delivery.add(WorkspaceCalls.copy(bar, parameter));
        }
    }

    private void arrayBar(
            Variable independent,
            Variable parameter,
            boolean collect,
            Bars bars,
            List<Statement> preamble,
            List<Statement> delivery) {
        if (!activity.isActive(independent)) {
            if (form == Form.GRADIENT) {
                delivery.add(WorkspaceCalls.clear(parameter));
            }
        } else if (collect || overwritten.contains(independent)) {
            Variable collected = new Variable(independent.name() + "BarSum", independent.type());
            bars.replace(independent, collected);
            preamble.add(
                    new Declare(collected, WorkspaceCalls.zerosLike(workspace, new Read(independent)), Origin.NONE));
            delivery.add(call(form == Form.GRADIENT ? "copy" : "add", collected, parameter));
        } else {
            bars.replace(independent, parameter);
            if (form == Form.GRADIENT) {
                preamble.add(WorkspaceCalls.clear(parameter));
            }
        }
    }

    private void scalarBar(
            Variable independent, int position, Bars bars, List<Statement> preamble, List<Statement> delivery) {
        Place home = new ArrayRead(new Read(scalarBars), Literal.of(position));
        if (activity.isActive(independent)) {
            Variable bar = bars.of(independent);
            preamble.add(new Declare(bar, Literal.zero(bar.type()), Origin.NONE));
            Expression delivered = Cast.to(home.type(), new Read(bar));
            delivery.add(
                    form == Form.GRADIENT
                            ? new Assign(home, delivered, Origin.NONE)
                            : new Increment(home, delivered, Origin.NONE));
        } else if (form == Form.GRADIENT) {
            delivery.add(new Assign(home, Literal.ZERO, Origin.NONE));
        }
    }

    private static Statement call(String name, Variable from, Variable into) {
        MethodRef method = MethodRef.ofStatic(SHAPES, name, PrimitiveType.VOID, from.type(), into.type());
        return new CallStatement(new Call(method, new Read(from), new Read(into)), Origin.NONE);
    }
}
