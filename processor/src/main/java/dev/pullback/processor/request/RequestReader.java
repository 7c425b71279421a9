package dev.pullback.processor.request;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.TupleType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Reads an annotated method's signature and its annotation. All errors of a method are reported, and whenever the signature
 * can be expressed at all there is a request, so that stubs can stand in for the derivatives.
 */
public final class RequestReader {

    /** If the first part is such a one, classes are named in full, which is right for packages, too. */
    private static final Pattern CAPITALISED_PART = Pattern.compile("^\\P{Lu}.*\\.\\p{Lu}");

    private static final Set<String> UNCHECKED = Set.of("java.lang.RuntimeException", "java.lang.Error");

    private final Elements elements;

    public RequestReader(Elements elements) {
        this.elements = elements;
    }

    /** The type in the method's signature that does not exist (yet), if there is one. */
    public static Optional<TypeMirror> unresolvedType(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>();
        types.add(method.getReturnType());
        method.getParameters().forEach(parameter -> types.add(parameter.asType()));
        return types.stream()
                .map(RequestReader::scalar)
                .filter(type -> type.getKind() == TypeKind.ERROR)
                .findFirst();
    }

    private static TypeMirror scalar(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                ? scalar(((javax.lang.model.type.ArrayType) type).getComponentType())
                : type;
    }

    /** The request of a method, or nothing when its derivatives would have no signature. Errors go to {@code sink}. */
    public Optional<DifferentiationRequest> read(ExecutableElement method, DiagnosticSink sink) {
        AnnotationMirror annotation = AnnotationValues.differentiable(method)
                .orElseThrow(() -> new IllegalArgumentException("not annotated: " + method));
        Object position = new ElementPosition(method, annotation, null);
        boolean isNameable = checkPlace(method, position, sink);
        checkKind(method, position, sink);
        Set<String> outputs = new Outputs(method, annotation, sink).names();
        Optional<IrType> returnType = returnType(method);
        if (returnType.isEmpty()) {
            sink.report(DiagnosticCode.AD105, position, method.getSimpleName(), method.getReturnType());
        } else if (returnType.get() == PrimitiveType.VOID && outputs.isEmpty()) {
            sink.report(DiagnosticCode.AD120, position, method.getSimpleName());
        }
        List<IrType> parameterTypes = parameterTypes(method, sink);
        if (!isNameable
                || returnType.isEmpty()
                || parameterTypes.size() < method.getParameters().size()
                || Receivers.has(method) && Receivers.type(method).isEmpty()) {
            return Optional.empty();
        }
        Set<String> independents = new Independents(method, annotation, sink).names();
        List<OwnFields.Field> fields = new OwnFields(elements, method, annotation).read(sink);
        PrimalMethod primal = primal(method, returnType.get(), parameterTypes, fields, independents, outputs);
        checkDerivatives(method, annotation, primal, sink);
        return Optional.of(
                new DifferentiationRequest(method, primal, fields, AnnotationValues.derivatives(method, annotation)));
    }

