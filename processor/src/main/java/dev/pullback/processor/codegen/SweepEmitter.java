package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The derivative functions themselves: each with a workspace, where the body stands, and as an overload without one; and
 * their private parts.
 */
final class SweepEmitter {
    /** Ends the names of sweeps that are given the values of the receiver's fields. */
    static final String AT = "At";

    private final MethodContext context;
    private final CodeBlock link;

    SweepEmitter(MethodContext context) {
        this.context = context;
        this.link = GeneratedJavadoc.link(context);
    }

    List<MethodSpec> valueAndGradient() {
        return pair(
                context.name("ValueAndGradient"),
                JavaTypes.of(context.primal().returnType()),
                context.signatures().valueAndGradient(),
                context.derivatives().sweeps().flatMap(Sweeps::valueAndGradient),
                CodeBlock.of("Computes the value of $L and overwrites the bars with its gradient.", link),
                "the value of the primal",
                checks -> checks.bars().distinctBars());
    }

    List<MethodSpec> pullback() {
        Optional<Function> function = context.derivatives().sweeps().map(Sweeps::pullback);
        return pair(
                function.map(Function::name).orElse(context.name("Pullback")),
                TypeName.VOID,
                context.signatures().pullback(),
                function,
                CodeBlock.of(
                        context.primal().hasGradient()
                                ? "Adds to the bars the gradient of $L times the adjoint of its result."
                                : "Adds to the bars the adjoints of the results times the Jacobian of $L.",
                        link),
                "",
                checks -> checks.bars().distinctTwins().unreadBars());
    }

    /** Empty unless asked for; a method that was not differentiated may have been asked for it. */
    List<MethodSpec> pushforward() {
        Optional<Function> function = context.derivatives().sweeps().flatMap(Sweeps::pushforward);
        if (context.isDifferentiated() && function.isEmpty()) {
            return List.of();
        }
        return pair(
                context.name("Pushforward"),
                JavaTypes.of(context.primal().resultBarType()),
                context.signatures().pushforward(),
                function,
                CodeBlock.of("Computes the directional derivative of $L along the tangents.", link),
                "the derivative along the tangents",
                ArgumentChecks::tangents);
    }

    /** The pushforward in several directions at once, which others call. */
    List<MethodSpec> pushforwardBlock() {
        CodeBlock summary = CodeBlock.of(
                "Computes the directional derivatives of $L in several directions with one run of it.", link);
        return composed(
                Sweeps::pushforwardBlock, () -> context.signatures().pushforwardBlock(), summary, checks -> checks);
    }

    /** The Taylor coefficients, in the form with a workspace. */
    List<MethodSpec> taylor() {
        String name = context.name("Taylor");
        List<Parameter> parameters = context.signatures().taylor();
        CodeBlock summary = CodeBlock.of(
                "Overwrites {@code coefficients} with the Taylor coefficients of $L along a direction.", link);
        return asked(name, Sweeps::taylor, parameters, summary, ArgumentChecks::taylor);
    }

    /** The series of the result, which callers compose. */
    List<MethodSpec> series() {
        CodeBlock summary = CodeBlock.of("Computes the power series of $L from those of its arguments.", link);
        return composed(
                Sweeps::series,
                () -> context.signatures().withoutFields(context.composed().series()),
                summary,
                checks -> checks);
    }

    /** The product with the Hessian, in the form with a workspace. */
    List<MethodSpec> hessianVector() {
        String name = context.name("HessianVector");
        List<Parameter> parameters = context.signatures().hessianVector();
        CodeBlock summary = CodeBlock.of("Overwrites {@code product} with the Hessian of $L times a vector.", link);
        return asked(name, Sweeps::hessianVector, parameters, summary, ArgumentChecks::flatVectors);
    }

