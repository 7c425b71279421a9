package dev.pullback.processor;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.RawDerivatives.Raw;
import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.LostDerivatives;
import dev.pullback.processor.analysis.RoundedValues;
import dev.pullback.processor.codegen.BytecodeSize;
import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.diagnostics.AbandonMethod;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrVerifier;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.normalize.FoldLiterals;
import dev.pullback.processor.normalize.GuardConstants;
import dev.pullback.processor.normalize.LargeHelpers;
import dev.pullback.processor.normalize.NameConditions;
import dev.pullback.processor.normalize.NarrowDeclarations;
import dev.pullback.processor.normalize.NarrowWorkArrays;
import dev.pullback.processor.normalize.RefusedRows;
import dev.pullback.processor.normalize.RenameReassigned;
import dev.pullback.processor.normalize.SeparateRecursion;
import dev.pullback.processor.normalize.ShareConstants;
import dev.pullback.processor.normalize.SplitExpressions;
import dev.pullback.processor.optimize.FoldConstants;
import dev.pullback.processor.optimize.InlineTemporaries;
import dev.pullback.processor.optimize.MergeDeclarations;
import dev.pullback.processor.optimize.NameDeadConditions;
import dev.pullback.processor.optimize.RemoveDeadCode;
import dev.pullback.processor.optimize.Throwing;
import dev.pullback.processor.transform.RecordArguments;
import dev.pullback.processor.transform.adjoint.AdjointTransform;
import dev.pullback.processor.transform.pattern.NoPattern;
import dev.pullback.processor.transform.pattern.PatternTransform;
import dev.pullback.processor.transform.tangent.PushforwardBlock;
import dev.pullback.processor.transform.tangent.TangentTransform;
import dev.pullback.processor.transform.taylor.NoSeries;
import dev.pullback.processor.transform.taylor.TaylorTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stages between a lowered method and its derivative functions as the transforms leave them, from top to bottom. */
final class Differentiation {
    /** Java has no methods of more bytecodes than 65,535; this leaves room for what an estimate misses. */
    private static final int LONGEST_METHOD = 50_000;

    private final List<Raw> parts = new ArrayList<>();
    private final PrimalMethod declared;
    private final PrimalMethod method;
    private final StageOptions options;
    private final DiagnosticSink sink;
    private final String asked;

    Differentiation(PrimalMethod declared, StageOptions options, DiagnosticSink sink) {
        this(declared, declared.name(), options, sink);
    }

    /**
     * Differentiates a method, or a helper that has become a function of the generated class.
     *
     * @param asked the method whose derivatives are asked for, as messages name it
     */
    private Differentiation(PrimalMethod declared, String asked, StageOptions options, DiagnosticSink sink) {
        this.asked = asked;
        this.sink = sink;
        this.declared = declared;
        this.method = declared.flat();
        this.options = options;
    }

