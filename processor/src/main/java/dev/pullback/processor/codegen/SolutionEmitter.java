package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.Solution;
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

    private final MethodContext context;
    private final Signatures signatures;
    private final EquationCode equation;

    SolutionEmitter(
            Solution solution,
            ClassName primalClass,
            ClassName generatedClass,
            Set<String> reserved,
            HiddenFieldReaders readers) {
        this.context = new MethodContext(
                new MethodDerivatives(solution.primal(), Optional.empty()), primalClass, reserved, readers);
        this.signatures = context.signatures();
        this.equation = EquationCode.of(solution, context, generatedClass);
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>(List.of(pullback()));
        if (equation.solution().hasPushforward()) {
            methods.add(pushforward());
        }
        if (equation.solution().hasSecondOrder()) {
            methods.add(new SolutionSecondOrder(context, equation).method());
        }
        return methods;
    }

    private MethodSpec pullback() {
        NameScope scope = equation.scope();
        Parameter seed =
                new Parameter(equation.type(), scope.take("solutionBar"), "the adjoint of the solution: the seed");
        List<Parameter> bars = signatures.bars(scope, BarUse.ADDED_TO);
        boolean returnsBar = equation.returnsBar();
        List<Parameter> parameters = new ArrayList<>(signatures.arguments());
        parameters.addAll(List.of(equation.result(), seed));
        parameters.addAll(returnsBar ? List.of() : bars);
        MethodSpec.Builder method =
                context.method(context.name("Pullback"), returnsBar ? TypeName.DOUBLE : TypeName.VOID, parameters);
        GeneratedJavadoc text = new GeneratedJavadoc(
                        "Computes the adjoints of the arguments of $L from that of its result.",
                        GeneratedJavadoc.link(context))
                .parameters(parameters);
        if (returnsBar) {
            text.returns("the adjoint of " + signatures.codes(equation.primal().independents()));
        }
        text.addTo(method);
        return method.addCode(
                        equation.isVector() ? vectorPullback(scope, seed, bars) : scalarPullback(scope, seed, bars))
                .build();
    }

    private CodeBlock vectorPullback(NameScope scope, Parameter seed, List<Parameter> bars) {
        String bar = scope.take("equationBar");
        CodeBlock.Builder code = CodeBlock.builder();
        if (equation.returnsBar()) {
            code.addStatement("double[] $L = $L", bars.get(0).name(), EquationCode.zeros(1));
        }
        code.addStatement(
                "double[] $L = $L", bar, equation.adjoint(seed.name(), scope.take("seed"), scope.take("bar")));
        Stream<CodeBlock> seedAndNoBar = Stream.of(CodeBlock.of("$L", bar), equation.noVector());
        code.addStatement(equation.call("Pullback", Stream.concat(seedAndNoBar, EquationCode.names(bars))));
        return equation.returnsBar()
                ? code.addStatement("return $L[0]", bars.get(0).name()).build()
                : code.build();
    }

    /** The adjoints of scalars are multiples of what the seed one gives; those of arrays take a call of their own. */
    private CodeBlock scalarPullback(NameScope scope, Parameter seed, List<Parameter> bars) {
        String slopes = scope.take("slopes");
        String bar = scope.take("equationBar");
        CodeBlock one = CodeBlock.of("1.0");
        CodeBlock noScalars = EquationCode.zeros(equation.scalars() + 1);
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("double[] $L = $L", slopes, noScalars);
        code.addStatement(equation.call(
                "Pullback",
                List.of(
                        Stream.of(one),
                        equation.zeros(equation.primal().arrayIndependents()),
                        EquationCode.names(slopes))));
        code.addStatement("double $L = $L.adjoint($L, $L[0])", bar, equation.solver(), seed.name(), slopes);
        if (equation.returnsBar()) {
            return code.addStatement("return $L * $L[1]", bar, slopes).build();
        }
        List<Parameter> arrayBars =
                bars.subList(0, equation.primal().arrayIndependents().size());
        if (!arrayBars.isEmpty()) {
            code.addStatement(equation.call(
                    "Pullback", List.of(EquationCode.names(bar), EquationCode.names(arrayBars), Stream.of(noScalars))));
        }
        for (int i = 0; i < equation.scalars(); i++) {
            String scalarBars = bars.get(bars.size() - 1).name();
            code.addStatement("$L[$L] += $L * $L[$L]", scalarBars, i, bar, slopes, i + 1);
        }
        return code.build();
    }

    private MethodSpec pushforward() {
        NameScope scope = equation.scope();
        List<Parameter> dots = equation.dots(scope);
        List<Parameter> parameters = new ArrayList<>(signatures.arguments());
        parameters.add(equation.result());
        parameters.addAll(dots);
        MethodSpec.Builder method = context.method(context.name("Pushforward"), equation.type(), parameters);
        new GeneratedJavadoc("Computes the tangent of the result of $L.", GeneratedJavadoc.link(context))
                .parameters(parameters)
                .returns("the tangent of the solution")
                .addTo(method);
        boolean isVector = equation.isVector();
        String along = scope.take("along");
        CodeBlock still = isVector ? equation.noVector() : CodeBlock.of("0.0");
        CodeBlock direct = equation.call("Pushforward", Stream.concat(Stream.of(still), EquationCode.names(dots)));
        CodeBlock moved = isVector ? CodeBlock.of("$L", along) : CodeBlock.of("1.0");
        CodeBlock slope = equation.call(
                "Pushforward",
                Stream.concat(Stream.of(moved), equation.zeros(equation.primal().independents())));
        return method.addStatement(
                        isVector ? "return $L.tangent($L,$W$L -> $L)" : "return $L.tangent($L,$W$L$L)",
                        equation.solver(),
                        direct,
                        isVector ? along : "",
                        slope)
                .build();
    }
}
