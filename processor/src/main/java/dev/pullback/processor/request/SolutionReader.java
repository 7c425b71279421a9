package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Solution;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a method marked {@code @SolutionOf} and finds the method that states its equation. Only declarations are read. */
public final class SolutionReader {

    private static final IrType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private final Elements elements;
    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final DiagnosticSink sink;
    private final Object position;

    private SolutionReader(
            Elements elements, ExecutableElement method, AnnotationMirror annotation, DiagnosticSink sink) {
        this.elements = elements;
        this.method = method;
        this.annotation = annotation;
        this.sink = sink;
        this.position = new ElementPosition(method, annotation, null);
    }

    /** What the annotation says, or nothing if there is none, or after its errors were reported. */
    public static Optional<Solution> read(Elements elements, ExecutableElement method, DiagnosticSink sink) {
        return AnnotationValues.solutionOf(method)
                .flatMap(annotation -> new SolutionReader(elements, method, annotation, sink).solution());
    }

    /** What to report if the method that states the equation turns out to overwrite its arguments. */
    public static Diagnostic inPlace(ExecutableElement method, Solution solution) {
        return Diagnostic.of(
                DiagnosticCode.AD162,
                ElementPosition.of(method),
                solution.equation().name(),
                solution.primal().name(),
                "it overwrites its arguments",
                "work on a clone of them");
    }

    /** The rules for it, as its callers see them: they stand in the generated class and take the solution. */
    static List<RuleReader.Rule> rules(Elements elements, ExecutableElement method, Solution solution) {
        List<Boolean> independents = solution.primal().parameters().stream()
                .map(PrimalMethod.Parameter::isIndependent)
                .toList();
        RuleSignature signature = new RuleSignature(
                solution.primal().parameters().stream()
                        .map(parameter -> parameter.variable().type())
                        .toList(),
                independents,
                solution.primal().returnType());
        String owner = new CalleeReader(elements).derivativesName(method);
        List<RuleReader.Rule> rules = new ArrayList<>();
        for (boolean isForward : solution.hasPushforward() ? new boolean[] {false, true} : new boolean[] {false}) {
            List<IrType> types = new ArrayList<>(signature.arguments());
            types.add(signature.result());
            types.addAll(isForward ? signature.dots() : signature.seedAndBars());
            String name = method.getSimpleName() + (isForward ? "Pushforward" : "Pullback");
            IrType result = isForward ? signature.result() : signature.pullbackResult();
            CustomRule.Part part = new CustomRule.Part(new MethodRef(owner, name, types, result, true), true, false);
            rules.add(new RuleReader.Rule(method, method, isForward, part, independents));
        }
        return rules;
    }

    /** The pushforward of its pullback, which stands in the generated class, too. */
    static Optional<CustomRule.Part> second(RuleReader.Rule pullback, Solution solution) {
        MethodRef method = pullback.part().method();
        List<IrType> types = new ArrayList<>(method.parameterTypes());
        types.addAll(pullback.tangentTypes());
        MethodRef second =
                new MethodRef(method.owner(), method.name() + "Pushforward", types, method.returnType(), true);
        return solution.hasSecondOrder() ? Optional.of(new CustomRule.Part(second, false, false)) : Optional.empty();
    }

    /** What gives a solution second derivatives. */
    static String withoutSecond(Solution solution) {
        return "add derivatives = Derivative.HESSIAN_VECTOR to its equation '"
                + solution.equation().name() + "'";
    }

    /** What to do about third derivatives, which solutions do not have. */
    static String withoutThird(Solution solution) {
        return "leave Derivative.THIRD_ORDER out, or write a rule for '"
                + solution.primal().name() + "' in the place of @SolutionOf";
    }

    private Optional<Solution> solution() {
        Optional<Solution.Kind> kind = kind();
        return kind.isEmpty() || !checkMethod() ? Optional.empty() : equation(kind.get());
    }

    private Optional<Solution.Kind> kind() {
        boolean isFixedPoint = !AnnotationValues.text(annotation, "fixedPoint").isEmpty();
        boolean isRoot = !AnnotationValues.text(annotation, "root").isEmpty();
        double tolerance = AnnotationValues.decimal(annotation, "tolerance");
        int mostIterations = (int) AnnotationValues.number(annotation, "mostIterations");
        String mistake = isFixedPoint == isRoot
                ? "name either a fixed point's step or a root's residual"
                : !(tolerance > 0)
                        ? "the tolerance must be positive"
                        : mostIterations < 1 ? "mostIterations must be positive" : "";
        if (!mistake.isEmpty()) {
            sink.report(DiagnosticCode.AD160, position, method.getSimpleName(), mistake);
            return Optional.empty();
        }
        return Optional.of(isRoot ? new Solution.Root() : new Solution.FixedPoint(tolerance, mostIterations));
    }

