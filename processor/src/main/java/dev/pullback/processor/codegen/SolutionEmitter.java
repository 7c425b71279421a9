package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Solution;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code fPullback} and {@code fPushforward} of a method whose result solves an equation, made of those of the equation. They
 * are rules like a user's and take the solution.
 */
final class SolutionEmitter {

    private final Solution solution;
    private final PrimalMethod primal;
    private final ClassName generatedClass;
    private final MethodContext context;
    private final Signatures signatures;
    private final NameScope scope;
    private final Parameter result;

    SolutionEmitter(Solution solution, ClassName primalClass, ClassName generatedClass, Set<String> reserved) {
        this.solution = solution;
        this.primal = solution.primal();
        this.generatedClass = generatedClass;
        this.context = new MethodContext(new MethodDerivatives(primal, Optional.empty()), primalClass, reserved);
        this.signatures = context.signatures();
        this.scope = signatures.scope();
        this.result = new Parameter(type(), scope.take("solution"), "what the method returned");
    }

    List<MethodSpec> methods() {
        return solution.hasPushforward() ? List.of(pullback(), pushforward()) : List.of(pullback());
    }

    private MethodSpec pullback() {
        Parameter seed = new Parameter(type(), scope.take("solutionBar"), "the adjoint of the solution: the seed");
        List<Parameter> bars = signatures.bars(scope, BarUse.ADDED_TO);
        List<Parameter> parameters = new ArrayList<>(signatures.arguments());
        parameters.addAll(List.of(result, seed));
        parameters.addAll(returnsBar() ? List.of() : bars);
        MethodSpec.Builder method =
                context.method(context.name("Pullback"), returnsBar() ? TypeName.DOUBLE : TypeName.VOID, parameters);
        GeneratedJavadoc text = new GeneratedJavadoc(
                        "Computes the adjoints of the arguments of $L from that of its result.",
                        GeneratedJavadoc.link(context))
                .parameters(parameters);
        if (returnsBar()) {
            text.returns("the adjoint of " + signatures.codes(primal.independents()));
        }
        text.addTo(method);
        return method.addCode(isVector() ? vectorPullback(seed, bars) : scalarPullback(seed, bars))
                .build();
    }

    /** Rules for a single number return its adjoint. */
    private boolean returnsBar() {
        return primal.independents().size() == 1 && scalars() == 1;
    }

    private CodeBlock vectorPullback(Parameter seed, List<Parameter> bars) {
        String bar = scope.take("equationBar");
        String anySeed = scope.take("seed");
        String anyBar = scope.take("bar");
        Stream<CodeBlock> unused = Stream.concat(
                zeros(primal.arrayIndependents()), scalars() > 0 ? Stream.of(zeros(scalars())) : Stream.empty());
        CodeBlock pullback = equation("Pullback", Stream.concat(names(anySeed, anyBar), unused));
        CodeBlock.Builder code = CodeBlock.builder();
        if (returnsBar()) {
            code.addStatement("double[] $L = $L", bars.get(0).name(), zeros(1));
        }
        code.addStatement(
                "double[] $L = $L.adjoint($L,$W($L, $L) -> $L)", bar, solver(), seed.name(), anySeed, anyBar, pullback);
        Stream<CodeBlock> seedAndNoBar = Stream.of(CodeBlock.of("$L", bar), noVector());
        code.addStatement(equation("Pullback", Stream.concat(seedAndNoBar, names(bars))));
        return returnsBar()
                ? code.addStatement("return $L[0]", bars.get(0).name()).build()
                : code.build();
    }

