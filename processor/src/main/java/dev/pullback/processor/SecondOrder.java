package dev.pullback.processor;

import dev.pullback.processor.RawDerivatives.Raw;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.normalize.SplitExpressions;
import dev.pullback.processor.optimize.RemoveDeadCode;
import dev.pullback.processor.rules.RuleTable;
import dev.pullback.processor.transform.RecordArguments;
import dev.pullback.processor.transform.tangent.HessianVectorTransform;
import dev.pullback.processor.transform.tangent.PullbackPushforward;
import dev.pullback.processor.transform.tangent.PullbackThirdOrder;
import dev.pullback.processor.transform.tangent.SecondPushforward;
import dev.pullback.processor.transform.tangent.TangentTransform;
import dev.pullback.processor.transform.tangent.ThirdOrderTransform;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Second derivatives, forward over reverse: the tangent transform applied to an adjoint that still has its pushes and pops. The
 * tape is laid out afterwards, when it is known which tangents cross on it.
 */
final class SecondOrder {

    private final Function primal;
    private final PrimalMethod method;
    private final ActivityResult activity;
    private final String asked;
    private final StageOptions options;

    /**
     * For one method.
     *
     * @param primal in normal form
     * @param method without records
     * @param activity that of the primal
     * @param asked the method whose derivatives are asked for, as messages name it
     */
    SecondOrder(Function primal, PrimalMethod method, ActivityResult activity, String asked, StageOptions options) {
        this.primal = primal;
        this.activity = activity;
        this.method = method;
        this.asked = asked;
        this.options = options;
        Walk.statements(primal.body(), s -> {
            if (s instanceof Invoke call && isActive(call) && !call.callee().hasSecondOrder()) {
                throw withoutSecondOrder(call.callee());
            }
        });
    }

    /** Whether the pullback of a call is called. */
    private boolean isActive(Invoke call) {
        return call.result() != null && activity.isActive(call.variable()) && activity.reaches(call);
    }

    private RefusedMethod withoutSecondOrder(Callee callee) {
        String name = callee.method().name();
        return callee.rule()
                .map(rule -> new RefusedMethod(
                        DiagnosticCode.AD408,
                        "",
                        asked,
                        name,
                        rule.pullback().orElseThrow().method().name(),
                        rule.advice().second()))
                .orElseGet(() -> new RefusedMethod(DiagnosticCode.AD404, "", asked, name, secondOrderOf(callee)));
    }

    private static String secondOrderOf(Callee callee) {
        return callee.gradientOf()
                .map(of -> "add derivatives = Derivative.THIRD_ORDER to the annotation of '"
                        + of.method().name() + "'")
                .orElse("add derivatives = Derivative.HESSIAN_VECTOR to its annotation");
    }

    /** The product of the Hessian with a vector, from the adjoint that gives the gradient. */
    Raw hessianVector(Function recorded, PrimalMethod declared) {
        Function product = layOut(product(recorded, HessianVectorTransform::apply));
        Map<Variable, Variable> shapes = HessianVectorTransform.shapes(product, method);
        return Raw.derivative("hessian-vector", RecordArguments.ofFlatVectors(product, declared), shapes);
    }

    /**
     * The products of the Hessian with several vectors at once. Nothing if calls make bars, which must be added to once, and
     * nothing without nested loops: products of such methods are faster one by one (measured, ADR 0033).
     */
    Optional<Raw> block(Function recorded, PrimalMethod declared) {
        boolean[] hasCalls = {false};
        Walk.statements(primal.body(), s -> hasCalls[0] |= s instanceof Invoke);
        if (hasCalls[0] || method.blockWidth() == 1 || loopDepth(primal.body()) < 2) {
            return Optional.empty();
        }
        Function products = layOut(product(recorded, HessianVectorTransform::block));
        Map<Variable, Variable> shapes = HessianVectorTransform.shapes(products, method);
        return Optional.of(
                Raw.derivative("hessian-vectors", RecordArguments.ofFlatVectors(products, declared), shapes));
    }

    private static int loopDepth(Block block) {
        int depth = 0;
        for (Statement statement : block.statements()) {
            int own = statement instanceof CountedLoop || statement instanceof While ? 1 : 0;
            for (Block inner : Walk.blocks(statement)) {
                depth = Math.max(depth, own + loopDepth(inner));
            }
        }
        return depth;
    }

    /** The transform of an adjoint in one direction or several. */
    private interface Products {
        Function apply(Function adjoint, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten);
    }

    /** The product with its pushes and pops. */
    private Function product(Function recorded, Products products) {
        Function adjoint = HessianVectorTransform.prepare(recorded);
        adjoint = SplitExpressions.apply(adjoint, HessianVectorTransform.activity(adjoint, method));
        ActivityResult activity = HessianVectorTransform.activity(adjoint, method);
        refuseUnknown(adjoint, activity);
        return products.apply(adjoint, method, activity, overwritten());
    }

