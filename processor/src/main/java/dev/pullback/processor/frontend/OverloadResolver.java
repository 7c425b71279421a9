package dev.pullback.processor.frontend;

import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ReferenceType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses among overloads as the language does (JLS 15.12.2): first by subtyping and primitive widening, then with boxing, then
 * with variable arity, and within a phase the most specific one. Type parameters count as their bounds, which is exact for the
 * methods of the subset, as those have none.
 */
final class OverloadResolver {

    /**
     * The method that a call means.
     *
     * @param method the chosen overload
     * @param isVariableArity whether the arguments have to be packed into an array
     */
    record Choice(ExecutableElement method, boolean isVariableArity) {}

    private enum Phase {
        STRICT,
        LOOSE,
        VARIABLE_ARITY
    }

    private final Types types;

    OverloadResolver(Types types) {
        this.types = types;
    }

    /** The method among {@code candidates} that arguments of these types call; nothing when none or several fit. */
    Optional<Choice> choose(List<ExecutableElement> candidates, List<TypeMirror> arguments) {
        for (Phase phase : Phase.values()) {
            List<ExecutableElement> applicable = candidates.stream()
                    .filter(method -> isApplicable(method, arguments, phase))
                    .toList();
            if (!applicable.isEmpty()) {
                return mostSpecific(applicable, arguments.size(), phase)
                        .map(method -> new Choice(method, phase == Phase.VARIABLE_ARITY));
            }
        }
        return Optional.empty();
    }

    private boolean isApplicable(ExecutableElement method, List<TypeMirror> arguments, Phase phase) {
        if (phase == Phase.VARIABLE_ARITY
                ? !method.isVarArgs()
                        || arguments.size() < method.getParameters().size() - 1
                : arguments.size() != method.getParameters().size()) {
            return false;
        }
        List<TypeMirror> parameters = parameterTypes(method, arguments.size(), phase);
        for (int i = 0; i < arguments.size(); i++) {
            if (!accepts(parameters.get(i), arguments.get(i), phase)) {
                return false;
            }
        }
        return true;
    }

    private boolean accepts(TypeMirror parameter, TypeMirror argument, Phase phase) {
        if (argument.getKind() == TypeKind.NULL) {
            return !parameter.getKind().isPrimitive();
        }
        boolean crossesBoxing =
                parameter.getKind().isPrimitive() != argument.getKind().isPrimitive();
        if (phase == Phase.STRICT && crossesBoxing) {
            return false;
        }
        return types.isAssignable(argument, parameter);
    }

    private List<TypeMirror> parameterTypes(ExecutableElement method, int arity, Phase phase) {
        List<TypeMirror> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(types.erasure(parameter.asType()));
        }
        if (phase == Phase.VARIABLE_ARITY) {
            TypeMirror last = parameters.remove(parameters.size() - 1);
            TypeMirror element = ((ArrayType) last).getComponentType();
            while (parameters.size() < arity) {
                parameters.add(element);
            }
        }
        return parameters;
    }

    private Optional<ExecutableElement> mostSpecific(List<ExecutableElement> applicable, int arity, Phase phase) {
        List<ExecutableElement> maximal = applicable.stream()
                .filter(method ->
                        applicable.stream().allMatch(other -> isAtLeastAsSpecific(method, other, arity, phase)))
                .toList();
        return maximal.size() < 2 ? maximal.stream().findFirst() : inherited(maximal);
    }

    /**
     * Among methods of one signature, which a type inherits from several others, the one with a body, or else one whose result is
     * one of all others', too (JLS 15.12.2.5). Interfaces do not inherit what is protected in {@code Object}.
     */
    private Optional<ExecutableElement> inherited(List<ExecutableElement> methods) {
        List<ExecutableElement> declared = methods.stream()
                .filter(method -> !method.getModifiers().contains(Modifier.PROTECTED)
                        || methods.stream().noneMatch(OverloadResolver::isOfInterface))
                .toList();
        List<ExecutableElement> concrete = declared.stream()
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT) && !method.isDefault())
                .toList();
        return concrete.size() == 1
                ? concrete.stream().findFirst()
                : declared.stream()
                        .filter(method -> declared.stream().allMatch(other -> hasResultOf(method, other)))
                        .findFirst();
    }

    private static boolean isOfInterface(ExecutableElement method) {
        return RequestReader.declaringType(method).getKind().isInterface();
    }

    private boolean hasResultOf(ExecutableElement method, ExecutableElement other) {
        TypeMirror result = method.getReturnType();
        TypeMirror others = other.getReturnType();
        return types.isSameType(result, others)
                || result instanceof ReferenceType
                        && others instanceof ReferenceType
                        && types.isSubtype(types.erasure(result), types.erasure(others));
    }

    private boolean isAtLeastAsSpecific(ExecutableElement method, ExecutableElement other, int arity, Phase phase) {
        List<TypeMirror> parameters = parameterTypes(method, arity, phase);
        List<TypeMirror> otherParameters = parameterTypes(other, arity, phase);
        for (int i = 0; i < arity; i++) {
            if (!types.isSubtype(parameters.get(i), otherParameters.get(i))) {
                return false;
            }
        }
        return true;
    }
}
