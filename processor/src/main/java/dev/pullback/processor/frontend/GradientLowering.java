package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.GradientCall;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.OutputCode;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.Receivers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Lowers calls of gradients that are generated: they are calls of another class, which are differentiated by second derivatives
 * of the method. A gradient that is an object is taken apart into new arrays.
 */
final class GradientLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final CallLowering calls;
    private final Helpers helpers;
    private final Visibility visibility;

    GradientLowering(
            BodyBuilder body,
            BodyTyper typer,
            ExpressionLowering expressions,
            CallLowering calls,
            Helpers helpers,
            Visibility visibility) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.calls = calls;
        this.helpers = helpers;
        this.visibility = visibility;
    }

    /** The value of a call that computes a gradient or gives a part of one; nothing for other calls. */
    Optional<Expression> value(MethodInvocationTree tree, boolean isWanted) {
        Optional<Expression> held = typer.gradients().partOfVariable(tree).map(local -> new Read(local.variable()));
        if (held.isPresent()) {
            return held;
        }
        Optional<VariableElement> part = typer.gradients().partOfCall(tree);
        if (part.isPresent()) {
            String name = part.get().getSimpleName().toString();
            Local only =
                    parts(typer.gradients().computation(tree), Set.of(name)).get(0);
            return Optional.of(new Read(only.variable()));
        }
        return typer.gradients().find(tree).map(gradient -> gradient(tree, gradient, isWanted));
    }

    /** The variable for a gradient that is an object, if {@code initial} computes one. */
    Optional<Local> declare(String name, ExpressionTree initial) {
        return typer.gradients()
                .find(initial)
                .filter(GeneratedGradient::isObject)
                .map(gradient -> Local.ofGradient(
                        name,
                        parts(
                                (MethodInvocationTree) ExpressionLowering.withoutParentheses(initial),
                                AskedParts.of(name, body.method()))));
    }

    private Expression gradient(MethodInvocationTree tree, GeneratedGradient gradient, boolean isWanted) {
        IrType type = body.irType(typer.typeOf(tree), tree);
        Callee callee = callee(tree, gradient);
        List<Expression> all = arguments(tree, gradient);
        int count = all.size() - gradient.barCount();
        List<Expression> arguments = all.subList(0, count);
        if (!gradient.intoBars()) {
            return calls.invoke(gradientOf(callee, type, tree), arguments).orElseThrow();
        }
        List<Place> bars =
                all.subList(count, all.size()).stream().map(Place.class::cast).toList();
        checkBars(tree, gradient, arguments, bars);
        Expression value = isWanted ? value(tree, gradient, callee, arguments) : Literal.ZERO;
        assign(
                calls.invoke(gradientOf(callee, gradientType(gradient, tree), tree), arguments)
                        .orElseThrow(),
                bars,
                arrays(gradient, arguments));
        return value;
    }

    // ---- into bars ----

    /** What the gradient itself checks before anything else. */
    private void checkBars(
            MethodInvocationTree tree, GeneratedGradient gradient, List<Expression> arguments, List<Place> bars) {
        List<Expression> others = new ArrayList<>(arguments);
        for (Place bar : bars) {
            calls.requireOwn(tree, gradient.name(), bar, others);
            others.add(bar);
        }
        List<Place> arrays = arrays(gradient, arguments);
        for (int i = 0; i < arrays.size(); i++) {
            body.emit(ReferenceCode.check("checkBar", arrays.get(i), bars.get(i)));
        }
        if (bars.size() > arrays.size()) {
            Literal count = Literal.of(gradient.scalars().size());
            body.emit(ReferenceCode.check("checkBars", count, bars.get(arrays.size())));
        }
    }

    private void assign(Expression result, List<Place> bars, List<Place> arrays) {
        if (!result.type().isArray()) {
            body.emit(new Assign(new ArrayRead(bars.get(0), Literal.of(0)), result, body.origin()));
        } else if (bars.size() == 1) {
            body.emit(ReferenceCode.copy((Read) result, bars.get(0), body.origin()));
        } else {
            for (int i = 0; i < bars.size(); i++) {
                Expression start = GradientCall.start(arrays, i);
                body.emit(OutputCode.assignments((Read) result, start, bars.get(i), body.origin()));
            }
        }
    }

    private Expression value(
            MethodInvocationTree tree, GeneratedGradient gradient, Callee callee, List<Expression> arguments) {
        if (!visibility.isVisible(gradient.choice().method())) {
            throw body.reject(
                    DiagnosticCode.AD226, tree, gradient.name(), "the method, whose value is used, is private");
        }
        return calls.invoke(callee, arguments).orElseThrow();
    }

    private List<Place> arrays(GeneratedGradient gradient, List<Expression> arguments) {
        ExecutableElement method = gradient.choice().method();
        int first = Receivers.has(method) ? 1 : 0;
        return gradient.arrays().stream()
                .map(array ->
                        (Place) arguments.get(first + method.getParameters().indexOf(array)))
                .toList();
    }

    /** The type of the gradient in the representation. */
    private IrType gradientType(GeneratedGradient gradient, MethodInvocationTree tree) {
        List<VariableElement> independents = gradient.independents();
        return independents.size() == 1 ? body.irType(independents.get(0).asType(), tree) : OutputCode.VECTOR;
    }

    // ---- the method and its arguments ----

    private Callee callee(MethodInvocationTree tree, GeneratedGradient gradient) {
        ExecutableElement method = gradient.choice().method();
        if (!helpers.isDifferentiable(method)) {
            throw body.reject(DiagnosticCode.AD226, tree, gradient.name(), "a subclass may override the method");
        }
        Callee callee = helpers.external(method, calls.ref(method, tree), body.position(tree), Optional.empty());
        if (callee.method().returnType() != PrimitiveType.DOUBLE) {
            throw body.reject(DiagnosticCode.AD226, tree, gradient.name(), "the method does not return a double");
        }
        return callee;
    }

    /** The gradient as a callee; without second derivatives of the method, that of constants. */
    private Callee gradientOf(Callee callee, IrType type, MethodInvocationTree tree) {
        Callee gradient = callee.gradient(type);
        return callee.hasSecondOrder()
                ? gradient
                : gradient.constant(Diagnostic.of(
                        DiagnosticCode.AD225,
                        body.position(tree),
                        callee.method().name()));
    }

    /** The receiver and the arguments of the method, then the bars. */
    private List<Expression> arguments(MethodInvocationTree tree, GeneratedGradient gradient) {
        List<? extends ExpressionTree> trees = tree.getArguments();
        ExecutableElement method = gradient.choice().method();
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        int first = Receivers.has(method) ? 1 : 0;
        int end = trees.size() - gradient.barCount();
        if (first > 0) {
            parts.add(() -> List.of(expressions.records().calls().foreign().receiver(trees.get(0), method, tree)));
        }
        parts.addAll(expressions
                .arguments()
                .parts(
                        gradient.choice(),
                        trees.subList(first, end),
                        tree,
                        false,
                        (argument, parameter) ->
                                List.of(expressions.value(argument, body.irType(parameter.asType(), argument)))));
        trees.subList(end, trees.size())
                .forEach(bar -> parts.add(() -> List.of(expressions.arrays().place(bar))));
        List<Expression> arguments = expressions.inOrder(parts);
        arguments.forEach(value -> expressions.instances().rejectIndependents(value, tree));
        return arguments;
    }

    // ---- gradients of several parts ----

    /** A variable for each part of a gradient that is asked for. */
    private List<Local> parts(MethodInvocationTree tree, Set<String> asked) {
        GeneratedGradient gradient = typer.gradients().find(tree).orElseThrow();
        Callee callee = callee(tree, gradient);
        List<Expression> arguments = arguments(tree, gradient);
        Read vector = (Read) calls.invoke(gradientOf(callee, OutputCode.VECTOR, tree), arguments)
                .orElseThrow();
        List<Place> arrays = arrays(gradient, arguments);
        List<Local> parts = new ArrayList<>();
        for (VariableElement independent : gradient.independents()) {
            String name = independent.getSimpleName().toString();
            if (asked.contains(name)) {
                int array = gradient.arrays().indexOf(independent);
                Read part = array >= 0
                        ? part(vector, arrays, array, name, tree)
                        : body.bind(
                                nameOf(name),
                                new ArrayRead(
                                        vector,
                                        GradientCall.offset(
                                                arrays, gradient.scalars().indexOf(independent))));
                parts.add(new Local(name, independent.asType(), part.variable()));
            }
        }
        return parts;
    }

    /** The part of an array, in an array of its own. */
    private Read part(Read vector, List<Place> arrays, int index, String name, MethodInvocationTree tree) {
        Read part = zerosLike(arrays.get(index), nameOf(name), tree);
        body.emit(OutputCode.assignments(vector, GradientCall.start(arrays, index), part, body.origin()));
        return part;
    }

    private static String nameOf(String independent) {
        return independent + "Gradient";
    }

    /** A new array of the shape of another one. */
    private Read zerosLike(Place like, String name, MethodInvocationTree tree) {
        ArrayType type = (ArrayType) like.type();
        Variable array = new Variable(name, type);
        body.emit(new Declare(array, new NewArray(type, List.of(new Length(like))), body.origin()));
        if (type.rank() > 2) {
            throw body.reject(DiagnosticCode.AD226, tree, name, "it has three dimensions");
        } else if (type.rank() == 2) {
            Variable index = new Variable("i", PrimitiveType.INT);
            Variable row = new Variable(name + "Row", type.element());
            Length length = new Length(new ArrayRead(like, new Read(index)));
            Declare made = new Declare(row, new NewArray((ArrayType) row.type(), List.of(length)), body.origin());
            Assign stored = new Assign(new ArrayRead(new Read(array), new Read(index)), new Read(row), body.origin());
            body.emit(
                    new CountedLoop(index, Literal.of(0), new Length(like), 1, Block.of(made, stored), body.origin()));
        }
        return new Read(array);
    }
}
