package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Solution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The hand-written rules in reach of a method: those of its top-level class and of the classes that its annotation names. Only
 * declarations are read, so that class files serve as well as sources.
 */
public final class CustomRules {

    /** Rules that hold everywhere, for methods of the runtime. Those of the user come first. */
    private static final List<String> RUNTIME_RULES = List.of(
            "dev.pullback.runtime.linalg.LinearAlgebraRules",
            "dev.pullback.runtime.linalg.LinearAlgebraSecondRules",
            "dev.pullback.runtime.linalg.DecompositionRules",
            "dev.pullback.runtime.linalg.DecompositionSecondRules");

    private final Elements elements;
    private final Map<ExecutableElement, RuleReader.Rule> pullbacks = new LinkedHashMap<>();
    private final Map<ExecutableElement, RuleReader.Rule> pushforwards = new LinkedHashMap<>();
    private final Map<ExecutableElement, Solution> solutions = new HashMap<>();

    private CustomRules(Elements elements, Set<TypeElement> types, DiagnosticSink sink) {
        this.elements = elements;
        RuleReader reader = new RuleReader(elements, sink);
        for (TypeElement type : types) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (AnnotationValues.derivativeOf(method).isPresent()) {
                    reader.read(method).ifPresent(rule -> add(rule, sink));
                }
                SolutionReader.read(elements, method, sink).ifPresent(solution -> {
                    solutions.put(method, solution);
                    SolutionReader.rules(elements, method, solution).forEach(rule -> add(rule, sink));
                });
            }
        }
    }

    /** The rules that a differentiable method may use. What is wrong with them is reported where they are declared. */
    public static CustomRules of(Elements elements, ExecutableElement method) {
        Set<TypeElement> types = new LinkedHashSet<>();
        addNested(RequestReader.enclosingTypes(method).get(0), types);
        AnnotationValues.differentiable(method)
                .ifPresent(annotation -> types.addAll(AnnotationValues.types(annotation, "rules")));
        RUNTIME_RULES.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .forEach(types::add);
        return new CustomRules(elements, types, new DiagnosticSink());
    }

    /** Reports what is wrong with the rules that a class declares. */
    public static void check(Elements elements, TypeElement type, DiagnosticSink sink) {
        CustomRules rules = new CustomRules(elements, Set.of(type), sink);
        rules.pushforwards.forEach((target, rule) -> {
            if (!rules.pullbacks.containsKey(target) && !RuleSignature.isRule(target)) {
                sink.report(DiagnosticCode.AD145, ElementPosition.of(rule.declaration()), target.getSimpleName());
            }
        });
    }

    private static void addNested(TypeElement type, Set<TypeElement> types) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addNested(nested, types));
    }

    private void add(RuleReader.Rule rule, DiagnosticSink sink) {
        Map<ExecutableElement, RuleReader.Rule> rules = rule.isForward() ? pushforwards : pullbacks;
        RuleReader.Rule first = rules.putIfAbsent(rule.target(), rule);
        if (first != null) {
            sink.report(
                    DiagnosticCode.AD144,
                    ElementPosition.of(rule.declaration()),
                    rule.target().getSimpleName(),
                    first.declaration().getSimpleName());
        }
    }

    /** The method with its rule, as callers see it, if it or a method that it overrides has one. */
    public Optional<Callee> find(ExecutableElement method, Supplier<MethodRef> ref) {
        return pullback(method).map(pullback -> {
            Optional<CustomRule.Part> pushforward = Optional.ofNullable(pushforwards.get(pullback.target()))
                    .filter(rule -> rule.independents().equals(pullback.independents()))
                    .map(RuleReader.Rule::part);
            CustomRule.Advice advice =
                    new CustomRule.Advice(withoutSecond(pullback), withoutThird(pullback), withoutSeries(pullback));
            CustomRule rule = new CustomRule(
                    Optional.of(pullback.part()),
                    pushforward,
                    second(pullback),
                    third(pullback),
                    series(pullback),
                    advice);
            return new Callee(ref.get(), rule, pullback.independents());
        });
    }

    /** The pushforward of a pullback, as the user wrote it, or as it is generated where the pullback or the equation asks for it. */
    private Optional<CustomRule.Part> second(RuleReader.Rule pullback) {
        Solution solution = solutions.get(pullback.declaration());
        if (solution != null) {
            return SolutionReader.second(pullback, solution);
        }
        return written(pullback)
                .map(RuleReader.Rule::part)
                .or(() -> generated(pullback, pullback.bars()).map(callee -> generatedPart(pullback, callee)));
    }

    /** The pushforward of that. */
    private Optional<CustomRule.Part> third(RuleReader.Rule pullback) {
        Optional<RuleReader.Rule> second = written(pullback);
        return second.isEmpty()
                ? generated(pullback, pullback.bars())
                        .filter(Callee::hasSecondOrder)
                        .map(callee -> generatedThird(pullback, callee))
                : written(second.get())
                        .map(RuleReader.Rule::part)
                        .or(() -> generated(second.get(), second.get().barsOfPushforward(pullback))
                                .map(callee -> generatedPart(second.get(), callee)));
    }

    /** The series of the bars that a pullback adds to, which are generated where it asks for them. */
    private Optional<CustomRule.Part> series(RuleReader.Rule pullback) {
        return asMethod(pullback, DerivativeForm.TAYLOR, pullback.bars()).map(callee -> {
            MethodRef method = pullback.part().method();
            List<IrType> types = new ArrayList<>(method.parameterTypes());
            pullback.tangentTypes().forEach(type -> types.add(PrimalMethod.seriesType(type)));
            if (method.returnType() != PrimitiveType.VOID) {
                types.add(PrimalMethod.seriesType(method.returnType()));
            }
            types.add(PrimitiveType.INT);
            types.add(ObjectType.WORKSPACE);
            MethodRef series =
                    new MethodRef(callee.derivatives(), method.name() + "Series", types, PrimitiveType.VOID, true);
            return new CustomRule.Part(series, pullback.part().takesResult(), true);
        });
    }

    /** The rule that a user wrote for a rule. */
    private Optional<RuleReader.Rule> written(RuleReader.Rule rule) {
        return Optional.ofNullable(pushforwards.get(rule.declaration()))
                .filter(own -> own.independents().equals(rule.ownIndependents()));
    }

    private String withoutSecond(RuleReader.Rule pullback) {
        Solution solution = solutions.get(pullback.declaration());
        return solution != null
                ? SolutionReader.withoutSecond(solution)
                : "write the pushforward of the rule, " + RuleSignature.pushforwardOf(pullback.declaration())
                        + "; or mark the rule @Differentiable(derivatives = Derivative.PUSHFORWARD), with its bars as outputs if"
                        + " it returns nothing";
    }

    private String withoutThird(RuleReader.Rule pullback) {
        Solution solution = solutions.get(pullback.declaration());
        if (solution != null) {
            return SolutionReader.withoutThird(solution);
        }
        if (isOfRuntime(pullback)) {
            return "leave Derivative.THIRD_ORDER out; linear algebra has derivatives up to the second order";
        }
        return written(pullback)
                .map(second -> "write the pushforward of '"
                        + second.declaration().getSimpleName() + "', "
                        + RuleSignature.pushforwardOf(second.declaration())
                        + "; or mark it @Differentiable(derivatives = Derivative.PUSHFORWARD), with all bars and their"
                        + " tangents as outputs if it returns nothing")
                .orElseGet(() -> "mark its rule '" + pullback.declaration().getSimpleName()
                        + "' @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})");
    }

    private String withoutSeries(RuleReader.Rule pullback) {
        if (solutions.containsKey(pullback.declaration())) {
            return "is the solution of an equation";
        }
        return isOfRuntime(pullback)
                ? "is linear algebra"
                : "has the rule '" + pullback.declaration().getSimpleName()
                        + "', which is not asked for Derivative.TAYLOR"
                        + (pullback.bars().isEmpty() ? "" : " with its bars as outputs");
    }

    private static boolean isOfRuntime(RuleReader.Rule rule) {
        return RUNTIME_RULES.contains(RequestReader.declaringType(rule.declaration())
                .getQualifiedName()
                .toString());
    }

    /** A rule as a method whose pushforward is generated, since it is differentiable by all that it should be. */
    private Optional<Callee> generated(RuleReader.Rule rule, List<Integer> outputs) {
        return asMethod(rule, DerivativeForm.PUSHFORWARD, outputs);
    }

    private Optional<Callee> asMethod(RuleReader.Rule rule, DerivativeForm form, List<Integer> outputs) {
        return new CalleeReader(elements)
                .read(rule.declaration(), rule.part().method())
                .filter(callee -> callee.forms().contains(form))
                .filter(callee -> callee.independents().equals(rule.ownIndependents()))
                .filter(callee -> callee.outputs().equals(outputs));
    }

    private static CustomRule.Part generatedPart(RuleReader.Rule rule, Callee callee) {
        return generatedPart(rule, callee, "Pushforward", rule.tangentTypes());
    }

    private static CustomRule.Part generatedThird(RuleReader.Rule pullback, Callee callee) {
        List<IrType> tangents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tangents.addAll(pullback.tangentTypes());
        }
        return generatedPart(pullback, callee, PrimalMethod.SECOND_PUSHFORWARD, tangents);
    }

    private static CustomRule.Part generatedPart(
            RuleReader.Rule rule, Callee callee, String suffix, List<IrType> tangents) {
        MethodRef method = rule.part().method();
        List<IrType> types = new ArrayList<>(method.parameterTypes());
        types.addAll(tangents);
        types.add(ObjectType.WORKSPACE);
        MethodRef pushforward =
                new MethodRef(callee.derivatives(), method.name() + suffix, types, method.returnType(), true);
        return new CustomRule.Part(pushforward, false, true);
    }

    private Optional<RuleReader.Rule> pullback(ExecutableElement method) {
        TypeElement type = RequestReader.declaringType(method);
        return Optional.ofNullable(pullbacks.get(method))
                .or(() -> pullbacks.values().stream()
                        .filter(rule -> elements.overrides(method, rule.target(), type))
                        .findFirst());
    }
}
