package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * What rules for a method look like.
 *
 * @param arguments types of the receiver, if there is one, and the parameters
 * @param independents for each of them, whether the rule gives a derivative
 * @param result the type of the method's result
 */
public record RuleSignature(List<IrType> arguments, List<Boolean> independents, IrType result) {

    private static final IrType SCALAR_BARS = new ArrayType(PrimitiveType.DOUBLE);

    /**
     * Of the method, every real argument independent but for what a rule says is passive; nothing if no rule can be written for
     * it. A pullback without a result has one.
     */
    static Optional<RuleSignature> of(ExecutableElement method) {
        List<IrType> arguments = new ArrayList<>();
        List<Boolean> independents = new ArrayList<>();
        if (Receivers.has(method)) {
            Optional<IrType> receiver = Receivers.type(method);
            if (receiver.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(receiver.get());
            independents.add(false);
        }
        for (VariableElement parameter : method.getParameters()) {
            Optional<IrType> type = TypeMapping.valueType(parameter.asType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(type.get());
            independents.add(
                    type.get().isDifferentiable() && !(isRule(method) && AnnotationValues.isPassive(parameter)));
        }
        Optional<IrType> result = method.getReturnType().getKind() == TypeKind.VOID
                ? Optional.<IrType>of(PrimitiveType.VOID).filter(type -> isRule(method))
                : TypeMapping.irType(method.getReturnType()).filter(IrType::isDifferentiable);
        return result.filter(type -> independents.contains(true))
                .map(type -> new RuleSignature(arguments, independents, type));
    }

    /** Whether the method is a rule itself, whose constants and bars are settled. */
    static boolean isRule(ExecutableElement method) {
        return AnnotationValues.derivativeOf(method).isPresent();
    }

    /** Whether the method may have a rule of this kind: a pullback without a result is known by its pushforward only. */
    boolean allows(boolean isForward) {
        return isForward || result != PrimitiveType.VOID;
    }

    /** The pushforward of a rule, ready to be completed. */
    static String pushforwardOf(ExecutableElement rule) {
        return of(rule).map(signature -> signature.text(rule, true)).orElse("");
    }

    /** With the independents that a rule chooses. */
    RuleSignature with(List<Boolean> chosen) {
        return new RuleSignature(arguments, chosen, result);
    }

    /** What follows the arguments of a pullback, the primal's result aside. */
    List<IrType> seedAndBars() {
        List<IrType> types = new ArrayList<>(List.of(result));
        if (!hasOneScalar()) {
            types.addAll(independentTypes().stream().filter(IrType::isArray).toList());
            if (independentTypes().stream().anyMatch(IrType::isReal)) {
                types.add(SCALAR_BARS);
            }
        }
        return types;
    }

    /** The result of a pullback. */
    IrType pullbackResult() {
        return hasOneScalar() ? independentTypes().get(0) : PrimitiveType.VOID;
    }

    /** The tangents of a pushforward. */
    List<IrType> dots() {
        return independentTypes();
    }

    private boolean hasOneScalar() {
        return independentTypes().size() == 1 && independentTypes().get(0).isReal();
    }

    private List<IrType> independentTypes() {
        List<IrType> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (independents.get(i)) {
                types.add(arguments.get(i));
            }
        }
        return types;
    }

    /** The rule for a method, ready to be completed. */
    public static Optional<String> pullbackOf(ExecutableElement method) {
        return of(method).map(signature -> signature.text(method, false));
    }

    /** The rule as Java, with the names that the method's source gives to its parameters. */
    String text(ExecutableElement method, boolean isForward) {
        List<String> names = new ArrayList<>();
        if (Receivers.has(method)) {
            names.add(Receivers.variable(method, arguments.get(0)).name());
        }
        method.getParameters()
                .forEach(parameter -> names.add(parameter.getSimpleName().toString()));
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.add(arguments.get(i) + " " + names.get(i));
        }
        parameters.addAll(isForward ? named(names, "Dot") : seedAndBars(names));
        String name = method.getSimpleName() + (isForward ? "Pushforward" : "Pullback");
        return "@DerivativeOf(type = "
                + RequestReader.declaringType(method).getQualifiedName() + ".class, method = \""
                + method.getSimpleName() + "\"" + (isForward ? ", forward = true" : "") + ") static "
                + (isForward ? result : pullbackResult()) + " " + name
                + parameters.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private List<String> seedAndBars(List<String> names) {
        List<String> parameters = new ArrayList<>(List.of(result + " resultBar"));
        if (!hasOneScalar()) {
            named(names, "Bar").stream()
                    .filter(parameter -> parameter.contains("[]"))
                    .forEach(parameters::add);
            if (independentTypes().stream().anyMatch(IrType::isReal)) {
                parameters.add(SCALAR_BARS + " scalarBars");
            }
        }
        return parameters;
    }

    private List<String> named(List<String> names, String suffix) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (independents.get(i)) {
                parameters.add(arguments.get(i) + " " + names.get(i) + suffix);
            }
        }
        return parameters;
    }
}