    /** The derivative of the product with the Hessian, in the form with a workspace. */
    List<MethodSpec> thirdOrder() {
        String name = context.name("ThirdOrder");
        List<Parameter> parameters = context.signatures().thirdOrder();
        CodeBlock summary = CodeBlock.of(
                "Overwrites {@code result} with the third derivatives of $L multiplied with two vectors.", link);
        return asked(name, Sweeps::thirdOrder, parameters, summary, ArgumentChecks::flatVectors);
    }

    /** The pattern of the Jacobian or Hessian, from sizes and passive arguments or else from products. */
    List<MethodSpec> pattern() {
        String matrix = context.primal().hasJacobian() ? "Jacobian" : "Hessian";
        String name = context.name(matrix + "Pattern");
        List<Parameter> parameters = context.signatures().arguments();
        String result = "where the " + matrix + " may differ from zero, rows and columns in the order of "
                + context.signatures().flatOrder();
        CodeBlock summary = CodeBlock.of(
                "Computes where the $L of $L can have entries, whatever the values of the independents are.",
                matrix,
                link);
        Optional<PatternCode> pattern = context.derivatives().sweeps().flatMap(Sweeps::pattern);
        Optional<Function> function = pattern.flatMap(PatternCode::function);
        if (function.isPresent()) {
            return swept(name, function.get(), parameters, summary, JavaTypes.PATTERN, result, checks -> checks);
        }
        CodeBlock detected = CodeBlock.of(
                "Detects where the $L of $L has entries, at one point: on other branches there may be others, since $L.",
                matrix,
                link,
                pattern.map(PatternCode::reason).orElse("the method was not differentiated"));
        CodeBlock body = context.isDifferentiated() ? new DetectedPattern(context).body() : context.stubBody();
        return List.of(withBody(name, JavaTypes.PATTERN, parameters, detected, result, body));
    }

    /** What second derivatives of callers are composed of, if there is any. */
    List<MethodSpec> pullbackPushforward() {
        CodeBlock summary = CodeBlock.of(
                "Adds to the bars what {@code $L} adds to them, and to their tangents the directional derivative of that.",
                context.name("Pullback"));
        return composed(
                Sweeps::pullbackPushforward,
                () -> context.signatures().withoutFields(context.composed().pullbackPushforward()),
                summary,
                ArgumentChecks::allShapes);
    }

    /** What third derivatives of callers are composed of, if there is any. */
    List<MethodSpec> pullbackThirdOrder() {
        CodeBlock summary = CodeBlock.of(
                "Does what {@code $L} does, and computes the directional derivative of that: it adds to the second tangents.",
                context.name("PullbackPushforward"));
        return composed(
                Sweeps::pullbackThirdOrder,
                () -> context.signatures().withoutFields(context.composed().pullbackThirdOrder()),
                summary,
                ArgumentChecks::like);
    }

    /** What third derivatives of methods whose rule this is are composed of, if there is any. */
    List<MethodSpec> secondPushforward() {
        CodeBlock summary = CodeBlock.of(
                "Does what {@code $L} does, and computes the directional derivative of that.",
                context.name("Pushforward"));
        return context.derivatives()
                .sweeps()
                .flatMap(Sweeps::secondPushforward)
                .map(f -> swept(
                        f.name(),
                        f,
                        context.composed().secondPushforward(),
                        summary,
                        JavaTypes.of(f.returnType()),
                        "the derivative, along the second tangents, of the derivative along the first",
                        ArgumentChecks::like))
                .orElse(List.of());
    }

    /** The private functions that the sweeps call. */
    List<MethodSpec> parts() {
        return context.derivatives().sweeps().stream()
                .flatMap(sweeps -> Stream.concat(sweeps.hessianBlock().stream(), sweeps.parts().stream()))
                .map(this::part)
                .toList();
    }