    /**
     * Derives what {@code derivatives} and the default ask for.
     *
     * @param suffix tells private functions of this method from those of others
     * @param isRule whether the method is the derivative of another one
     */
    RawDerivatives derive(LoweredMethod lowered, String suffix, Set<Derivative> derivatives, boolean isRule) {
        SeparateRecursion.Result separated = separate(lowered, suffix);
        for (SeparateRecursion.Helper helper : separated.helpers()) {
            parts.addAll(new Differentiation(signature(helper), asked, options, sink)
                    .functions(helper, DerivativeForm.of(derivatives)));
        }
        Function primal = normalize(separated.function());
        ActivityResult activity = activity(primal);
        check(primal, activity);
        Optional<Function> recorded =
                method.hasGradient() ? Optional.of(record(primal, AdjointTransform.Form.GRADIENT)) : Optional.empty();
        Optional<Function> gradient = recorded.map(AdjointStage::layOut).map(f -> stage("adjoint", f));
        Function recordedPullback = record(primal, AdjointTransform.Form.PULLBACK);
        Function pullback = stage("adjoint of the pullback", AdjointStage.layOut(recordedPullback));
        options.explanation().addTape(AdjointStage.tapeOf(recorded.orElse(recordedPullback)));
        Optional<Raw> pushforward = DerivativeForm.PUSHFORWARD.isNeeded(derivatives)
                ? Optional.of(pushforward(primal, activity))
                : Optional.empty();
        boolean isBlockwise = DerivativeForm.PUSHFORWARD_BLOCK.isNeeded(derivatives);
        Optional<Raw> block = isBlockwise ? Optional.of(block(primal, activity)) : Optional.empty();
        if (isBlockwise && method.isPrivate()) {
            parts.add(value(primal));
        }
        boolean isTaylor = DerivativeForm.TAYLOR.isNeeded(derivatives);
        Optional<Raw> taylor =
                isTaylor && method.hasGradient() ? Optional.of(taylor(primal, activity)) : Optional.empty();
        boolean hasSeries = isTaylor && declared.hasSeries() && isComposable(primal);
        Optional<Raw> series = hasSeries ? Optional.of(series(primal, activity)) : Optional.empty();
        boolean isSecondOrder = DerivativeForm.HESSIAN_VECTOR.isNeeded(derivatives);
        boolean isThirdOrder = DerivativeForm.THIRD_ORDER.isNeeded(derivatives);
        Optional<SecondOrder> second = isSecondOrder ? Optional.of(secondOrder(primal)) : Optional.empty();
        Optional<SecondOrder> composable = second.filter(stage -> isComposable(primal));
        return new RawDerivatives(
                parts,
                gradient.map(f -> adjoint("gradient", f)),
                adjoint("pullback", pullback),
                pushforward,
                block,
                taylor,
                series,
                second.flatMap(stage -> recorded.map(f -> stage.hessianVector(f, declared))),
                second.filter(stage -> derivatives.contains(Derivative.HESSIAN))
                        .flatMap(stage -> recorded.flatMap(f -> stage.block(f, declared))),
                second.filter(stage -> isThirdOrder).flatMap(stage -> recorded.map(f -> stage.thirdOrder(f, declared))),
                composable.map(stage -> stage.pushforward(recordedPullback, declared)),
                composable
                        .filter(stage -> isThirdOrder)
                        .map(stage -> stage.pullbackThirdOrder(recordedPullback, declared)),
                pushforward.isPresent() && isRule && method.independents().containsAll(method.outputs())
                        ? second.map(SecondOrder::secondPushforward)
                        : Optional.empty(),
                derivatives.contains(Derivative.SPARSITY)
                        ? Optional.of(pattern(separated.function()))
                        : Optional.empty(),
                overwrittenArrays(primal),
                method.independents().stream()
                        .filter(v -> !activity.isActive(v))
                        .toList());
    }

    /** Reports what cannot be differentiated, and what may surprise. */
    private void check(Function primal, ActivityResult activity) {
        refusePassiveResults(primal, activity);
        refuseStoredRecords(primal);
        report(LostDerivatives.find(primal, activity));
        RoundedValues.find(primal, activity).forEach(sink::report);
        options.explanation().addConstants(primal, activity);
    }

    private SeparateRecursion.Result separate(LoweredMethod lowered, String suffix) {
        Function function = valid(lowered.function());
        Set<Variable> own = new HashSet<>(function.parameters());
        own.removeAll(method.outputs());
        try {
            return SeparateRecursion.apply(
                    function,
                    method.independents(),
                    own,
                    lowered.helpers(),
                    LargeHelpers.separate(function, lowered.helpers(), lowered.recursive()),
                    name -> name + "In" + suffix);
        } catch (RefusedRows refused) {
            Diagnostic diagnostic = lowered.rows()
                    .refusal(refused.origin(), refused.code(), refused.arguments())
                    .orElseThrow(() -> new RefusedMethod(refused.code(), "", refused.arguments()));
            report(Set.of(diagnostic));
            throw new AbandonMethod();
        }
    }

    private Raw adjoint(String name, Function adjoint) {
        Function derivative = RecordArguments.ofAdjoint(adjoint, declared);
        return Raw.derivative(name, derivative, AdjointTransform.barShapes(derivative, method));
    }

