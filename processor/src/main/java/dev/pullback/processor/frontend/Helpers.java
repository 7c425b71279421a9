package dev.pullback.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.CalleeReader;
import dev.pullback.processor.request.CustomRules;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.OwnFields;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The methods that one request calls. Those of the same top-level class are lowered too, each once; of others only the
 * declaration counts, as their bodies may change without this class being compiled again.
 */
final class Helpers {

    /** Lowers the bodies of methods. */
    interface Lowering {

        /** The body as a function with the given parameters. */
        Function lower(ExecutableElement method, List<Variable> parameters, IrType returnType);

        /** The visitors that lower the body into another one. */
        BodyFrame inline(ExecutableElement method, BodyBuilder into, Returns returns);
    }

    private final CompilerAccess compiler;
    private final TypeElement topLevel;
    private final ExecutableElement request;
    private final List<OwnFields.Field> fields;
    private final LibraryRules rules;
    private final CustomRules customRules;
    private final Lowering lowering;
    private final Set<ExecutableElement> active = new HashSet<>();
    private final Set<MethodRef> inProgress = new HashSet<>();
    private final Map<MethodRef, TreePosition> recursive = new LinkedHashMap<>();
    private final Map<MethodRef, MethodRef> resultsInArrays = new HashMap<>();
    private final Map<MethodRef, Function> functions = new LinkedHashMap<>();
    private final Map<MethodRef, HelperEffects> effects = new LinkedHashMap<>();
    private final List<ForeignCall> foreignCalls = new ArrayList<>();
    private final Set<MethodRef> failed = new HashSet<>();
    private final Set<ExecutableElement> failedInline = new HashSet<>();
    private boolean needsExactClass;

    /** The helpers of the requested method; {@code rules} knows those of libraries. */
    Helpers(CompilerAccess compiler, DifferentiationRequest differentiation, LibraryRules rules, Lowering lowering) {
        ExecutableElement method = differentiation.method();
        this.compiler = compiler;
        this.fields = differentiation.fields();
        this.request = method;
        this.needsExactClass = Receivers.isOverridable(method);
        this.topLevel = RequestReader.enclosingTypes(method).get(0);
        this.rules = rules;
        this.customRules = CustomRules.of(compiler.elements(), method);
        this.lowering = lowering;
        active.add(method);
    }

    /** The lowered helpers, callees before callers. */
    Map<MethodRef, Function> functions() {
        return functions;
    }