    /** A derivative that a user asks for and calls, a stub if the method could not be differentiated. */
    private List<MethodSpec> asked(
            String name,
            java.util.function.Function<Sweeps, Optional<Function>> sweep,
            List<Parameter> parameters,
            CodeBlock summary,
            UnaryOperator<ArgumentChecks> checks) {
        return context.derivatives()
                .sweeps()
                .flatMap(sweep)
                .map(f -> swept(name, f, parameters, summary, checks))
                .orElseGet(() -> List.of(withBody(name, TypeName.VOID, parameters, summary, "", context.stubBody())));
    }

    /** A derivative that other generated code calls, if there is one. */
    private List<MethodSpec> composed(
            java.util.function.Function<Sweeps, Optional<Function>> sweep,
            Supplier<List<Parameter>> parameters,
            CodeBlock summary,
            UnaryOperator<ArgumentChecks> checks) {
        return context.derivatives()
                .sweeps()
                .flatMap(sweep)
                .map(f -> swept(f.name(), f, parameters.get(), summary, checks))
                .orElse(List.of());
    }

    /**
     * The method with a workspace. With respect to fields the sweep stands in a private method, which is given their values, and
     * the one for users takes them from the receiver.
     *
     * @param own the parameters without the fields
     */
    private List<MethodSpec> swept(
            String name,
            Function function,
            List<Parameter> own,
            CodeBlock summary,
            UnaryOperator<ArgumentChecks> checks) {
        return swept(name, function, own, summary, TypeName.VOID, "", checks);
    }

    private List<MethodSpec> swept(
            String name,
            Function function,
            List<Parameter> own,
            CodeBlock summary,
            TypeName returnType,
            String result,
            UnaryOperator<ArgumentChecks> checks) {
        if (context.primal().fields().isEmpty()) {
            return List.of(core(name, function, own, summary, result, checks));
        }
        List<Parameter> all = context.signatures().withFieldParameters(own);
        CodeBlock call = CodeBlock.of("$L($L)", name + AT, context.signatures().withFields(all));
        CodeBlock text = withAllocation(summary, function);
        return List.of(
                withBody(name, returnType, own, text, result, statement(returnType, call)),
                core(name + AT, function, all, summary, result, checks));
    }

    private List<MethodSpec> pair(
            String name,
            TypeName returnType,
            List<Parameter> parameters,
            Optional<Function> function,
            CodeBlock summary,
            String result,
            UnaryOperator<ArgumentChecks> checks) {
        List<Parameter> own = context.signatures().withoutFields(parameters);
        List<MethodSpec> methods = new ArrayList<>();
        if (function.isEmpty()) {
            methods.add(withBody(name, returnType, own, summary, result, context.stubBody()));
        } else {
            methods.addAll(swept(name, function.get(), own, summary, returnType, result, checks));
        }
        List<Parameter> withoutWorkspace = own.subList(0, own.size() - 1);
        CodeBlock call =
                CodeBlock.of("$L($L,$Wnew $T())", name, MethodContext.names(withoutWorkspace), JavaTypes.WORKSPACE);
        CodeBlock shortBody = function.isPresent() ? statement(returnType, call) : context.stubBody();
        methods.add(0, withBody(name, returnType, withoutWorkspace, summary, result, shortBody));
        return methods;
    }

    private static CodeBlock statement(TypeName returnType, CodeBlock call) {
        return CodeBlock.builder()
                .addStatement(returnType.equals(TypeName.VOID) ? "$L" : "return $L", call)
                .build();
    }

    private static CodeBlock withAllocation(CodeBlock summary, Function function) {
        if (function.parameters().stream().noneMatch(v -> v.type().equals(ObjectType.WORKSPACE))) {
            return summary;
        }
        String allocated = function.returnType() instanceof PrimitiveType ? "nothing" : "only the result";
        return CodeBlock.of(
                "$L\n\n<p>Allocates $L once the workspace has grown to the arguments' sizes.", summary, allocated);
    }

