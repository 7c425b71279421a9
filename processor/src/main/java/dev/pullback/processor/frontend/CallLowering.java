package dev.pullback.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.OutputCode;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import dev.pullback.processor.request.RuleSignature;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Lowers calls: library methods with a rule are pure expressions, methods of the user's are statements, because they may write
 * to arrays. Everything else is refused with the way out.
 */
final class CallLowering {

    private static final String COMPUTE_OUTSIDE = "compute it outside and pass the value as a @Passive parameter";

    private static final String CHECK_IN_PASSIVE =
            "if it only checks its arguments, call it from a method of this class that is marked @Passive";

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final Helpers helpers;
    private final RecordCalls records;
    private final PassiveCalls passive;
    private final MethodReferences references;
    private @Nullable FunctionLowering functions;
    private @Nullable StreamLowering streams;
    private final GradientLowering gradients;

    CallLowering(
            BodyBuilder body,
            BodyTyper typer,
            ExpressionLowering expressions,
            Helpers helpers,
            PassiveCalls passive,
            Visibility visibility) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.helpers = helpers;
        this.records = expressions.records().calls();
        this.passive = passive;
        this.references = new MethodReferences(body, typer, expressions, helpers, this);
        this.gradients = new GradientLowering(body, typer, expressions, this, helpers, visibility);
    }

    /** Connects the visitor of functions, which hold statements with calls of their own. */
    void connect(FunctionLowering lowering) {
        this.functions = lowering;
        this.streams = new StreamLowering(body, typer, expressions, lowering);
    }

    /** The calls of gradients that are generated. */
    GradientLowering gradients() {
        return gradients;
    }

    MethodReferences references() {
        return references;
    }

    /** The result of a call. */
    Expression value(MethodInvocationTree tree) {
        return call(tree, true).orElseThrow(() -> body.reject(DiagnosticCode.AD305, tree, "a call without a result"));
    }

    /** A call as a statement. */
    void effect(MethodInvocationTree tree) {
        if (typer.isArrayClone(tree)) {
            throw body.reject(DiagnosticCode.AD207, tree, "an array that nobody uses");
        }
        if (expressions.arrays().copies().isWrite(tree)) {
            if (expressions.records().arrays().isWrite(tree)) {
                expressions.records().arrays().write(tree);
            } else {
                expressions.arrays().copies().write(tree);
            }
            return;
        } else if (streams().isSetAll(tree)) {
            streams().setAll(tree);
            return;
        }
        boolean isGradient = typer.gradients().find(tree).isPresent();
        if (!isGradient && records.handles(tree, typer.methodOf(tree).method())) {
            records.value(tree).forEach(this::keep);
        } else {
            call(tree, false).ifPresent(this::keep);
        }
    }

    /** A value that nobody reads may still throw. */
    private void keep(Expression unused) {
        if (!(unused instanceof Read)) {
            body.bind("unused", unused);
        }
    }

    private Optional<Expression> call(MethodInvocationTree tree, boolean isWanted) {
        Optional<Expression> gradient = gradients().value(tree, isWanted);
        if (gradient.isPresent()) {
            return gradient;
        }
        if (functions().isCall(tree)) {
            return functions().call(tree);
        } else if (streams().handles(tree)) {
            return streams().result(tree);
        }
        functions().rejectAsValues(tree);
        OverloadResolver.Choice choice = typer.methodOf(tree);
        ExecutableElement method = choice.method();
        if (records.handles(tree, method)) {
            return records.value(tree).stream().findFirst();
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Optional<Expression> receiver = isStatic || AnnotationValues.isPassive(method)
                ? Optional.empty()
                : expressions.instances().receiver(tree, method);
        Optional<Callee> ruled = helpers.ruled(method, () -> ref(method, tree));
        if (ruled.isPresent()) {
            return invoke(tree, receiver.or(() -> object(tree, method)), ruled.get(), choice);
        }
        boolean isHelper = isStatic ? helpers.isLocal(method) : receiver.isPresent();
        if (isHelper && helpers.isWritten(method) && !AnnotationValues.isPassive(method)) {
            return invoke(tree, receiver, helpers.local(method, body.position(tree)), choice);
        }
        passive.rejectChecked(tree, method);
        if (helpers.isDifferentiable(method)) {
            Callee callee = helpers.external(method, ref(method, tree), body.position(tree), Optional.empty());
            if (callee.method().returnType() == PrimitiveType.VOID
                    && callee.outputs().isEmpty()) {
                throw body.reject(DiagnosticCode.AD120, tree, callee.method().name());
            }
            return invoke(tree, object(tree, method), callee, choice);
        }
        Optional<Callee> overwriting = overwriting(tree, method);
        if (overwriting.isPresent()) {
            return invoke(tree, Optional.empty(), overwriting.get(), choice);
        }
        Optional<Expression> function =
                isStatic ? function(tree, method, ref -> arguments(tree, ref)) : Optional.empty();
        if (function.isPresent()) {
            return function;
        } else if (isWanted) {
            return passive.value(tree, method, refusal(tree, method));
        }
        passive.effect(tree, method, refusal(tree, method));
        return Optional.empty();
    }

    /** The passive object that a method is called on. */
    Optional<Expression> object(MethodInvocationTree tree, ExecutableElement method) {
        return Receivers.has(method) ? Optional.of(passive.receiver(tree, method)) : Optional.empty();
    }

    private Optional<Expression> invoke(
            MethodInvocationTree tree, Optional<Expression> receiver, Callee callee, OverloadResolver.Choice choice) {
        List<Expression> arguments = new ArrayList<>();
        receiver.ifPresent(arguments::add);
        if (callee.isLocal()) {
            arguments.addAll(expressions.instances().fields(choice.method()));
        }
        List<Supplier<List<Expression>>> parts = expressions
                .arguments()
                .parts(
                        choice,
                        tree.getArguments(),
                        tree,
                        true,
                        (argument, parameter) ->
                                List.of(expressions.value(argument, body.irType(parameter.asType(), argument))));
        arguments.addAll(expressions.inOrder(parts));
        expressions.arguments().requireReader(choice, arguments, changed(callee), tree);
        if (!callee.isLocal()) {
            arguments.forEach(value -> expressions.instances().rejectIndependents(value, tree));
        }
        if (helpers.isResultInArray(callee)) {
            Read result = body.declareArray("result", ResultInArray.TYPE, List.of(Literal.ZERO));
            arguments.add(result);
            overwrite(tree, callee, arguments);
            return Optional.of(body.bind(callee.method().name(), new ArrayRead(result, Literal.of(0))));
        }
        for (int index : helpers.effects(callee).written()) {
            Variable array = ((Place) arguments.get(index)).root();
            if (body.isStatic(array)) {
                throw body.reject(DiagnosticCode.AD215, tree, array.name());
            }
        }
        return invoke(tree, callee, arguments);
    }

    /** The parameters whose arrays a method overwrites or returns. */
    private Set<Integer> changed(Callee callee) {
        HelperEffects effects = helpers.effects(callee);
        Set<Integer> changed = new HashSet<>(effects.written());
        changed.addAll(callee.outputs());
        effects.returned().ifPresent(changed::add);
        return changed;
    }

    /** The result of a call of the user's method, if it has one; what it overwrites is assigned behind it. */
    Optional<Expression> invoke(MethodInvocationTree tree, Callee callee, List<Expression> arguments) {
        if (!callee.outputs().isEmpty()) {
            overwrite(tree, callee, arguments);
            return Optional.empty();
        }
        return invoke(callee, arguments);
    }

    /** A call that overwrites arguments: what they hold after it is assigned to them. */
    private void overwrite(MethodInvocationTree tree, Callee callee, List<Expression> arguments) {
        for (int index : callee.outputs()) {
            Place output = (Place) arguments.get(index);
            List<Expression> others = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (i != index && !(callee.outputs().contains(i) && i < index)) {
                    others.add(arguments.get(i));
                }
            }
            requireOwn(tree, callee.method().name(), output, others);
        }
        String name = callee.method().name() + "Results";
        Invoke invoke = new Invoke(Variable.temporary(name, callee.resultType()), callee, arguments, body.origin());
        body.emit(invoke);
        List<Place> outputs = OutputCode.outputs(invoke);
        for (int i = 0; i < outputs.size(); i++) {
            Expression offset = OutputCode.offset(outputs.subList(0, i));
            body.emit(OutputCode.assignments(new Read(invoke.variable()), offset, outputs.get(i), body.origin()));
        }
    }

    /** Rejects a call that overwrites a static array, or an array that is another argument, as far as that is known before it runs. */
    void requireOwn(MethodInvocationTree tree, String callee, Place output, List<? extends Expression> others) {
        if (body.isStatic(output.root())) {
            throw body.reject(DiagnosticCode.AD215, tree, output.root().name());
        }
        for (Expression other : others) {
            if (!(other.type() instanceof ArrayType type) || type.scalar() != PrimitiveType.DOUBLE) {
                continue;
            } else if (other.equals(output)) {
                throw body.reject(DiagnosticCode.AD244, tree, output.root().name(), callee);
            }
            if (!body.areDistinct(output.root(), ((Place) other).root())) {
                body.emit(ReferenceCode.distinct(output, (Place) other));
            }
        }
    }

    /** The result of a call of the user's method, if it has one. */
    Optional<Expression> invoke(Callee callee, List<Expression> arguments) {
        MethodRef method = callee.method();
        HelperEffects effects = helpers.effects(callee);
        if (method.returnType() == PrimitiveType.VOID) {
            body.emit(new Invoke(null, callee, arguments, body.origin()));
            return Optional.empty();
        }
        Variable result = Variable.temporary(method.name(), callee.resultType());
        body.emit(new Invoke(result, callee, arguments, body.origin()));
        effects.returned().ifPresent(index -> body.alias(result, ((Place) arguments.get(index)).root()));
        if (effects.returnsStatic()) {
            body.aliasStatic(result);
        }
        return Optional.of(new Read(result));
    }

    private List<Expression> arguments(MethodInvocationTree tree, MethodRef ref) {
        return expressions.values(tree.getArguments(), ref.parameterTypes());
    }

    // ---- library methods ----

    /** A method of a library that overwrites an array of numbers. */
    private Optional<Callee> overwriting(MethodInvocationTree tree, ExecutableElement method) {
        boolean isPossible = method.getReturnType().getKind() == TypeKind.VOID
                && method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().stream()
                        .allMatch(parameter ->
                                TypeMapping.irType(parameter.asType()).isPresent())
                && !method.getParameters().isEmpty()
                && method.getTypeParameters().isEmpty();
        return isPossible ? helpers.rules().overwriting(ref(method, tree)) : Optional.empty();
    }

    /** A function of numbers that has a rule or needs none. */
    Optional<Expression> function(
            Tree tree, ExecutableElement method, Function<MethodRef, List<Expression>> arguments) {
        String owner = Helpers.ownerName(method);
        if (PureMethods.isNondeterministic(owner, method.getSimpleName().toString())) {
            throw body.reject(DiagnosticCode.AD222, tree, owner + "." + method.getSimpleName());
        }
        if (!isOfSubset(method)) {
            return Optional.empty();
        }
        MethodRef ref = ref(method, tree);
        Optional<MethodRef> inDouble = PureMethods.inDouble(ref);
        if (inDouble.isPresent()) {
            List<Expression> widened = arguments.apply(ref).stream()
                    .map(argument -> expressions.widen(argument, PrimitiveType.DOUBLE, tree))
                    .toList();
            return Optional.of(new Cast(ref.returnType(), new Call(inDouble.get(), widened)));
        }
        return helpers.rules().hasRule(ref) || PureMethods.isPassive(ref)
                ? Optional.of(new Call(ref, arguments.apply(ref)))
                : Optional.empty();
    }

    /** What to say when an argument of a call that is not differentiated carries a derivative. */
    private Diagnostic refusal(MethodInvocationTree tree, ExecutableElement method) {
        TreePosition position = body.position(tree);
        if (AnnotationValues.isGenerated(RequestReader.declaringType(method))) {
            return Diagnostic.of(DiagnosticCode.AD224, position, Helpers.ownerName(method));
        } else if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Diagnostic.of(DiagnosticCode.AD220, position, method.getSimpleName());
        } else if (helpers.isSource(method)) {
            String name = Helpers.ownerName(method) + "." + method.getSimpleName();
            return Diagnostic.of(DiagnosticCode.AD221, position, name);
        }
        Optional<String> reason =
                isOfSubset(method) ? helpers.rules().reasonAgainst(ref(method, tree)) : Optional.empty();
        return reason.map(because -> Diagnostic.of(DiagnosticCode.AD403, position, signature(method), because))
                .orElseGet(() -> Diagnostic.of(DiagnosticCode.AD401, position, signature(method), rule(method)));
    }

    private static boolean isOfSubset(ExecutableElement method) {
        return !method.isVarArgs()
                && isScalar(method.getReturnType().getKind())
                && method.getParameters().stream()
                        .allMatch(parameter -> isScalar(parameter.asType().getKind()));
    }

    private static boolean isScalar(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    MethodRef ref(ExecutableElement method, Tree tree) {
        if (hasRecords(method)) {
            throw body.reject(DiagnosticCode.AD219, tree, method.getSimpleName(), "it takes or gives records");
        }
        List<IrType> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(body.irType(parameter.asType(), tree));
        }
        boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
        IrType returnType = isVoid ? PrimitiveType.VOID : body.irType(method.getReturnType(), tree);
        return new MethodRef(
                Helpers.ownerName(method),
                method.getSimpleName().toString(),
                parameters,
                returnType,
                method.getModifiers().contains(Modifier.STATIC));
    }

    private static boolean hasRecords(ExecutableElement method) {
        return RecordShape.of(method.getReturnType()).isPresent()
                || method.getParameters().stream()
                        .anyMatch(
                                parameter -> RecordShape.ofParameter(parameter).isPresent());
    }

    private static String signature(ExecutableElement method) {
        return Helpers.ownerName(method) + "." + method.getSimpleName() + "("
                + method.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** How to write the rule, where one can be written. */
    private static String rule(ExecutableElement method) {
        if (method.getSimpleName().contentEquals("sort")) {
            return "sort a double[] by Arrays.sort, or find the order outside and pass it as an int[] parameter";
        }
        String owner = Helpers.ownerName(method);
        boolean isPlatform = owner.startsWith("java.") || owner.startsWith("javax.");
        String annotate = isPlatform ? "" : "annotate it with @Differentiable if it is yours, or ";
        return RuleSignature.pullbackOf(method)
                .map(rule -> annotate + "write the rule in this class: " + rule)
                .orElse(method.getReturnType().getKind() == TypeKind.VOID ? CHECK_IN_PASSIVE : COMPUTE_OUTSIDE);
    }

    private FunctionLowering functions() {
        return Objects.requireNonNull(functions, "not connected");
    }

    private StreamLowering streams() {
        return Objects.requireNonNull(streams, "not connected");
    }
}