    private boolean checkPlace(ExecutableElement method, Object position, DiagnosticSink sink) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        if (CAPITALISED_PART.matcher(packageName).find()) {
            sink.report(DiagnosticCode.AD119, position, packageName);
            return false;
        }
        for (TypeElement type : enclosingTypes(method)) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                sink.report(DiagnosticCode.AD112, position, type.getSimpleName());
                return false;
            }
        }
        return true;
    }

    private static void checkKind(ExecutableElement method, Object position, DiagnosticSink sink) {
        Set<Modifier> modifiers = method.getModifiers();
        String name = method.getSimpleName().toString();
        if (modifiers.contains(Modifier.NATIVE)) {
            sink.report(DiagnosticCode.AD102, position, name);
        } else if (!Receivers.isAbstract(method)
                && Receivers.isOverridable(method)
                && Receivers.isAbstract(declaringType(method))) {
            sink.report(
                    DiagnosticCode.AD103, position, name, declaringType(method).getSimpleName());
        }
        if (!method.getTypeParameters().isEmpty()) {
            sink.report(DiagnosticCode.AD104, position, name);
        }
    }

    private static void checkDerivatives(
            ExecutableElement method, AnnotationMirror annotation, PrimalMethod primal, DiagnosticSink sink) {
        AnnotationValues.derivativeEntries(annotation).forEach((derivative, value) -> {
            boolean isFlat = derivative == Derivative.PUSHFORWARDS || derivative == Derivative.SPARSITY;
            if (isFlat && primal.result().isPresent()) {
                sink.report(
                        DiagnosticCode.AD116,
                        new ElementPosition(method, annotation, value),
                        derivative,
                        primal.name(),
                        "returns a record",
                        "leave it out and use " + primal.name() + "Pushforward, or return double[]");
            }
            boolean needsNumber = derivative == Derivative.HESSIAN
                    || derivative == Derivative.HESSIAN_VECTOR && !primal.isComposable()
                    || derivative == Derivative.THIRD_ORDER && !primal.isComposable()
                    || derivative == Derivative.TAYLOR && !primal.hasSeries()
                    || derivative == Derivative.EXAMPLE_LOSS;
            if (needsNumber && !primal.hasGradient()) {
                sink.report(
                        DiagnosticCode.AD116,
                        new ElementPosition(method, annotation, value),
                        derivative,
                        primal.name(),
                        "does not return one number",
                        "leave it out, or differentiate a method that makes one number of the results");
            } else if (derivative == Derivative.EXAMPLE_LOSS && !hasPassiveArgument(primal)) {
                sink.report(
                        DiagnosticCode.AD116,
                        new ElementPosition(method, annotation, value),
                        derivative,
                        primal.name(),
                        "has no passive argument for the example",
                        "mark the example's parameter @Passive, or use " + primal.name() + "Objective");
            } else if (derivative == Derivative.JACOBIAN && !primal.hasJacobian()) {
                sink.report(
                        DiagnosticCode.AD116,
                        new ElementPosition(method, annotation, value),
                        derivative,
                        primal.name(),
                        primal.hasGradient() ? "returns one number" : "returns a record",
                        primal.hasGradient()
                                ? "leave it out and use " + primal.name() + "Gradient"
                                : "leave it out and use " + primal.name() + "Pullback, or return double[]");
            }
        });
    }

    private static boolean hasPassiveArgument(PrimalMethod primal) {
        return primal.parameters().stream()
                .skip(primal.hasReceiver() ? 1 : 0)
                .anyMatch(parameter -> !parameter.isIndependent());
    }

    /** The type of the result, if there can be derivatives of it. */
    private static Optional<IrType> returnType(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID
                ? Optional.of(PrimitiveType.VOID)
                : RecordShape.ofObject(method.getReturnType())
                        .filter(shape -> shape.privateClass().isEmpty())
                        .<IrType>map(shape -> TupleType.of(shape.parameter("result", "").leaves().stream()
                                .map(RecordParameter.Leaf::variable)
                                .toList()))
                        .or(() -> TypeMapping.irType(method.getReturnType()).filter(IrType::isDifferentiable));
    }

    private static List<IrType> parameterTypes(ExecutableElement method, DiagnosticSink sink) {
        List<IrType> types = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            TypeMirror type = parameter.asType();
            RecordShape.ofParameter(parameter)
                    .flatMap(RecordShape::privateClass)
                    .ifPresent(element -> sink.report(
                            DiagnosticCode.AD125,
                            ElementPosition.of(parameter),
                            parameter.getSimpleName(),
                            element.getSimpleName()));
            parameterType(parameter)
                    .ifPresentOrElse(
                            types::add,
                            () -> TypeMapping.hiddenClass(type)
                                    .ifPresentOrElse(
                                            hidden -> sink.report(
                                                    DiagnosticCode.AD239,
                                                    ElementPosition.of(parameter),
                                                    hidden.getSimpleName()),
                                            () -> sink.report(
                                                    DiagnosticCode.AD106,
                                                    ElementPosition.of(parameter),
                                                    parameter.getSimpleName(),
                                                    type)));
        }
        return types;
    }

    private static Optional<IrType> parameterType(VariableElement parameter) {
        return RecordShape.ofParameter(parameter)
                .filter(RecordShape::isComplete)
                .map(shape -> typeOf(shape))
                .or(() -> AnnotationValues.isPassive(parameter)
                        ? TypeMapping.valueType(parameter.asType())
                        : TypeMapping.irType(parameter.asType()).filter(irType -> !TypeMapping.isBoxedReal(irType)));
    }

    private static IrType typeOf(RecordShape shape) {
        ObjectType type = new ObjectType(shape.recordType().qualifiedName());
        return shape.isArray() ? new ArrayType(type) : type;
    }

    private PrimalMethod primal(
            ExecutableElement method,
            IrType returnType,
            List<IrType> parameterTypes,
            List<OwnFields.Field> fields,
            Set<String> independents,
            Set<String> outputs) {
        List<PrimalMethod.Parameter> parameters = new ArrayList<>();
        String derivatives = new CalleeReader(elements).derivativesName(method);
        if (Receivers.has(method)) {
            Variable receiver =
                    Receivers.variable(method, Receivers.type(method).orElseThrow());
            parameters.add(PrimalMethod.Parameter.receiver(receiver));
        }
        fields.forEach(field -> parameters.add(PrimalMethod.Parameter.field(field.variable(), field.access())));
        for (int i = 0; i < parameterTypes.size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            String name = parameter.getSimpleName().toString();
            parameters.add(new PrimalMethod.Parameter(
                    new Variable(name, parameterTypes.get(i)),
                    independents.contains(name),
                    method.isVarArgs() && i == parameterTypes.size() - 1,
                    outputs.contains(name),
                    RecordShape.ofParameter(parameter).map(shape -> shape.parameter(name, derivatives))));
        }
        List<TypeElement> enclosing = enclosingTypes(method);
        boolean isVisible = method.getModifiers().contains(Modifier.PUBLIC)
                && enclosing.stream().allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
        return new PrimalMethod(
                elements.getPackageOf(method).getQualifiedName().toString(),
                enclosing.stream().map(type -> type.getSimpleName().toString()).toList(),
                method.getSimpleName().toString(),
                parameters,
                returnType,
                RecordShape.ofObject(method.getReturnType()).map(shape -> shape.parameter("resultBar", derivatives)),
                method.getModifiers().contains(Modifier.PRIVATE),
                isVisible,
                isCallable(method));
    }

    private static boolean isCallable(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.PRIVATE)
                && method.getThrownTypes().stream().noneMatch(RequestReader::isChecked)
                && method.getParameters().stream().noneMatch(parameter -> TypeMapping.hasVariables(parameter.asType()));
    }

    /** Whether a method that throws this must say so. */
    private static boolean isChecked(TypeMirror exception) {
        Element type = exception instanceof DeclaredType declared ? declared.asElement() : null;
        return type instanceof TypeElement element
                ? !UNCHECKED.contains(element.getQualifiedName().toString()) && isChecked(element.getSuperclass())
                : exception.getKind() == TypeKind.NONE;
    }

    /** The type that declares a method or field. */
    public static TypeElement declaringType(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement(), "a member without a class");
    }

    /** The types around a method or field, outermost first; of a type, itself included. */
    public static List<TypeElement> enclosingTypes(Element member) {
        List<TypeElement> types = new ArrayList<>();
        for (Element element = member; element != null; element = element.getEnclosingElement()) {
            if (element instanceof TypeElement type) {
                types.add(0, type);
            }
        }
        return types;
    }
}