    private boolean checkMethod() {
        Optional<IrType> result = TypeMapping.irType(method.getReturnType());
        String mistake = !method.getModifiers().contains(Modifier.STATIC)
                ? "it is not static"
                : method.getModifiers().contains(Modifier.PRIVATE)
                        ? "it is private, so that generated code cannot call it"
                        : AnnotationValues.differentiable(method).isPresent()
                                ? "it is differentiated through its body, being @Differentiable"
                                : result.filter(type -> type == PrimitiveType.DOUBLE || type.equals(VECTOR))
                                                .isEmpty()
                                        ? "its result is neither double nor double[]"
                                        : "";
        if (!mistake.isEmpty()) {
            sink.report(DiagnosticCode.AD161, position, method.getSimpleName(), mistake);
        }
        return mistake.isEmpty();
    }

    private Optional<Solution> equation(Solution.Kind kind) {
        String name = AnnotationValues.text(annotation, kind instanceof Solution.Root ? "root" : "fixedPoint");
        List<String> expected = new ArrayList<>(List.of(method.getReturnType().toString()));
        method.getParameters()
                .forEach(parameter -> expected.add(parameter.asType().toString()));
        Optional<ExecutableElement> equation =
                ElementFilter.methodsIn(RequestReader.declaringType(method).getEnclosedElements()).stream()
                        .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                        .filter(candidate -> candidate.getParameters().stream()
                                .map(parameter -> parameter.asType().toString())
                                .toList()
                                .equals(expected))
                        .findFirst();
        if (equation.isEmpty()) {
            return refuse(name, "the class has no method of that name with these parameters");
        }
        boolean isSuitable = equation.get().getModifiers().contains(Modifier.STATIC)
                && AnnotationValues.differentiable(equation.get()).isPresent()
                && equation.get().getReturnType().toString().equals(expected.get(0));
        if (!isSuitable) {
            return refuse(name, "it is not static, not @Differentiable or has another result");
        }
        return new RequestReader(elements)
                .read(equation.get(), new DiagnosticSink())
                .flatMap(request -> solution(kind, request));
    }

    private Optional<Solution> solution(Solution.Kind kind, DifferentiationRequest request) {
        PrimalMethod equation = request.primal();
        boolean hasRecords = equation.parameters().stream()
                .anyMatch(p -> p.isIndependent() && p.record().isPresent());
        if (hasRecords) {
            return refuse(equation.name(), "it is differentiated with respect to a record");
        }
        if (!equation.parameters().get(0).isIndependent()
                || equation.independents().size() == 1) {
            return refuse(
                    equation.name(), "its independents are not the solution, which comes first, and at least one more");
        }
        return Optional.of(new Solution(primal(equation), equation, kind, DerivativeForm.of(request.derivatives())));
    }

    private PrimalMethod primal(PrimalMethod equation) {
        List<PrimalMethod.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            PrimalMethod.Parameter like = equation.parameters().get(i + 1);
            String name = method.getParameters().get(i).getSimpleName().toString();
            parameters.add(new PrimalMethod.Parameter(
                    new Variable(name, like.variable().type()),
                    like.isIndependent(),
                    method.isVarArgs() && i == method.getParameters().size() - 1,
                    false));
        }
        return new PrimalMethod(
                equation.packageName(),
                equation.classNames(),
                method.getSimpleName().toString(),
                parameters,
                equation.returnType(),
                false,
                equation.isVisible() && method.getModifiers().contains(Modifier.PUBLIC));
    }

    private Optional<Solution> refuse(String name, String reason) {
        String parameters = method.getParameters().stream()
                .map(parameter -> ", " + parameter.asType() + " " + parameter.getSimpleName())
                .collect(Collectors.joining("", method.getReturnType() + " solution", ""));
        sink.report(
                DiagnosticCode.AD162,
                position,
                name,
                method.getSimpleName(),
                reason,
                "declare @Differentiable static " + method.getReturnType() + " " + name + "(" + parameters + ")");
        return Optional.empty();
    }
}
