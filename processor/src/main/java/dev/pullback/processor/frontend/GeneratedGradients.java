package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.CalleeReader;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RequestReader;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Calls like {@code OuterDerivatives.fGradient(x)}. The class may not be generated yet, so what they mean is worked out from the
 * method {@code f}, whether it is there or not.
 */
final class GeneratedGradients {

    private static final String GRADIENT = "Gradient";
    private static final String INTO_BARS = "ValueAndGradient";

    private final CompilerAccess compiler;
    private final SymbolResolver symbols;
    private final BodyTyper typer;

    GeneratedGradients(CompilerAccess compiler, SymbolResolver symbols, BodyTyper typer) {
        this.compiler = compiler;
        this.symbols = symbols;
        this.typer = typer;
    }

    /** The gradient that an expression computes, if it is the call of one. */
    Optional<GeneratedGradient> find(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (!(bare instanceof MethodInvocationTree call)) {
            return Optional.empty();
        }
        String name = simpleName(call.getMethodSelect());
        boolean intoBars = name.endsWith(INTO_BARS);
        if (!name.endsWith(GRADIENT)) {
            return Optional.empty();
        }
        String primal = name.substring(0, name.length() - (intoBars ? INTO_BARS : GRADIENT).length());
        Optional<GeneratedGradient> found =
                symbols.derivedClass(call.getMethodSelect()).flatMap(type -> gradient(type, primal, intoBars, call));
        found.ifPresent(gradient -> requireNumbers(gradient, call));
        return found;
    }

    private void requireNumbers(GeneratedGradient gradient, MethodInvocationTree call) {
        boolean isOfNumbers = gradient.independents().stream()
                        .flatMap(independent -> TypeMapping.irType(independent.asType()).stream())
                        .filter(type -> type instanceof ArrayType array
                                ? array.scalar() == PrimitiveType.DOUBLE
                                : type == PrimitiveType.DOUBLE)
                        .count()
                == gradient.independents().size();
        if (!isOfNumbers) {
            throw symbols.wrongGradient(call, gradient.name(), "it is not one with respect to double and arrays of it");
        }
    }

    private static String simpleName(ExpressionTree select) {
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select instanceof IdentifierTree identifier
                        ? identifier.getName().toString()
                        : "";
    }

    private Optional<GeneratedGradient> gradient(
            TypeElement type, String name, boolean intoBars, MethodInvocationTree call) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && AnnotationValues.differentiable(method).isPresent())
                .toList();
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        List<TypeMirror> arguments = call.getArguments().stream()
                .map(argument -> typer.typeOf(argument))
                .toList();
        List<GeneratedGradient> fitting = methods.stream()
                .flatMap(method -> gradient(method, intoBars, arguments).stream())
                .toList();
        return fitting.stream()
                .filter(each -> fitting.stream().allMatch(other -> isAtLeastAsSpecific(each, other)))
                .findFirst();
    }

    /** Whether the other one could be called with the parameters of the one. */
    private boolean isAtLeastAsSpecific(GeneratedGradient one, GeneratedGradient other) {
        return one.equals(other)
                || gradient(other.choice().method(), other.intoBars(), parameterTypes(one))
                        .isPresent();
    }

    private List<TypeMirror> parameterTypes(GeneratedGradient gradient) {
        ExecutableElement method = gradient.choice().method();
        List<TypeMirror> types = new ArrayList<>();
        if (Receivers.has(method)) {
            types.add(RequestReader.declaringType(method).asType());
        }
        method.getParameters().forEach(parameter -> types.add(parameter.asType()));
        if (gradient.intoBars()) {
            gradient.arrays().forEach(array -> types.add(array.asType()));
            gradient.scalars().stream().limit(1).forEach(scalar -> types.add(vector()));
        }
        return types;
    }

    private TypeMirror vector() {
        return compiler.types().getArrayType(compiler.types().getPrimitiveType(TypeKind.DOUBLE));
    }

    /** The gradient of {@code method}, if the arguments fit: its receiver, its own, and the bars. */
    private Optional<GeneratedGradient> gradient(
            ExecutableElement method, boolean intoBars, List<TypeMirror> arguments) {
        List<VariableElement> independents = new CalleeReader(compiler.elements()).independents(method);
        GeneratedGradient gradient =
                new GeneratedGradient(new OverloadResolver.Choice(method, false), independents, intoBars);
        int first = Receivers.has(method) ? 1 : 0;
        int end = arguments.size() - gradient.barCount();
        return end < first
                ? Optional.empty()
                : new OverloadResolver(compiler.types())
                        .choose(List.of(method), arguments.subList(first, end))
                        .filter(choice -> !(choice.isVariableArity() && intoBars))
                        .map(choice -> new GeneratedGradient(choice, independents, intoBars));
    }

    /** The type of the gradient that a call gives; that of an object has no name here. */
    Optional<TypeMirror> typeOf(GeneratedGradient gradient) {
        if (gradient.isObject()) {
            return Optional.empty();
        } else if (gradient.intoBars()) {
            return Optional.of(gradient.choice().method().getReturnType());
        }
        return Optional.of(
                gradient.independents().size() == 1
                        ? gradient.independents().get(0).asType()
                        : vector());
    }

    /** The type of the part of a gradient that a call gives, if it is such a call. */
    Optional<TypeMirror> partType(MethodInvocationTree tree) {
        return partOfCall(tree)
                .map(VariableElement::asType)
                .or(() -> partOfVariable(tree).map(Local::type));
    }

    /** The part of a gradient that is asked for where the gradient is computed. */
    Optional<VariableElement> partOfCall(MethodInvocationTree tree) {
        return tree.getArguments().isEmpty() && tree.getMethodSelect() instanceof MemberSelectTree select
                ? find(select.getExpression())
                        .filter(GeneratedGradient::isObject)
                        .flatMap(gradient -> gradient.independents().stream()
                                .filter(independent ->
                                        independent.getSimpleName().equals(select.getIdentifier()))
                                .findFirst())
                : Optional.empty();
    }

    /** The call that computes the gradient of which {@code part} gives a part. */
    MethodInvocationTree computation(MethodInvocationTree part) {
        ExpressionTree receiver = ((MemberSelectTree) part.getMethodSelect()).getExpression();
        return (MethodInvocationTree) ExpressionLowering.withoutParentheses(receiver);
    }

    /** The part of a gradient that a variable holds, if a call is one of its accessors. */
    Optional<Local> partOfVariable(MethodInvocationTree tree) {
        return tree.getMethodSelect() instanceof MemberSelectTree select
                        && ExpressionLowering.withoutParentheses(select.getExpression()) instanceof IdentifierTree name
                ? symbols.scope()
                        .find(name.getName().toString())
                        .filter(Local::isGradient)
                        .flatMap(local -> local.component(select.getIdentifier()))
                : Optional.empty();
    }
}
