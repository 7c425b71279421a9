package dev.pullback.processor.request;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The methods that run when an abstract method is called: of the classes that a sealed type permits, or that the annotation
 * names. Only declarations are read.
 */
public final class Implementations {

    private static final String OVERWRITES = "overwrites arrays that it does not name in outputs";

    private final Elements elements;
    private final DifferentiationRequest request;
    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final DiagnosticSink sink;
    private final Map<ObjectType, Callee> found = new LinkedHashMap<>();

    private Implementations(Elements elements, DifferentiationRequest request, DiagnosticSink sink) {
        this.elements = elements;
        this.request = request;
        this.method = request.method();
        this.annotation = AnnotationValues.differentiable(method).orElseThrow();
        this.sink = sink;
    }

    /**
     * The implementation for each class, subclasses before the classes that they extend. What stands against the
     * differentiation of the method goes to {@code sink}.
     */
    public static Map<ObjectType, Callee> of(Elements elements, DifferentiationRequest request, DiagnosticSink sink) {
        Implementations result = new Implementations(elements, request, sink);
        result.checkSignature();
        List<TypeElement> named = AnnotationValues.types(result.annotation, "implementations");
        if (named.isEmpty()) {
            result.addSubtypes(RequestReader.declaringType(request.method()));
        } else {
            result.subclassesFirst(named).forEach(result::add);
        }
        return result.found;
    }

    /** What to report if an implementation turns out to overwrite its arguments. */
    public static Diagnostic inPlace(ExecutableElement method, ObjectType type) {
        String name = type.qualifiedName().substring(type.qualifiedName().lastIndexOf('.') + 1);
        return Diagnostic.of(
                DiagnosticCode.AD118,
                ElementPosition.of(method),
                method.getSimpleName(),
                name,
                OVERWRITES,
                "name them in outputs here and there");
    }

    private void checkSignature() {
        request.fields()
                .forEach(field -> sink.report(
                        DiagnosticCode.AD128, position(), field.element().getSimpleName(), "the method is abstract"));
        for (VariableElement parameter : method.getParameters()) {
            if (RecordShape.ofParameter(parameter).filter(RecordShape::isArray).isPresent()) {
                sink.report(
                        DiagnosticCode.AD106,
                        ElementPosition.of(parameter),
                        parameter.getSimpleName(),
                        parameter.asType() + " of an abstract method");
            }
        }
    }

    // ---- classes ----

    private List<TypeElement> subclassesFirst(List<TypeElement> named) {
        List<TypeElement> sorted = new ArrayList<>();
        for (TypeElement type : named) {
            int index = 0;
            while (index < sorted.size() && !isSubtype(type, sorted.get(index))) {
                index++;
            }
            sorted.add(index, type);
        }
        return sorted;
    }

    private static boolean isSubtype(TypeElement type, TypeElement other) {
        return type.equals(other)
                || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                        .filter(DeclaredType.class::isInstance)
                        .anyMatch(parent -> isSubtype((TypeElement) ((DeclaredType) parent).asElement(), other));
    }