    /** The methods through which every recursion passes. */
    Set<MethodRef> recursive() {
        return recursive.keySet().stream()
                .map(method -> resultsInArrays.getOrDefault(method, method))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The class of the receiver that the derivatives are for. */
    TypeElement requested() {
        return RequestReader.declaringType(request);
    }

    /** Says that the receiver must be of exactly the requested class, because a method that it may override is used. */
    void requireExactClass() {
        needsExactClass = true;
    }

    /** Whether the requested method itself asks for a receiver of exactly its class, which then runs this very method. */
    boolean isOfExactClass(ExecutableElement method) {
        return Receivers.isOverridable(request)
                && !Receivers.isAbstract(requested())
                && isImplementation(method, requested());
    }

    /** Whether a method that a subclass may override is used. */
    boolean needsExactClass() {
        return needsExactClass;
    }

    /** The outermost class around the requested method. */
    TypeElement topLevel() {
        return topLevel;
    }

    LibraryRules rules() {
        return rules;
    }

    /** The calls of other classes' methods so far. */
    List<ForeignCall> foreignCalls() {
        return foreignCalls;
    }

    /** Whether the body of a method, or of those of a type, belongs to the class being compiled. */
    boolean isLocal(Element member) {
        return RequestReader.enclosingTypes(member).get(0).equals(topLevel);
    }

    /** Whether the source has the method, unlike {@code values()} of an enum. */
    boolean isWritten(ExecutableElement method) {
        return compiler.trees().getTree(method) != null;
    }

    /** Whether the user wrote a body: an accessor or a constructor of a record may come without one. */
    boolean hasBody(ExecutableElement method) {
        return isWritten(method)
                && compiler.elements().getOrigin(method) == Elements.Origin.EXPLICIT
                && compiler.trees().getTree(method).getBody() != null;
    }

    /** The source of a method of this top-level class. */
    MethodTree tree(ExecutableElement method) {
        return compiler.trees().getTree(method);
    }

    /** Whether a method of another class has derivatives that its callers can use. */
    boolean isDifferentiable(ExecutableElement method) {
        return isAnnotated(method)
                && (Receivers.isAbstract(method)
                        || !Receivers.isAbstract(RequestReader.declaringType(method))
                        || !Receivers.isOverridable(method));
    }

    /** The fields with respect to which an annotated method is differentiated. */
    List<OwnFields.Field> independentFields(ExecutableElement method) {
        return OwnFields.of(compiler.elements(), method);
    }

    /** Whether objects of a class of this top-level class get values other than from the constructor. */
    boolean hasInitializers(TypeElement type) {
        ClassTree tree = compiler.trees().getTree(type);
        return tree.getMembers().stream()
                .anyMatch(member -> member instanceof BlockTree block && !block.isStatic()
                        || member instanceof VariableTree field
                                && field.getInitializer() != null
                                && !field.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    boolean isAnnotated(ExecutableElement method) {
        return AnnotationValues.differentiable(method).isPresent();
    }

    /** Whether the method's class is compiled in this run. */
    boolean isSource(ExecutableElement method) {
        return compiler.trees().getTree(RequestReader.enclosingTypes(method).get(0)) != null;
    }

    static String ownerName(ExecutableElement method) {
        return RequestReader.declaringType(method).getQualifiedName().toString();
    }

    // ---- objects of this class ----

    /** A method that only gives the value of a field. */
    Optional<ExecutableElement> accessor(VariableElement field) {
        TypeElement type = RequestReader.declaringType(field);
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty() && Receivers.has(method))
                .filter(method -> hasBody(method)
                        ? returnsField(method, field)
                        : type.getKind() == ElementKind.RECORD
                                && method.getSimpleName().equals(field.getSimpleName()))
                .findFirst();
    }

    private boolean returnsField(ExecutableElement method, VariableElement field) {
        List<? extends StatementTree> statements =
                compiler.trees().getTree(method).getBody().getStatements();
        if (statements.size() != 1 || !(statements.get(0) instanceof ReturnTree exit) || exit.getExpression() == null) {
            return false;
        }
        String text = exit.getExpression().toString();
        return text.equals(field.getSimpleName().toString()) || text.equals("this." + field.getSimpleName());
    }

    /** Whether an object of exactly this class runs this very method when it is called. */
    boolean isImplementation(ExecutableElement method, TypeElement type) {
        return ElementFilter.methodsIn(compiler.elements().getAllMembers(type)).stream()
                .noneMatch(other -> compiler.elements().overrides(other, method, type));
    }

    /** Whether fields of the class or a superclass can be assigned after construction. */
    boolean hasMutableFields(TypeElement type) {
        return ElementFilter.fieldsIn(compiler.elements().getAllMembers(type)).stream()
                .anyMatch(field -> !field.getModifiers().contains(Modifier.FINAL)
                        && !field.getModifiers().contains(Modifier.STATIC));
    }

    // ---- fields as independents ----

    /** The fields of the receiver that are parameters of a method's function: the independents among those of its class. */
    List<VariableElement> fieldsOf(ExecutableElement method) {
        boolean isOnReceiver = Receivers.has(method)
                && compiler.types()
                        .isSubtype(
                                compiler.types().erasure(requested().asType()),
                                compiler.types()
                                        .erasure(RequestReader.declaringType(method)
                                                .asType()));
        return isOnReceiver ? fields.stream().map(OwnFields.Field::element).toList() : List.of();
    }

    /** A field that is an independent, if objects of a class can have one. */
    Optional<VariableElement> independentField(String className) {
        return fields.stream()
                .map(OwnFields.Field::element)
                .filter(field -> mayBeReceiver(compiler.elements().getTypeElement(className)))
                .findFirst();
    }

    private boolean mayBeReceiver(TypeElement type) {
        TypeMirror self = compiler.types().erasure(requested().asType());
        TypeMirror other = compiler.types().erasure(type.asType());
        return compiler.types().isSubtype(self, other) || compiler.types().isSubtype(other, self);
    }

    // ---- methods of this class ----

    /** A method of the same top-level class, lowered when it is first called. */
    Callee local(ExecutableElement method, TreePosition call) {
        MethodRef ref = localRef(method, call);
        if (failed.contains(ref)) {
            throw new Unsupported(null);
        } else if (inProgress.contains(ref)) {
            recursive.putIfAbsent(ref, call);
        } else if (!functions.containsKey(resultsInArrays.getOrDefault(ref, ref))) {
            lower(method, ref);
        }
        List<Boolean> independents = new ArrayList<>(Collections.nCopies(Receivers.has(method) ? 1 : 0, false));
        fieldsOf(method).forEach(field -> independents.add(true));
        method.getParameters().stream()
                .map(parameter -> isDifferentiable(parameter) && !AnnotationValues.isPassive(parameter))
                .forEach(independents::add);
        return recursive.containsKey(ref) ? recursive(ref, independents) : new Callee(ref, "", independents);
    }

    /** A recursive method: what it overwrites is assigned behind the call, as for methods of other classes. */
    private Callee recursive(MethodRef ref, List<Boolean> independents) {
        MethodRef called = resultsInArrays.getOrDefault(ref, ref);
        List<Boolean> all = new ArrayList<>(independents);
        all.addAll(Collections.nCopies(resultsInArrays.containsKey(ref) ? 1 : 0, false));
        List<Integer> written = effects.getOrDefault(called, HelperEffects.NONE).written().stream()
                .sorted()
                .toList();
        return new Callee(called, "", all).overwriting(written);
    }

    /** Whether a recursive method leaves its result in an array. */
    boolean isResultInArray(Callee callee) {
        return resultsInArrays.containsValue(callee.method());
    }

    /** Rejects a method that cannot be lowered into its caller. */
    void requireBody(ExecutableElement method, TreePosition call) {
        String name = method.getSimpleName().toString();
        if (!hasBody(method)) {
            throw rejected(DiagnosticCode.AD219, call, name, "it has no body");
        } else if (!method.getTypeParameters().isEmpty()) {
            throw rejected(DiagnosticCode.AD219, call, name, "it has type parameters");
        }
    }

    /** Lowers a method of the same top-level class into the body of its caller, for each call anew. */
    <R> R inline(
            ExecutableElement method,
            TreePosition call,
            BodyBuilder into,
            Returns returns,
            java.util.function.Function<BodyFrame, R> lower) {
        if (active.contains(method)) {
            throw rejected(DiagnosticCode.AD216, call, method.getSimpleName(), "it takes or returns objects");
        }
        if (failedInline.contains(method)) {
            throw new Unsupported(null);
        }
        active.add(method);
        try {
            BodyFrame frame = lowering.inline(method, into, returns);
            R result = lower.apply(frame);
            if (frame.statements().hasFailed()) {
                throw new Unsupported(null);
            }
            return result;
        } catch (Unsupported reported) {
            failedInline.add(method);
            throw reported;
        } finally {
            active.remove(method);
        }
    }

    private static boolean isDifferentiable(VariableElement parameter) {
        return TypeMapping.irType(parameter.asType())
                .filter(IrType::isDifferentiable)
                .isPresent();
    }

    private void lower(ExecutableElement method, MethodRef ref) {
        List<Variable> parameters = new ArrayList<>();
        if (Receivers.has(method)) {
            parameters.add(Receivers.variable(method, ref.parameterTypes().get(0)));
        }
        for (VariableElement field : fieldsOf(method)) {
            IrType type = ref.parameterTypes().get(parameters.size());
            parameters.add(new Variable(field.getSimpleName().toString(), type));
        }
        for (VariableElement parameter : method.getParameters()) {
            IrType type = ref.parameterTypes().get(parameters.size());
            parameters.add(new Variable(parameter.getSimpleName().toString(), type));
        }
        inProgress.add(ref);
        try {
            lower(method, ref, parameters);
        } catch (Unsupported reported) {
            failed.add(ref);
            throw reported;
        } finally {
            inProgress.remove(ref);
        }
    }

    /**
     * Lowers a method, and again if it turns out to call itself and to do more with arrays than was assumed of these calls. What was
     * lowered on the way is forgotten then.
     */
    private void lower(ExecutableElement method, MethodRef ref, List<Variable> parameters) {
        Set<MethodRef> before = Set.copyOf(functions.keySet());
        int foreignBefore = foreignCalls.size();
        HelperEffects assumed = HelperEffects.NONE;
        while (true) {
            Function lowered = lowering.lower(method, parameters, ref.returnType());
            MethodRef called = resultsInArrays.getOrDefault(ref, ref);
            Function function = resultsInArrays.containsKey(ref) ? ResultInArray.of(lowered) : lowered;
            HelperEffects found = HelperEffects.of(function, this::effects);
            if (recursive.containsKey(ref)) {
                checkRecursion(ref, lowered, found);
            }
            if (!recursive.containsKey(ref) || found.areLike(assumed)) {
                functions.put(called, function);
                effects.put(called, found);
                return;
            }
            if (!found.written().isEmpty() && ref.returnType() == PrimitiveType.DOUBLE) {
                resultsInArrays.put(ref, ResultInArray.of(ref));
            }
            functions.keySet().retainAll(before);
            effects.keySet().retainAll(before);
            foreignCalls.subList(foreignBefore, foreignCalls.size()).clear();
            effects.put(resultsInArrays.getOrDefault(ref, ref), found.withoutLength());
            assumed = found;
        }
    }

    /** A recursive method becomes a function of its own in the generated class, with results of one kind. */
    private void checkRecursion(MethodRef ref, Function function, HelperEffects found) {
        TreePosition call = Objects.requireNonNull(recursive.get(ref));
        IrType type = ref.returnType();
        boolean isArray = type instanceof ArrayType array && array.scalar() == PrimitiveType.DOUBLE;
        for (int index : found.written()) {
            Variable array =
                    function.parameters().size() > index ? function.parameters().get(index) : null;
            if (array != null && ((ArrayType) array.type()).scalar() != PrimitiveType.DOUBLE) {
                throw rejected(
                        DiagnosticCode.AD216,
                        call,
                        ref.name(),
                        "it writes to '" + array.name() + "', an " + array.type());
            }
        }
        if (!found.written().isEmpty() && type != PrimitiveType.VOID && type != PrimitiveType.DOUBLE) {
            throw rejected(DiagnosticCode.AD216, call, ref.name(), "it writes to an array and returns " + type);
        } else if (found.returned().isPresent() || found.returnsStatic()) {
            throw rejected(DiagnosticCode.AD216, call, ref.name(), "it may return an array that it did not make");
        } else if (type == PrimitiveType.VOID && found.written().isEmpty() || type.isArray() && !isArray) {
            throw rejected(DiagnosticCode.AD216, call, ref.name(), "it gives no number");
        }
    }

    private MethodRef localRef(ExecutableElement method, TreePosition call) {
        String name = method.getSimpleName().toString();
        if (method.getModifiers().contains(Modifier.NATIVE)) {
            throw rejected(DiagnosticCode.AD219, call, name, "it has no body");
        }
        if (!method.getTypeParameters().isEmpty()) {
            throw rejected(DiagnosticCode.AD219, call, name, "it has type parameters");
        }
        IrType returnType = returnType(method)
                .orElseThrow(() -> rejected(DiagnosticCode.AD219, call, name, "it returns " + method.getReturnType()));
        List<IrType> parameters = new ArrayList<>();
        if (Receivers.has(method)) {
            parameters.add(Receivers.type(method)
                    .orElseThrow(() -> rejected(DiagnosticCode.AD219, call, name, "its class is private")));
        }
        fieldsOf(method)
                .forEach(field ->
                        parameters.add(TypeMapping.irType(field.asType()).orElseThrow()));
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(TypeMapping.irType(parameter.asType())
                    .orElseThrow(() -> rejected(
                            DiagnosticCode.AD219,
                            call,
                            name,
                            "parameter '" + parameter + "' is " + parameter.asType())));
        }
        return new MethodRef(ownerName(method), name, parameters, returnType, true);
    }

    private static Optional<IrType> returnType(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID
                ? Optional.of(PrimitiveType.VOID)
                : TypeMapping.irType(method.getReturnType());
    }

    private static Unsupported rejected(DiagnosticCode code, TreePosition call, Object... arguments) {
        return new Unsupported(Diagnostic.of(code, call, arguments));
    }

    // ---- methods of other classes ----

    /** An annotated method of another class; {@code receiver} says how the object that it is called on is taken apart, if it is. */
    Callee external(ExecutableElement method, MethodRef ref, TreePosition call, Optional<RecordShape> receiver) {
        CalleeReader reader = new CalleeReader(compiler.elements());
        if (receiver.isEmpty() && !OwnFields.of(compiler.elements(), method).isEmpty()) {
            throw rejected(DiagnosticCode.AD243, call, method.getSimpleName());
        }
        boolean hasOutputs = AnnotationValues.differentiable(method)
                .filter(annotation -> !AnnotationValues.outputs(annotation).isEmpty())
                .isPresent();
        if (hasOutputs && ref.returnType() != PrimitiveType.VOID) {
            throw rejected(DiagnosticCode.AD241, call, method.getSimpleName());
        }
        Diagnostic inPlace = Diagnostic.of(DiagnosticCode.AD242, call, method.getSimpleName());
        if (reader.isInPlace(method)) {
            throw new Unsupported(inPlace);
        }
        foreignCalls.add(new ForeignCall(ref, inPlace));
        Optional<Callee> callee = reader.read(method, ref, receiver);
        return callee.orElseThrow(() -> rejected(DiagnosticCode.AD223, call, method.getSimpleName()))
                .refusing(lost(method, call, reader.leftOut(method, receiver)));
    }

    /** The errors for arguments whose derivatives the callee leaves out. */
    private static Map<Integer, Diagnostic> lost(
            ExecutableElement method, TreePosition call, Map<Integer, VariableElement> leftOut) {
        Map<Integer, Diagnostic> errors = new HashMap<>();
        leftOut.forEach((position, parameter) -> errors.put(
                position,
                Diagnostic.of(DiagnosticCode.AD227, call, method.getSimpleName(), parameter.getSimpleName())));
        return errors;
    }

    /** A method with a hand-written rule. */
    Optional<Callee> ruled(ExecutableElement method, Supplier<MethodRef> ref) {
        return customRules.find(method, ref);
    }

    /** What a call does to its array arguments: one of another class leaves them alone, or is refused ({@code AD242}). */
    HelperEffects effects(Callee callee) {
        return effects.getOrDefault(callee.method(), HelperEffects.NONE);
    }
}
