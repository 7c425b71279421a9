package dev.pullback.processor.request;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A differentiable method of another class as its callers see it. Only its declaration is read, so that a class file serves as
 * well as source, and a change of the callee's body never makes callers stale.
 */
public final class CalleeReader {

    private final Elements elements;

    public CalleeReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * The callee behind {@code method}, or nothing when it is not annotated, or when {@code wrt} or {@code outputs} name
     * parameters whose names the class file lacks.
     */
    public Optional<Callee> read(ExecutableElement method, MethodRef ref) {
        return read(method, ref, Optional.empty());
    }

    /**
     * The same for a call on a record of which the caller knows the components.
     *
     * @param receiver how the object that the method is called on is taken apart, if it is
     */
    public Optional<Callee> read(ExecutableElement method, MethodRef ref, Optional<RecordShape> receiver) {
        Optional<AnnotationMirror> annotation = AnnotationValues.differentiable(method);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wrt = names(AnnotationValues.wrt(annotation.get()));
        Set<String> outputs = names(AnnotationValues.outputs(annotation.get()));
        Set<String> names = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.toSet());
        boolean isKnown = wrt.stream().allMatch(name -> names.contains(name) || OwnFields.isField(method, name));
        if (!isKnown || !names.containsAll(outputs)) {
            return Optional.empty();
        }
        return Optional.of(new Callee(
                ref,
                derivativesName(method),
                independents(method, wrt, receiver),
                outputs(method, outputs, receiver),
                Optional.empty(),
                forms(method, annotation.get(), receiver),
                records(method, receiver)));
    }

    /** One entry per argument of a call, as the representation has it: of a record, one per component. */
    private List<Boolean> independents(ExecutableElement method, Set<String> wrt, Optional<RecordShape> receiver) {
        List<Boolean> independents = new ArrayList<>();
        Set<String> fields = OwnFields.of(elements, method).stream()
                .map(field -> field.element().getSimpleName().toString())
                .collect(Collectors.toSet());
        receiver.ifPresent(shape -> shape.leaves()
                .forEach(leaf -> independents.add(leaf.path().size() == 1 && fields.contains(leaf.name()))));
        if (receiver.isEmpty() && Receivers.has(method)) {
            independents.add(false);
        }
        for (VariableElement parameter : method.getParameters()) {
            boolean isIndependent = isIndependent(parameter, wrt);
            RecordShape.ofParameter(parameter)
                    .ifPresentOrElse(
                            shape -> shape.leaves()
                                    .forEach(leaf -> independents.add(
                                            isIndependent && leaf.type().isDifferentiable())),
                            () -> independents.add(isIndependent));
        }
        return independents;
    }

    /**
     * The parameters that could carry derivatives but stand neither in {@code wrt} nor behind {@code @Passive}, by the places of
     * their arguments in the representation.
     */
    public Map<Integer, VariableElement> leftOut(ExecutableElement method, Optional<RecordShape> receiver) {
        List<VariableElement> independents = independents(method);
        Map<Integer, VariableElement> result = new LinkedHashMap<>();
        int at = receiver.map(RecordShape::size).orElse(Receivers.has(method) ? 1 : 0);
        for (VariableElement parameter : method.getParameters()) {
            int next = at
                    + RecordShape.ofParameter(parameter).map(RecordShape::size).orElse(1);
            boolean isLeftOut = Independents.isDifferentiable(parameter)
                    && !AnnotationValues.isPassive(parameter)
                    && !independents.contains(parameter);
            for (int i = at; isLeftOut && i < next; i++) {
                result.put(i, parameter);
            }
            at = next;
        }
        return result;
    }

    /** The parameters that an annotated method is differentiated with respect to. */
    public List<VariableElement> independents(ExecutableElement method) {
        Set<String> wrt = names(
                AnnotationValues.wrt(AnnotationValues.differentiable(method).orElseThrow()));
        return method.getParameters().stream()
                .filter(parameter -> isIndependent(parameter, wrt))
                .<VariableElement>map(parameter -> parameter)
                .toList();
    }

    /** Whether an annotated method is differentiated with respect to a parameter. */
    boolean isIndependent(ExecutableElement method, int parameter) {
        return independents(method).contains(method.getParameters().get(parameter));
    }

    private static boolean isIndependent(VariableElement parameter, Set<String> wrt) {
        return Independents.isDifferentiable(parameter)
                && !AnnotationValues.isPassive(parameter)
                && (wrt.isEmpty() || wrt.contains(parameter.getSimpleName().toString()));
    }

    private RecordSignature records(ExecutableElement method, Optional<RecordShape> receiver) {
        String derivatives = derivativesName(method);
        List<Optional<RecordParameter>> arguments = new ArrayList<>();
        if (Receivers.has(method)) {
            arguments.add(receiver.map(shape -> shape.parameter("receiver", derivatives)));
        }
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            arguments.add(RecordShape.ofParameter(parameter).map(shape -> shape.parameter(name, derivatives)));
        }
        Optional<RecordParameter> result =
                RecordShape.ofObject(method.getReturnType()).map(shape -> shape.parameter("resultBar", derivatives));
        RecordSignature records = new RecordSignature(arguments, result, Set.of());
        return records.hasRecords() ? records : RecordSignature.NONE;
    }

    private static Set<String> names(List<AnnotationValue> values) {
        return values.stream().map(value -> String.valueOf(value.getValue())).collect(Collectors.toSet());
    }

    private static List<Integer> outputs(ExecutableElement method, Set<String> names, Optional<RecordShape> receiver) {
        List<Integer> outputs = new ArrayList<>();
        int at = receiver.map(RecordShape::size).orElse(Receivers.has(method) ? 1 : 0);
        for (VariableElement parameter : method.getParameters()) {
            if (names.contains(parameter.getSimpleName().toString())) {
                outputs.add(at);
            }
            at += RecordShape.ofParameter(parameter).map(RecordShape::size).orElse(1);
        }
        return outputs;
    }

    /** The forms that the method's generated class has and callers can use: with records they cannot call pushforwards. */
    private static Set<DerivativeForm> forms(
            ExecutableElement method, AnnotationMirror annotation, Optional<RecordShape> receiver) {
        Set<DerivativeForm> forms = DerivativeForm.of(AnnotationValues.derivatives(method, annotation));
        boolean hasRecords = receiver.isPresent()
                || RecordShape.of(method.getReturnType()).isPresent()
                || method.getParameters().stream()
                        .anyMatch(
                                parameter -> RecordShape.ofParameter(parameter).isPresent());
        if (hasRecords) {
            forms.retainAll(Set.of(DerivativeForm.HESSIAN_VECTOR, DerivativeForm.THIRD_ORDER, DerivativeForm.TAYLOR));
        }
        return forms;
    }

    /**
     * Whether the method's generated class, if it is compiled already, says that the method overwrites arguments that it does
     * not name as outputs: the pullback then has another name.
     */
    public boolean isInPlace(ExecutableElement method) {
        TypeElement derivatives = elements.getTypeElement(derivativesName(method));
        if (derivatives == null) {
            return false;
        }
        String name = method.getSimpleName() + "PullbackInPlace";
        List<String> types = new ArrayList<>(types(method));
        if (Receivers.has(method)) {
            types.add(0, RequestReader.declaringType(method).asType().toString());
        }
        return ElementFilter.methodsIn(derivatives.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .map(CalleeReader::types)
                .anyMatch(candidate -> candidate.size() > types.size()
                        && candidate.subList(0, types.size()).equals(types));
    }

    private static List<String> types(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
    }

    /** Canonical name of the class that holds the method's derivatives. */
    String derivativesName(ExecutableElement method) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        String simpleName = RequestReader.enclosingTypes(method).stream()
                        .map(TypeElement::getSimpleName)
                        .collect(Collectors.joining("_"))
                + "Derivatives";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
