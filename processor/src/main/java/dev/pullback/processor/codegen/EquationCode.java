package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Solution;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the derivatives of a solution are written with: calls of the derivatives of its equation, at the solution.
 *
 * @param solution the method and its equation
 * @param signatures of the method
 * @param generatedClass where the derivatives of the equation stand
 * @param result the parameter that holds the solution
 */
record EquationCode(Solution solution, Signatures signatures, ClassName generatedClass, Parameter result) {

    static EquationCode of(Solution solution, MethodContext context, ClassName generatedClass) {
        Signatures signatures = context.signatures();
        TypeName type = JavaTypes.of(solution.primal().returnType());
        String name = signatures.scope().take("solution");
        return new EquationCode(
                solution, signatures, generatedClass, new Parameter(type, name, "what the method returned"));
    }

    /** A scope in which the arguments and the solution are declared. */
    NameScope scope() {
        NameScope scope = signatures.scope();
        scope.take(result.name());
        return scope;
    }

    /** What solves for adjoints and tangents. */
    CodeBlock solver() {
        return solution.kind() instanceof Solution.FixedPoint fixedPoint
                ? CodeBlock.of(
                        "new $T($L, $L)", JavaTypes.FIXED_POINT, fixedPoint.tolerance(), fixedPoint.mostIterations())
                : CodeBlock.of("new $T()", JavaTypes.ROOT);
    }

    /**
     * The adjoint of the equation where it is a vector, from that of the solution.
     *
     * @param seed what the iteration calls the adjoint of the equation
     * @param bar what it calls that of its argument
     */
    CodeBlock adjoint(String solutionBar, String seed, String bar) {
        Stream<CodeBlock> unused = Stream.concat(
                zeros(primal().arrayIndependents()), scalars() > 0 ? Stream.of(zeros(scalars())) : Stream.empty());
        return CodeBlock.of(
                "$L.adjoint($L,$W($L, $L) -> $L)",
                solver(),
                solutionBar,
                seed,
                bar,
                call("Pullback", Stream.concat(names(seed, bar), unused)));
    }

    /** A call of a derivative of the equation. */
    CodeBlock call(String suffix, Stream<CodeBlock> rest) {
        Stream<CodeBlock> point = Stream.concat(names(result.name()), names(signatures.arguments()));
        return CodeBlock.of(
                "$T.$L($L)",
                generatedClass,
                solution.equation().name() + suffix,
                Stream.concat(point, rest).collect(CodeBlock.joining(",$W")));
    }

    /** The same of a list of parts. */
    CodeBlock call(String suffix, List<Stream<CodeBlock>> parts) {
        return call(suffix, parts.stream().flatMap(part -> part));
    }

    /** The parameters that are the tangents of the arguments. */
    List<Parameter> dots(NameScope scope) {
        return primal().independents().stream()
                .map(v -> new Parameter(
                        JavaTypes.of(v.type()),
                        scope.take(v.name() + "Dot"),
                        "the tangent of " + signatures.codes(List.of(v))))
                .toList();
    }

    Stream<CodeBlock> zeros(List<Variable> variables) {
        return variables.stream()
                .map(v -> v.type().isArray()
                        ? CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHAPES, signatures.name(v))
                        : CodeBlock.of(v.type() == PrimitiveType.FLOAT ? "0f" : "0.0"));
    }

    static CodeBlock zeros(int length) {
        return CodeBlock.of("new double[$L]", length);
    }

    /** Zeros like a solution that is a vector. */
    CodeBlock noVector() {
        return CodeBlock.of("new double[$L.length]", result.name());
    }

    static Stream<CodeBlock> names(List<Parameter> parameters) {
        return parameters.stream().map(p -> CodeBlock.of("$L", p.name()));
    }

    static Stream<CodeBlock> names(String... names) {
        return Stream.of(names).map(name -> CodeBlock.of("$L", name));
    }

    PrimalMethod primal() {
        return solution.primal();
    }

    int scalars() {
        return primal().scalarIndependents().size();
    }

    /** Rules for a single number return its adjoint. */
    boolean returnsBar() {
        return primal().independents().size() == 1 && scalars() == 1;
    }

    boolean isVector() {
        return primal().returnType().isArray();
    }

    TypeName type() {
        return result.type();
    }
}