    /** The directional derivative of the product with the Hessian. */
    Raw thirdOrder(Function recorded, PrimalMethod declared) {
        requireThirdOrder();
        Function product = product(recorded, HessianVectorTransform::open);
        product = SplitExpressions.apply(product, ThirdOrderTransform.activity(product, method));
        ActivityResult activity = ThirdOrderTransform.activity(product, method);
        refuseUnknown(product, activity);
        Function third = layOut(ThirdOrderTransform.apply(product, method, activity, overwritten()));
        Map<Variable, Variable> shapes = ThirdOrderTransform.shapes(third, method);
        return Raw.derivative("third-order", RecordArguments.ofFlatVectors(third, declared), shapes);
    }

    private void requireThirdOrder() {
        Walk.statements(primal.body(), s -> {
            if (s instanceof Invoke call
                    && isActive(call)
                    && !call.callee().forms().contains(DerivativeForm.THIRD_ORDER)) {
                String name = call.callee().method().name();
                throw new RefusedMethod(DiagnosticCode.AD407, "", asked, name, thirdOrderOf(call.callee()));
            }
        });
    }

    private static String thirdOrderOf(Callee callee) {
        if (callee.gradientOf().isPresent()) {
            return "leave Derivative.THIRD_ORDER out; there are no fourth derivatives";
        }
        return callee.rule()
                .map(rule -> rule.advice().third())
                .orElse("add derivatives = Derivative.THIRD_ORDER to its annotation");
    }

    private Set<Variable> overwritten() {
        return new Effects(new ArrayRoots(primal)).written(primal.body());
    }

    /** The pushforward of the pullback. Its bars are those of components: generated code alone calls it. */
    Raw pushforward(Function recorded, PrimalMethod declared) {
        Function pushforward = layOut(pushforward(recorded, true));
        return Raw.derivative(
                "pushforward of the pullback", RecordArguments.ofFlatVectors(pushforward, declared), Map.of());
    }

    private Function pushforward(Function recorded, boolean isFinal) {
        Function pullback = SplitExpressions.apply(recorded, PullbackPushforward.activity(recorded, method));
        ActivityResult activity = PullbackPushforward.activity(pullback, method);
        refuseUnknown(pullback, activity);
        return PullbackPushforward.apply(pullback, method, activity, overwritten(), isFinal);
    }

    /** The pushforward of that, which third derivatives of callers are composed of. */
    Raw pullbackThirdOrder(Function recorded, PrimalMethod declared) {
        requireThirdOrder();
        Function pushforward = pushforward(recorded, false);
        pushforward = SplitExpressions.apply(pushforward, PullbackThirdOrder.activity(pushforward, method));
        ActivityResult activity = PullbackThirdOrder.activity(pushforward, method);
        refuseUnknown(pushforward, activity);
        Function third = layOut(PullbackThirdOrder.apply(pushforward, method, activity, overwritten()));
        return Raw.derivative("third order of the pullback", RecordArguments.ofFlatVectors(third, declared), Map.of());
    }

    /** The pushforward of the pushforward of a pullback that is a rule: third derivatives of what calls the method take it. */
    Raw secondPushforward() {
        Function pushforward = TangentTransform.open(primal, method, activity);
        pushforward = SplitExpressions.apply(pushforward, SecondPushforward.activity(pushforward, method));
        ActivityResult second = SecondPushforward.activity(pushforward, method);
        refuseUnknown(pushforward, second);
        Function twice = CallCode.apply(SecondPushforward.apply(pushforward, method, second));
        return Raw.derivative(
                "second pushforward", options.stage("tangent of the tangent", RemoveDeadCode.apply(twice)), Map.of());
    }

    /** Partial derivatives may call functions whose own derivatives nobody knows. */
    private void refuseUnknown(Function adjoint, ActivityResult activity) {
        Walk.statements(
                adjoint.body(),
                s -> Walk.inputs(s)
                        .forEach(input -> Walk.expressions(input, e -> {
                            if (e instanceof Call call
                                    && call.type().isReal()
                                    && RuleTable.find(call).isEmpty()
                                    && call.arguments().stream().anyMatch(activity::varies)) {
                                throw new RefusedMethod(
                                        DiagnosticCode.AD405,
                                        "",
                                        asked,
                                        call.method().name());
                            }
                        })));
    }

    private Function layOut(Function tangent) {
        Function pruned = RemoveDeadCode.apply(tangent, slot -> options.storeAll(), Set.of());
        Function result = AdjointStage.layOut(pruned);
        return options.stage("tangent of the adjoint", result);
    }
}
