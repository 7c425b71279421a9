package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The derivative functions themselves: each with a workspace, where the body stands, and as an overload without one; and
 * their private parts.
 */
final class SweepEmitter {

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
                "the value of the primal");
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
                "");
    }

    /** Empty unless asked for; a method that was not differentiated may have been asked for it. */
    List<MethodSpec> pushforward() {
        Optional<Function> function = context.derivatives().sweeps().flatMap(Sweeps::pushforward);
        if (context.isDifferentiated() && function.isEmpty()) {
            return List.of();
        }
        return pair(
                context.name("Pushforward"),
                JavaTypes.of(context.primal().returnType()),
                context.signatures().pushforward(),
                function,
                CodeBlock.of("Computes the directional derivative of $L along the tangents.", link),
                "the derivative along the tangents");
    }

    /** The private functions that the sweeps call. */
    List<MethodSpec> parts() {
        List<Function> parts = context.derivatives().sweeps().map(Sweeps::parts).orElse(List.of());
        return parts.stream().map(this::part).toList();
    }

    private List<MethodSpec> pair(
            String name,
            TypeName returnType,
            List<Parameter> parameters,
            Optional<Function> function,
            CodeBlock summary,
            String result) {
        MethodSpec core = function.map(f -> core(name, f, parameters, summary, result))
                .orElseGet(() -> withBody(name, returnType, parameters, summary, result, context.stubBody()));
        List<Parameter> withoutWorkspace = parameters.subList(0, parameters.size() - 1);
        CodeBlock call =
                CodeBlock.of("$L($L,$Wnew $T())", name, MethodContext.names(withoutWorkspace), JavaTypes.WORKSPACE);
        CodeBlock body = CodeBlock.builder()
                .addStatement(returnType.equals(TypeName.VOID) ? "$L" : "return $L", call)
                .build();
        CodeBlock shortBody = function.isPresent() ? body : context.stubBody();
        return List.of(withBody(name, returnType, withoutWorkspace, summary, result, shortBody), core);
    }

    /** The method that holds the sweep; its parameters have the names that the function's body uses. */
    private MethodSpec core(
            String name, Function function, List<Parameter> expected, CodeBlock summary, String result) {
        checkTypes(function, expected);
        GeneratedNames names = GeneratedNames.of(function, context.reserved());
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            parameters.add(expected.get(i).named(names.of(function.parameters().get(i))));
        }
        CodeBlock body = CodeBlock.builder()
                .add(shapeChecks(parameters))
                .add(aliasChecks(parameters))
                .add(StatementEmitter.emit(function.body(), names))
                .build();
        String allocated = function.returnType().isArray() ? "only the result" : "nothing";
        CodeBlock text = CodeBlock.of(
                "$L\n\n<p>Allocates $L once the workspace has grown to the arguments' sizes.", summary, allocated);
        return withBody(name, JavaTypes.of(function.returnType()), parameters, text, result, body);
    }

    private MethodSpec withBody(
            String name,
            TypeName returnType,
            List<Parameter> parameters,
            CodeBlock summary,
            String result,
            CodeBlock body) {
        MethodSpec.Builder method = context.method(name, returnType, parameters).addCode(body);
        GeneratedJavadoc javadoc = new GeneratedJavadoc("$L", summary).parameters(parameters);
        if (!returnType.equals(TypeName.VOID)) {
            javadoc.returns(result);
        }
        Stream<Parameter> companions =
                parameters.stream().skip(context.primal().parameters().size());
        if (companions.anyMatch(p -> p.type() instanceof ArrayTypeName)) {
            boolean isTangent = name.equals(context.name("Pushforward"));
            javadoc.throwsOnShape((isTangent ? "a tangent" : "a bar") + " does not have the shape of its argument");
        }
        javadoc.addTo(method);
        return method.build();
    }

    /** Checks of all bars (or tangents) before anything is read, so that a wrong shape leaves every bar untouched. */
    private CodeBlock shapeChecks(List<Parameter> parameters) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Parameter> companions = companions(parameters);
        for (Parameter companion : companions) {
            if (companion.like() != null) {
                String argument = parameters.get(indexOf(companion.like())).name();
                code.addStatement(
                        "$T.requireSame($L, $L, $S)", JavaTypes.SHAPES, argument, companion.name(), companion.name());
            }
        }
        int scalars = context.primal().scalarIndependents().size();
        Parameter last = companions.get(companions.size() - 1);
        if (scalars > 0 && last.like() == null && last.type() instanceof ArrayTypeName) {
            code.addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, last.name(), scalars, last.name());
        }
        return code.add(outputChecks(companions)).build();
    }

    /** What stands between the primal's arguments and the workspace: seeds, bars, tangents. */
    private List<Parameter> companions(List<Parameter> parameters) {
        return parameters.subList(context.primal().parameters().size(), parameters.size() - 1);
    }

    /** The adjoint or tangent of an output changes on the way, so no other one may be the same array. */
    private CodeBlock outputChecks(List<Parameter> companions) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Variable> outputs = context.primal().outputs();
        for (Parameter companion : companions) {
            for (Parameter other : companions) {
                boolean isPair =
                        !outputs.contains(other.like()) || companions.indexOf(companion) < companions.indexOf(other);
                if (outputs.contains(companion.like())
                        && !other.equals(companion)
                        && isPair
                        && other.type() instanceof ArrayTypeName) {
                    code.addStatement(
                            "$T.requireDistinct($L, $L, $S, $S)",
                            JavaTypes.SHAPES,
                            companion.name(),
                            other.name(),
                            companion.name(),
                            other.name());
                }
            }
        }
        return code.build();
    }

    /** What the primal overwrites must not be reachable through another argument. */
    private CodeBlock aliasChecks(List<Parameter> parameters) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Variable> overwritten =
                context.derivatives().sweeps().map(Sweeps::overwritten).orElse(List.of());
        for (Variable array : overwritten) {
            String name = parameters.get(indexOf(array)).name();
            if (((ArrayType) array.type()).rank() > 1) {
                code.addStatement("$T.requireDistinctRows($L, $S)", JavaTypes.SHAPES, name, name);
            }
            for (PrimalMethod.Parameter parameter : context.primal().parameters()) {
                Variable other = parameter.variable();
                boolean isPair = !overwritten.contains(other) || indexOf(array) < indexOf(other);
                if (isPair && other != array && mayShare(array, other)) {
                    String otherName = parameters.get(indexOf(other)).name();
                    code.addStatement(
                            "$T.requireDistinct($L, $L, $S, $S)", JavaTypes.SHAPES, name, otherName, name, otherName);
                }
            }
        }
        return code.build();
    }

    private static boolean mayShare(Variable first, Variable second) {
        return first.type() instanceof ArrayType a
                && second.type() instanceof ArrayType b
                && a.scalar().equals(b.scalar());
    }

    private int indexOf(Variable argument) {
        for (int i = 0; i < context.primal().parameters().size(); i++) {
            if (context.primal().parameters().get(i).variable() == argument) {
                return i;
            }
        }
        throw new AssertionError(argument);
    }

    private MethodSpec part(Function function) {
        GeneratedNames names = GeneratedNames.of(function, context.reserved());
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
