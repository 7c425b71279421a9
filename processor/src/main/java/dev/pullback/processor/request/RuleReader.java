package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a method marked {@code @DerivativeOf} and finds the method that it is a rule for. */
final class RuleReader {

    /**
     * A rule.
     *
     * @param declaration the method marked as a rule
     * @param target the method whose derivative it is
     * @param isForward whether it is a pushforward
     * @param part how to call it
     * @param independents the arguments, a receiver included, for which it gives a derivative
     */
    record Rule(
            ExecutableElement declaration,
            ExecutableElement target,
            boolean isForward,
            CustomRule.Part part,
            List<Boolean> independents) {

        /** The parameters of a pullback, as a method of its own, that its result depends on: also the primal's result, seed and bars. */
        List<Boolean> ownIndependents() {
            List<Boolean> own = new ArrayList<>(independents);
            own.addAll(Collections.nCopies(part.method().parameterTypes().size() - independents.size(), true));
            return own;
        }

        /** The types of the tangents that a pullback's pushforward takes. */
        List<IrType> tangentTypes() {
            List<Boolean> own = ownIndependents();
            return IntStream.range(0, own.size())
                    .filter(own::get)
                    .mapToObj(part.method().parameterTypes()::get)
                    .toList();
        }

        /** The positions of a pullback's bars. */
        List<Integer> bars() {
            int first = independents.size() + (part.takesResult() ? 2 : 1);
            return IntStream.range(first, part.method().parameterTypes().size())
                    .boxed()
                    .toList();
        }

        /** The positions of the bars, and of their tangents, in this pushforward of a pullback. */
        List<Integer> barsOfPushforward(Rule pullback) {
            List<Integer> positions = new ArrayList<>(pullback.bars());
            int end = part.method().parameterTypes().size();
            IntStream.range(end - pullback.bars().size(), end).forEach(positions::add);
            return positions;
        }
    }

    private final Elements elements;
    private final DiagnosticSink sink;

    RuleReader(Elements elements, DiagnosticSink sink) {
        this.elements = elements;
        this.sink = sink;
    }

    /** The rule, or nothing after its errors were reported. */
    Optional<Rule> read(ExecutableElement method) {
        AnnotationMirror annotation = AnnotationValues.derivativeOf(method).orElseThrow();
        Object position = new ElementPosition(method, annotation, null);
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            sink.report(DiagnosticCode.AD140, position, method.getSimpleName());
            return Optional.empty();
        }
        Optional<TypeElement> type = type(method, annotation);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String name = AnnotationValues.text(annotation, "method");
        boolean isForward = AnnotationValues.flag(annotation, "forward");
        List<ExecutableElement> candidates = ElementFilter.methodsIn(elements.getAllMembers(type.get())).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .filter(candidate -> RuleSignature.of(candidate)
                        .filter(signature -> signature.allows(isForward))
                        .isPresent())
                .toList();
        if (candidates.isEmpty()) {
            sink.report(DiagnosticCode.AD141, position, type.get().getSimpleName(), name);
            return Optional.empty();
        }
        for (ExecutableElement candidate : candidates) {
            Optional<Rule> rule = match(method, candidate, isForward);
            if (rule.isPresent()) {
                return checkAccess(rule.get(), position);
            }
        }
        sink.report(DiagnosticCode.AD142, position, method.getSimpleName(), expected(candidates, isForward));
        return Optional.empty();
    }

    /** The class with the method; nothing if javac itself does not find it. */
    private static Optional<TypeElement> type(ExecutableElement rule, AnnotationMirror annotation) {
        Optional<TypeMirror> named = AnnotationValues.type(annotation, "type");
        if (named.isEmpty() || named.get().getKind() == TypeKind.VOID) {
            return Optional.of(RequestReader.declaringType(rule));
        }
        return named.get() instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private static String expected(List<ExecutableElement> candidates, boolean isForward) {
        return candidates.stream()
                .map(candidate -> RuleSignature.of(candidate).orElseThrow().text(candidate, isForward))
                .collect(Collectors.joining(" or "));
    }

    private Optional<Rule> checkAccess(Rule rule, Object position) {
        if (rule.target().getModifiers().contains(Modifier.PRIVATE)) {
            sink.report(DiagnosticCode.AD143, position, rule.target().getSimpleName());
            return Optional.empty();
        }
        return Optional.of(rule);
    }

    private static Optional<Rule> match(ExecutableElement method, ExecutableElement target, boolean isForward) {
        RuleSignature signature = RuleSignature.of(target).orElseThrow();
        List<IrType> types = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Optional<IrType> type = TypeMapping.valueType(parameter.asType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(type.get());
        }
        int count = signature.arguments().size();
        if (types.size() < count || !areSame(types.subList(0, count), signature.arguments())) {
            return Optional.empty();
        }
        List<Boolean> independents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isPassive =
                    AnnotationValues.isPassive(method.getParameters().get(i));
            independents.add(signature.independents().get(i) && !isPassive);
        }
        return part(method, types, signature.with(independents), isForward)
                .filter(part -> independents.contains(true))
                .filter(part -> !RuleSignature.isRule(target) || independents.equals(signature.independents()))
                .map(part -> new Rule(method, target, isForward, part, independents));
    }

    /** The rule, if behind the arguments there is what must be there. */
    private static Optional<CustomRule.Part> part(
            ExecutableElement method, List<IrType> types, RuleSignature signature, boolean isForward) {
        IrType result = isForward ? signature.result() : signature.pullbackResult();
        IrType actual = method.getReturnType().getKind() == TypeKind.VOID
                ? PrimitiveType.VOID
                : TypeMapping.irType(method.getReturnType()).orElse(ObjectType.OBJECT);
        List<IrType> rest = types.subList(signature.arguments().size(), types.size());
        List<IrType> expected = isForward ? signature.dots() : signature.seedAndBars();
        boolean takesResult = rest.size() == expected.size() + 1;
        if (!actual.equals(result)
                || takesResult && !rest.get(0).equals(signature.result())
                || !(takesResult ? rest.subList(1, rest.size()) : rest).equals(expected)) {
            return Optional.empty();
        }
        String owner = RequestReader.declaringType(method).getQualifiedName().toString();
        MethodRef ref = new MethodRef(owner, method.getSimpleName().toString(), types, result, true);
        return Optional.of(new CustomRule.Part(ref, takesResult, false));
    }

    private static boolean areSame(List<IrType> some, List<IrType> others) {
        for (int i = 0; i < some.size(); i++) {
            boolean isSameClass = some.get(i) instanceof ObjectType a
                    && others.get(i) instanceof ObjectType b
                    && a.qualifiedName().equals(b.qualifiedName());
            if (!isSameClass && !some.get(i).equals(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
