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
import dev.pullback.processor.request.TypeMapping;
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
        for (ExecutableElement method : methods) {
            Optional<GeneratedGradient> found = gradient(method, intoBars, arguments);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The gradient of {@code method}, if the arguments fit: its receiver, its own, and the bars. */
    private Optional<GeneratedGradient> gradient(
            ExecutableElement method, boolean intoBars, List<TypeMirror> arguments) {
        List<VariableElement> independents = new CalleeReader(compiler.elements()).independents(method);
        OverloadResolver.Choice single = new OverloadResolver.Choice(method, false);
        GeneratedGradient gradient = new GeneratedGradient(single, independents, intoBars);
        int first = Receivers.has(method) ? 1 : 0;
        int bars = intoBars ? gradient.arrays().size() + (gradient.scalars().isEmpty() ? 0 : 1) : 0;
        if (arguments.size() < first + bars) {
            return Optional.empty();
        }
        List<TypeMirror> own = arguments.subList(first, arguments.size() - bars);
        return new OverloadResolver(compiler.types())
                .choose(List.of(method), own)
                .filter(choice -> !(choice.isVariableArity() && intoBars))
                .map(choice -> new GeneratedGradient(choice, independents, intoBars));
    }

    /** The type of the gradient that a call gives; that of an object has no name here. */
    Optional<TypeMirror> typeOf(GeneratedGradient gradient) {
        TypeMirror number = compiler.types().getPrimitiveType(TypeKind.DOUBLE);
        if (gradient.isObject()) {
            return Optional.empty();
        } else if (gradient.intoBars()) {
            return Optional.of(gradient.choice().method().getReturnType());
        }
        return Optional.of(
                gradient.independents().size() == 1
                        ? gradient.independents().get(0).asType()
                        : compiler.types().getArrayType(number));
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