    /** The adjoints of scalars are multiples of what the seed one gives; those of arrays take a call of their own. */
    private CodeBlock scalarPullback(Parameter seed, List<Parameter> bars) {
        String slopes = scope.take("slopes");
        String bar = scope.take("equationBar");
        CodeBlock one = CodeBlock.of("1.0");
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("double[] $L = $L", slopes, zeros(scalars() + 1));
        code.addStatement(equation(
                "Pullback",
                Stream.of(Stream.of(one), zeros(primal.arrayIndependents()), names(slopes))
                        .flatMap(s -> s)));
        code.addStatement("double $L = $L.adjoint($L, $L[0])", bar, solver(), seed.name(), slopes);
        if (returnsBar()) {
            return code.addStatement("return $L * $L[1]", bar, slopes).build();
        }
        List<Parameter> arrayBars = bars.subList(0, primal.arrayIndependents().size());
        if (!arrayBars.isEmpty()) {
            code.addStatement(equation(
                    "Pullback",
                    Stream.of(names(bar), names(arrayBars), Stream.of(zeros(scalars() + 1)))
                            .flatMap(s -> s)));
        }
        for (int i = 0; i < scalars(); i++) {
            String scalarBars = bars.get(bars.size() - 1).name();
            code.addStatement("$L[$L] += $L * $L[$L]", scalarBars, i, bar, slopes, i + 1);
        }
        return code.build();
    }

    private MethodSpec pushforward() {
        List<Parameter> dots = primal.independents().stream()
                .map(v -> new Parameter(
                        JavaTypes.of(v.type()),
                        scope.take(v.name() + "Dot"),
                        "the tangent of " + signatures.codes(List.of(v))))
                .toList();
        List<Parameter> parameters = new ArrayList<>(signatures.arguments());
        parameters.add(result);
        parameters.addAll(dots);
        MethodSpec.Builder method = context.method(context.name("Pushforward"), type(), parameters);
        new GeneratedJavadoc("Computes the tangent of the result of $L.", GeneratedJavadoc.link(context))
                .parameters(parameters)
                .returns("the tangent of the solution")
                .addTo(method);
        String along = scope.take("along");
        CodeBlock still = isVector() ? noVector() : CodeBlock.of("0.0");
        CodeBlock direct = equation("Pushforward", Stream.concat(Stream.of(still), names(dots)));
        CodeBlock moved = isVector() ? CodeBlock.of("$L", along) : CodeBlock.of("1.0");
        CodeBlock slope = equation("Pushforward", Stream.concat(Stream.of(moved), zeros(primal.independents())));
        return method.addStatement(
                        isVector() ? "return $L.tangent($L,$W$L -> $L)" : "return $L.tangent($L,$W$L$L)",
                        solver(),
                        direct,
                        isVector() ? along : "",
                        slope)
                .build();
    }

    private CodeBlock solver() {
        return solution.kind() instanceof Solution.FixedPoint fixedPoint
                ? CodeBlock.of(
                        "new $T($L, $L)", JavaTypes.FIXED_POINT, fixedPoint.tolerance(), fixedPoint.mostIterations())
                : CodeBlock.of("new $T()", JavaTypes.ROOT);
    }

    /** A call of a derivative of the equation, at the solution. */
    private CodeBlock equation(String suffix, Stream<CodeBlock> rest) {
        Stream<CodeBlock> point = Stream.concat(names(result.name()), names(signatures.arguments()));
        return CodeBlock.of(
                "$T.$L($L)",
                generatedClass,
                solution.equation().name() + suffix,
                Stream.concat(point, rest).collect(CodeBlock.joining(",$W")));
    }

    private Stream<CodeBlock> zeros(List<Variable> variables) {
        return variables.stream()
                .map(v -> v.type().isArray()
                        ? CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHAPES, signatures.name(v))
                        : CodeBlock.of(v.type() == PrimitiveType.FLOAT ? "0f" : "0.0"));
    }

    private static CodeBlock zeros(int length) {
        return CodeBlock.of("new double[$L]", length);
    }

    private CodeBlock noVector() {
        return CodeBlock.of("new double[$L.length]", result.name());
    }

    private static Stream<CodeBlock> names(List<Parameter> parameters) {
        return parameters.stream().map(p -> CodeBlock.of("$L", p.name()));
    }

    private static Stream<CodeBlock> names(String... names) {
        return Stream.of(names).map(name -> CodeBlock.of("$L", name));
    }

    private int scalars() {
        return primal.scalarIndependents().size();
    }

    private boolean isVector() {
        return primal.returnType().isArray();
    }

    private TypeName type() {
        return JavaTypes.of(primal.returnType());
    }
}