    private Raw pushforward(Function primal, ActivityResult activity) {
        Function tangent = stage("tangent", CallCode.apply(TangentTransform.apply(primal, method, activity)));
        Function derivative = RecordArguments.ofTangent(RemoveDeadCode.apply(tangent), declared);
        return Raw.derivative("pushforward", derivative, AdjointTransform.barShapes(derivative, method));
    }

    private Raw block(Function primal, ActivityResult activity) {
        Function block = stage("tangents", CallCode.apply(PushforwardBlock.apply(primal, method, activity)));
        return Raw.derivative(
                "pushforwards",
                RecordArguments.ofFlatVectors(RemoveDeadCode.apply(block), declared),
                PushforwardBlock.shapes(block, method));
    }

    private Raw taylor(Function primal, ActivityResult activity) {
        try {
            Function series = stage("series", TaylorTransform.apply(primal, method, activity));
            return Raw.derivative(
                    "taylor", RecordArguments.ofFlatVectors(RemoveDeadCode.apply(series), declared), Map.of());
        } catch (NoSeries refused) {
            throw new RefusedMethod(DiagnosticCode.AD406, "", asked, refused.reason());
        }
    }

    private Raw series(Function primal, ActivityResult activity) {
        try {
            Function series = stage("composable series", TaylorTransform.composable(primal, method, activity));
            return Raw.derivative(
                    "series", RecordArguments.ofFlatVectors(RemoveDeadCode.apply(series), declared), Map.of());
        } catch (NoSeries refused) {
            throw new RefusedMethod(DiagnosticCode.AD406, "", asked, refused.reason());
        }
    }

    private PatternCode pattern(Function inlined) {
        try {
            Function shared = ShareConstants.apply(inlined);
            Function pattern = RemoveDeadCode.apply(PatternTransform.apply(shared, method, activity(shared)));
            if (!overwrittenArrays(pattern).isEmpty()) {
                throw new NoPattern("indices depend on what the method overwrites in its arguments");
            }
            Function simple = FoldConstants.apply(InlineTemporaries.apply(MergeDeclarations.apply(pattern)));
            Function complete = stage("pattern", RecordArguments.ofFlatVectors(simple, declared));
            if (BytecodeSize.estimate(complete) > LONGEST_METHOD) {
                throw new NoPattern("the method is too long");
            }
            PatternCode code = PatternCode.of(complete);
            options.explanation().addPattern(code);
            return code;
        } catch (NoPattern refused) {
            PatternCode code = PatternCode.detected(refused.reason());
            options.explanation().addPattern(code);
            return code;
        }
    }

    private PrimalMethod signature(SeparateRecursion.Helper helper) {
        List<Variable> independents = helper.independents();
        List<PrimalMethod.Parameter> parameters = helper.function().parameters().stream()
                .map(v -> new PrimalMethod.Parameter(
                        v, independents.contains(v), false, helper.outputs().contains(v)))
                .toList();
        return new PrimalMethod(
                method.packageName(),
                method.classNames(),
                helper.function().name(),
                parameters,
                helper.function().returnType(),
                true,
                false);
    }

    /** What stands for a recursive helper in the generated class: the helper itself and, if it is varied, its pullback. */
    private List<Raw> functions(SeparateRecursion.Helper helper, Set<DerivativeForm> forms) {
        Function primal = CallCode.apply(helper.function());
        parts.add(Raw.value("recursive helper", primal));
        if (helper.hasPullback()) {
            Function normal = normalize(helper.function());
            report(LostDerivatives.find(normal, activity(normal)));
            RoundedValues.find(normal, activity(normal)).forEach(sink::report);
            report(repeatedCalls(normal, helper.declaredName()));
            Function recorded = record(normal, AdjointTransform.Form.PULLBACK);
            Function pullback = stage("adjoint of the pullback", AdjointStage.layOut(recorded));
            parts.add(adjoint("pullback", pullback));
            if (!Collections.disjoint(forms, DerivativeForm.WITH_TANGENTS)) {
                parts.add(pushforward(normal, activity(normal)));
            }
            if (forms.contains(DerivativeForm.HESSIAN_VECTOR)) {
                parts.add(secondOrder(normal).pushforward(recorded, declared));
            }
            if (forms.contains(DerivativeForm.THIRD_ORDER)) {
                parts.add(secondOrder(normal).pullbackThirdOrder(recorded, declared));
            }
            if (forms.contains(DerivativeForm.TAYLOR)) {
                parts.add(series(normal, activity(normal)));
            }
        }
        return parts;
    }

