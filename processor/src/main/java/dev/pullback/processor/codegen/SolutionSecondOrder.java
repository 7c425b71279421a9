package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.Signatures.BarUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pushforward of a solution's pullback, which second derivatives of callers are composed of. Where {@code Jx^T u = -xBar}
 * gives the adjoint u of a root's residual, its tangent solves {@code Jx^T uDot = -(xBarDot + JxDot^T u)}, with the same matrix;
 * JxDot is the tangent of the Jacobian along those of solution and arguments, and its product with u the pushforward of the
 * equation's pullback. The same holds for a fixed point, with the equation of its adjoint.
 */
final class SolutionSecondOrder {

    private final MethodContext context;
    private final EquationCode equation;
    private final NameScope scope;
    private final Parameter seed;
    private final List<Parameter> bars;
    private final List<Parameter> dots;
    private final Parameter resultDot;
    private final Parameter seedDot;
    private final List<Parameter> barDots;

    SolutionSecondOrder(MethodContext context, EquationCode equation) {
        this.context = context;
        this.equation = equation;
        this.scope = equation.scope();
        TypeName type = equation.type();
        this.seed = new Parameter(type, scope.take("solutionBar"), "the adjoint of the solution: the seed");
        this.bars = context.signatures().bars(scope, BarUse.ADDED_TO);
        this.dots = equation.dots(scope);
        this.resultDot =
                new Parameter(type, scope.take(equation.result().name() + "Dot"), "the tangent of the solution");
        this.seedDot =
                new Parameter(type, scope.take(seed.name() + "Dot"), "the tangent of {@code " + seed.name() + "}");
        this.barDots = bars.stream()
                .map(bar -> new Parameter(
                        bar.type(),
                        scope.take(bar.name() + "Dot"),
                        "the tangent of {@code " + bar.name() + "}, which the products are added to"))
                .toList();
    }

    MethodSpec method() {
        boolean returnsBar = equation.returnsBar();
        List<Parameter> parameters = new ArrayList<>(context.signatures().arguments());
        parameters.addAll(List.of(equation.result(), seed));
        parameters.addAll(returnsBar ? List.of() : bars);
        parameters.addAll(dots);
        parameters.addAll(List.of(resultDot, seedDot));
        parameters.addAll(returnsBar ? List.of() : barDots);
        MethodSpec.Builder method = context.method(
                context.name("PullbackPushforward"), returnsBar ? TypeName.DOUBLE : TypeName.VOID, parameters);
        GeneratedJavadoc text = new GeneratedJavadoc(
                        returnsBar
                                ? "Computes the directional derivative of what {@code $L} returns."
                                : "Adds to the bars what {@code $L} adds to them, and to their tangents the directional"
                                        + " derivative of that.",
                        context.name("Pullback"))
                .parameters(parameters);
        if (returnsBar) {
            text.returns("the tangent of the adjoint of "
                    + context.signatures().codes(equation.primal().independents()));
        }
        text.addTo(method);
        return method.addCode(equation.isVector() ? vector() : scalar()).build();
    }

    private CodeBlock vector() {
        String bar = scope.take("equationBar");
        String right = scope.take("rightDot");
        String barDot = scope.take("equationBarDot");
        String anySeed = scope.take("seed");
        String anyBar = scope.take("bar");
        CodeBlock.Builder code = CodeBlock.builder();
        if (equation.returnsBar()) {
            code.addStatement("double[] $L = $L", name(bars), EquationCode.zeros(1));
            code.addStatement("double[] $L = $L", name(barDots), EquationCode.zeros(1));
        }
        code.addStatement("double[] $L = $L", bar, equation.adjoint(seed.name(), anySeed, anyBar));
        code.addStatement("double[] $L = $L.clone()", right, seedDot.name());
        Stream<CodeBlock> noSeedDot = Stream.of(equation.noVector());
        code.addStatement(second(
                Stream.of(CodeBlock.of("$L", bar), equation.noVector()),
                EquationCode.names(bars),
                noSeedDot,
                Stream.concat(EquationCode.names(right), EquationCode.names(barDots))));
        code.addStatement("double[] $L = $L", barDot, equation.adjoint(right, anySeed, anyBar));
        code.addStatement(equation.call(
                "Pullback",
                List.of(EquationCode.names(barDot), Stream.of(equation.noVector()), EquationCode.names(barDots))));
        return equation.returnsBar()
                ? code.addStatement("return $L[0]", name(barDots)).build()
                : code.build();
    }

    /** The seed one gives the slopes and their tangents, which those of scalars are made of; arrays take a call of their own. */
    private CodeBlock scalar() {
        String slopes = scope.take("slopes");
        String slopesDot = scope.take("slopesDot");
        String bar = scope.take("equationBar");
        String barDot = scope.take("equationBarDot");
        CodeBlock noScalars = EquationCode.zeros(equation.scalars() + 1);
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("double[] $L = $L", slopes, noScalars);
        code.addStatement("double[] $L = $L", slopesDot, noScalars);
        code.addStatement(second(
                Stream.of(CodeBlock.of("1.0")),
                Stream.concat(noArrays(), EquationCode.names(slopes)),
                Stream.of(CodeBlock.of("0.0")),
                Stream.concat(noArrays(), EquationCode.names(slopesDot))));
        code.addStatement("double $L = $L.adjoint($L, $L[0])", bar, equation.solver(), seed.name(), slopes);
        code.addStatement(
                "double $L = $L.adjoint($L + $L * $L[0],$W$L[0])",
                barDot,
                equation.solver(),
                seedDot.name(),
                bar,
                slopesDot,
                slopes);
        if (equation.returnsBar()) {
            return code.addStatement("return $L * $L[1] + $L * $L[1]", barDot, slopes, bar, slopesDot)
                    .build();
        }
        int arrays = equation.primal().arrayIndependents().size();
        if (arrays > 0) {
            code.addStatement(second(
                    EquationCode.names(bar),
                    Stream.concat(EquationCode.names(bars.subList(0, arrays)), Stream.of(noScalars)),
                    EquationCode.names(barDot),
                    Stream.concat(EquationCode.names(barDots.subList(0, arrays)), Stream.of(noScalars))));
        }
        for (int i = 0; i < equation.scalars(); i++) {
            code.addStatement("$L[$L] += $L * $L[$L]", name(bars), i, bar, slopes, i + 1);
            code.addStatement(
                    "$L[$L] += $L * $L[$L] + $L * $L[$L]",
                    name(barDots),
                    i,
                    barDot,
                    slopes,
                    i + 1,
                    bar,
                    slopesDot,
                    i + 1);
        }
        return code.build();
    }

    /** The pushforward of the equation's pullback. */
    private CodeBlock second(
            Stream<CodeBlock> pulledBack,
            Stream<CodeBlock> addedTo,
            Stream<CodeBlock> pulledBackDot,
            Stream<CodeBlock> addedToDot) {
        CodeBlock workspace = CodeBlock.of("new $T()", JavaTypes.WORKSPACE);
        return equation.call(
                "PullbackPushforward",
                List.of(
                        pulledBack,
                        addedTo,
                        EquationCode.names(resultDot.name()),
                        EquationCode.names(dots),
                        pulledBackDot,
                        addedToDot,
                        Stream.of(workspace)));
    }

    private Stream<CodeBlock> noArrays() {
        return equation.zeros(equation.primal().arrayIndependents());
    }

    /** The last of them: of the scalars, if there are any. */
    private static String name(List<Parameter> parameters) {
        return parameters.get(parameters.size() - 1).name();
    }
}