    private void addSubtypes(TypeElement type) {
        if (type.getPermittedSubclasses().isEmpty()) {
            sink.report(DiagnosticCode.AD117, position(), method.getSimpleName(), type.getSimpleName());
        }
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            add((TypeElement) ((DeclaredType) permitted).asElement());
        }
    }

    private void add(TypeElement type) {
        Optional<ExecutableElement> implementation = implementation(type);
        boolean isFinal =
                implementation.filter(m -> !Receivers.isOverridable(m)).isPresent();
        if (Receivers.isAbstract(type) && !isFinal) {
            addSubtypes(type);
        } else if (implementation.isEmpty()) {
            refuse(type, "does not implement it", "name classes that do");
        } else {
            if (!isFinal
                    && type.getKind() != ElementKind.ENUM
                    && !type.getPermittedSubclasses().isEmpty()) {
                addSubtypes(type);
            }
            add(type, implementation.get(), isFinal);
        }
    }

    /** What an object of a class, or of a subclass that does not override it, runs when the method is called. */
    private Optional<ExecutableElement> implementation(TypeElement type) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(member -> !Receivers.isAbstract(member))
                .filter(member -> elements.overrides(member, method, type))
                .findFirst();
    }

    // ---- their methods ----

    private void add(TypeElement type, ExecutableElement implementation, boolean isFinal) {
        Optional<AnnotationMirror> own = AnnotationValues.differentiable(implementation);
        if (!isFinal && !RequestReader.declaringType(implementation).equals(type)) {
            refuse(type, "inherits a method that can be overridden", "make that method final, or override it");
        } else if (own.isEmpty()) {
            refuse(type, "implements it by a method that is not @Differentiable", "annotate that method");
        } else if (!isVisible(type) || !isVisible(implementation)) {
            refuse(type, "generated code cannot name", "make it visible to the package of this type");
        } else if (new CalleeReader(elements).isInPlace(implementation)) {
            refuse(type, OVERWRITES, "name them in outputs here and there");
        } else if (!OwnFields.of(elements, implementation).isEmpty()) {
            refuse(type, "differentiates it with respect to fields", "leave the fields out of wrt there");
        } else {
            checkDerivatives(type, implementation, own.get());
            checkParameters(type, implementation, own.get());
        }
    }

    private void checkDerivatives(TypeElement type, ExecutableElement implementation, AnnotationMirror own) {
        Set<Derivative> theirs = AnnotationValues.derivatives(implementation, own);
        for (Derivative wanted : request.derivatives()) {
            if (!DerivativeForm.of(theirs).containsAll(DerivativeForm.of(Set.of(wanted)))) {
                refuse(type, "does not ask for " + wanted, "name it in the derivatives there, too");
            }
        }
    }

    private void checkParameters(TypeElement type, ExecutableElement implementation, AnnotationMirror own) {
        List<IrType> types = request.primal().parameters().stream()
                .skip(1)
                .map(parameter -> parameter.variable().type())
                .toList();
        String owner =
                RequestReader.declaringType(implementation).getQualifiedName().toString();
        IrType returnType = request.primal()
                .result()
                .<IrType>map(result -> new ObjectType(result.type().qualifiedName()))
                .orElse(request.primal().returnType());
        MethodRef ref = new MethodRef(owner, request.primal().name(), types, returnType, false);
        Optional<Callee> callee = new CalleeReader(elements).read(implementation, ref);
        if (callee.isEmpty()) {
            refuse(type, "is compiled without the names of parameters", "compile it with -parameters");
            return;
        }
        List<String> outputs = AnnotationValues.outputs(own).stream()
                .map(value -> String.valueOf(value.getValue()))
                .toList();
        check(
                type,
                implementation,
                PrimalMethod.Parameter::isIndependent,
                "an independent",
                i -> new CalleeReader(elements).isIndependent(implementation, i));
        check(
                type,
                implementation,
                PrimalMethod.Parameter::isOutput,
                "an output",
                i -> outputs.contains(
                        implementation.getParameters().get(i).getSimpleName().toString()));
        found.put(new ObjectType(type.getQualifiedName().toString()), callee.get());
    }

    /** The derivatives of both methods have the same parameters only if they take the arguments for the same things. */
    private void check(
            TypeElement type,
            ExecutableElement implementation,
            Predicate<PrimalMethod.Parameter> here,
            String what,
            Predicate<Integer> there) {
        for (int i = 0; i < implementation.getParameters().size(); i++) {
            boolean isHere = here.test(request.primal().parameters().get(i + 1));
            if (isHere != there.test(i)) {
                String name = method.getParameters().get(i).getSimpleName().toString();
                refuse(
                        type,
                        "takes '" + name + "' for " + (isHere ? "something else than " : "") + what,
                        "give both methods the same independents and outputs");
            }
        }
    }

    private boolean isVisible(Element member) {
        boolean isNear = elements.getPackageOf(member).equals(elements.getPackageOf(method));
        return Stream.concat(Stream.of(member), RequestReader.enclosingTypes(member).stream())
                .allMatch(element -> isNear
                        ? !element.getModifiers().contains(Modifier.PRIVATE)
                        : element.getModifiers().contains(Modifier.PUBLIC));
    }

    private void refuse(TypeElement type, String reason, String fix) {
        sink.report(DiagnosticCode.AD118, position(), method.getSimpleName(), type.getSimpleName(), reason, fix);
    }

    private Object position() {
        return new ElementPosition(method, annotation, null);
    }
}