    /** The method that holds the sweep; its parameters have the names that the function's body uses. */
    private MethodSpec core(
            String name,
            Function function,
            List<Parameter> expected,
            CodeBlock summary,
            String result,
            UnaryOperator<ArgumentChecks> shapes) {
        checkTypes(function, expected);
        GeneratedNames names = context.namesOf(function);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            parameters.add(expected.get(i).named(names.of(function.parameters().get(i))));
        }
        CodeBlock body = CodeBlock.builder()
                .add(shapes.apply(new ArgumentChecks(context.primal(), parameters))
                        .aliases(context.derivatives()
                                .sweeps()
                                .map(Sweeps::overwritten)
                                .orElse(List.of()))
                        .code())
                .add(StatementEmitter.emit(function.body(), names))
                .build();
        CodeBlock text = withAllocation(summary, function);
        return withBody(name, JavaTypes.of(function.returnType()), parameters, text, result, body);
    }

    private MethodSpec withBody(
            String name,
            TypeName returnType,
            List<Parameter> parameters,
            CodeBlock summary,
            String result,
            CodeBlock body) {
        boolean isInner = name.endsWith(AT);
        MethodSpec.Builder method = (isInner
                        ? context.method(name, returnType, parameters, Modifier.PRIVATE)
                        : context.method(name, returnType, parameters, context.visibility()))
                .addCode(body);
        GeneratedJavadoc javadoc = new GeneratedJavadoc("$L", summary).parameters(parameters);
        if (!returnType.equals(TypeName.VOID)) {
            javadoc.returns(result);
        }
        int arguments = isInner
                ? context.primal().parameters().size()
                : context.primal().arguments().size();
        Stream<Parameter> companions = parameters.stream().skip(arguments);
        boolean isChecked = !isBlock(name) && !isCalled(name, "Series");
        if (isChecked && companions.anyMatch(p -> p.type() instanceof ArrayTypeName)) {
            javadoc.throwsOnShape(shapeText(name));
        }
        javadoc.addTo(method);
        return method.build();
    }

    private boolean isBlock(String name) {
        return isCalled(name, PrimalMethod.BLOCK);
    }

    private boolean isCalled(String name, String suffix) {
        return name.equals(context.name(suffix)) || name.equals(context.name(suffix) + AT);
    }

    private String shapeText(String name) {
        if (isCalled(name, "HessianVector") || isCalled(name, "ThirdOrder")) {
            return "a vector does not have one entry per scalar, or the result overwrites what is read";
        }
        if (isCalled(name, "Taylor")) {
            return "the direction does not have one entry per scalar, or the coefficients are empty or overwrite what is read";
        }
        boolean isTangent = name.startsWith(context.name("Pushforward"));
        return (isTangent ? "a tangent" : "a bar") + " does not have the shape of its argument";
    }

    private MethodSpec part(Function function) {
        GeneratedNames names = context.namesOf(function);
        List<Parameter> parameters = function.parameters().stream()
                .map(v -> new Parameter(JavaTypes.of(v.type()), names.of(v), "as in the calling method"))
                .toList();
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(JavaTypes.of(function.returnType()))
                .addCode(StatementEmitter.emit(function.body(), names));
        parameters.forEach(p -> method.addParameter(MethodContext.parameter(p)));
        GeneratedJavadoc javadoc = new GeneratedJavadoc("Part of the derivatives of $L.", link).parameters(parameters);
        if (function.returnType() != PrimitiveType.VOID) {
            javadoc.returns("what the calling method goes on with");
        }
        javadoc.addTo(method);
        return method.build();
    }

    private void checkTypes(Function function, List<Parameter> expected) {
        List<TypeName> actual =
                function.parameters().stream().map(v -> JavaTypes.of(v.type())).toList();
        List<TypeName> wanted = expected.stream().map(Parameter::type).toList();
        if (!actual.equals(wanted)) {
            throw new IllegalStateException(
                    "the parameters of " + function.name() + " are " + actual + ", the contract says " + wanted);
        }
    }
}