    /** The pullback of a recursive helper runs it again, which calls of passive objects may notice. */
    private static Set<Diagnostic> repeatedCalls(Function helper, String name) {
        Set<Diagnostic> found = new LinkedHashSet<>();
        Walk.statements(helper.body(), s -> {
            if (s instanceof Perform call && call.code().refusal() != null) {
                Object position = call.code().refusal().position();
                found.add(Diagnostic.of(DiagnosticCode.AD233, position, name));
            }
        });
        return found;
    }

    private void report(Set<Diagnostic> diagnostics) {
        diagnostics.forEach(sink::report);
        if (!diagnostics.isEmpty()) {
            throw new AbandonMethod();
        }
    }

    private ActivityResult activity(Function primal) {
        return ActivityAnalysis.analyze(primal, method.independents(), method.outputs());
    }

    private static List<Variable> overwrittenArrays(Function primal) {
        Set<Variable> written = new Effects(new ArrayRoots(primal)).written(primal.body());
        return primal.parameters().stream()
                .filter(v -> v.type().isArray() && written.contains(v))
                .toList();
    }

    /** The primal itself, for code that cannot call it. */
    private Raw value(Function primal) {
        Function value = new Function(
                method.valueName(), primal.parameters(), primal.returnType(), CallCode.apply(primal.body()));
        return Raw.value("value", RecordArguments.ofFlatVectors(value, declared));
    }

    private SecondOrder secondOrder(Function primal) {
        return new SecondOrder(primal, method, activity(primal), asked, options);
    }

    /** Whether generated code of other methods calls the pullback. */
    private boolean isComposable(Function primal) {
        return method.outputs().containsAll(overwrittenArrays(primal)) && declared.isComposable();
    }

    private Function record(Function primal, AdjointTransform.Form form) {
        return new AdjointStage(primal, method, form, options.storeAll(), Throwing.deadVariables(primal)).record();
    }

    /** The method as the user wrote it may break rules that javac checks after the processors have run. */
    private Function valid(Function lowered) {
        try {
            return stage("lowered", lowered);
        } catch (IrVerifier.Violation e) {
            throw new RefusedMethod(DiagnosticCode.AD130, "", method.name(), e.reason());
        }
    }

    /** What is stored in a constant has no bar to flow back into. */
    private void refusePassiveResults(Function primal, ActivityResult activity) {
        for (Variable parameter : primal.parameters()) {
            boolean hasBar = method.independents().contains(parameter)
                    || method.outputs().contains(parameter) && !method.hasGradient();
            if (activity.isActive(parameter) && !hasBar) {
                throw new RefusedMethod(DiagnosticCode.AD131, parameter.name(), parameter.name());
            }
        }
    }

    /** The caller's array holds objects, which a sweep that works on their components cannot replace. */
    private void refuseStoredRecords(Function primal) {
        for (Variable component : overwrittenArrays(primal)) {
            declared.recordArray(component).ifPresent(array -> {
                throw new RefusedMethod(DiagnosticCode.AD132, array.name(), array.name());
            });
        }
    }

    private Function normalize(Function inlined) {
        Function f = stage("inlined", FoldLiterals.apply(inlined));
        f = stage("constants shared", GuardConstants.apply(ShareConstants.apply(f)));
        f = stage("narrowed", NarrowDeclarations.apply(f));
        f = stage("work arrays", NarrowWorkArrays.apply(f));
        f = stage("renamed", RenameReassigned.apply(f));
        f = stage("split", SplitExpressions.apply(f, activity(f)));
        return stage("normalized", NameDeadConditions.apply(NameConditions.apply(f)));
    }

    private Function stage(String name, Function function) {
        return options.stage(name, function);
    }
}
