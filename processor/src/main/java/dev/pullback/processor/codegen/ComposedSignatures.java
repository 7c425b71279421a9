package dev.pullback.processor.codegen;

import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** The parameters of what derivatives of callers are composed of, and generated code alone calls. */
final class ComposedSignatures {

    private final PrimalMethod primal;
    private final Signatures signatures;

    ComposedSignatures(PrimalMethod primal, Signatures signatures) {
        this.primal = primal;
        this.signatures = signatures;
    }

    /** Arguments, the series of independents, outputs and result, the number of coefficients, workspace; of records of components. */
    List<Parameter> series() {
        NameScope scope = signatures.scope();
        PrimalMethod flat = primal.flat();
        List<Parameter> parameters = new ArrayList<>(signatures.argumentsAndFields());
        for (Variable v : flat.tangents()) {
            TypeName type = JavaTypes.of(PrimalMethod.seriesType(v.type()));
            String text = "the series of " + signatures.code(v)
                    + (flat.outputs().contains(v) ? ", overwritten by that of its content after the call" : "");
            parameters.add(new Parameter(type, scope.take(v.name() + "Series"), text));
        }
        String text = primal.result().isPresent() ? "each component of the result" : "the result";
        primal.resultSeriesType()
                .ifPresent(type -> parameters.add(new Parameter(
                        JavaTypes.of(type), scope.take("coefficients"), "overwritten by the series of " + text)));
        parameters.add(new Parameter(TypeName.INT, scope.take("terms"), "the number of coefficients of each series"));
        parameters.add(signatures.workspace(scope));
        return parameters;
    }

    /** Arguments, adjoints of the results, bars, the tangents of all of these, workspace; of records there are those of components. */
    List<Parameter> pullbackPushforward() {
        NameScope scope = signatures.scope();
        PrimalMethod flat = primal.flat();
        List<Parameter> parameters = new ArrayList<>(signatures.argumentsAndFields());
        List<Parameter> seeds = new ArrayList<>();
        for (Variable seed : flat.seeds()) {
            boolean isOutput = flat.outputs().contains(seed);
            seeds.add(
                    isOutput
                            ? signatures.bar(scope, seed, signatures.outputText(seed))
                            : new Parameter(
                                    JavaTypes.of(seed.type()),
                                    scope.take(seed.name()),
                                    "the adjoint of the result: the seed"));
        }
        parameters.addAll(seeds);
        List<Parameter> bars = signatures.bars(scope, flat, flat.arrayInputs(), Signatures.BarUse.ADDED_TO);
        parameters.addAll(bars);
        for (Variable v : flat.independents()) {
            Variable like = v.type().isArray() ? v : null;
            parameters.add(new Parameter(
                    JavaTypes.of(v.type()),
                    scope.take(v.name() + "Dot"),
                    "the tangent of " + signatures.code(v),
                    like));
        }
        for (Parameter seed : seeds) {
            String text = "the tangent of {@code " + seed.name() + "}"
                    + (seed.like() == null ? "" : ", overwritten by that of what overwrites it");
            parameters.add(new Parameter(seed.type(), scope.take(seed.name() + "Dot"), text, seed.like()));
        }
        for (Parameter bar : bars) {
            String text = "the tangent of {@code " + bar.name() + "}, which the products are added to";
            parameters.add(new Parameter(bar.type(), scope.take(bar.name() + "Dot"), text, bar.like()));
        }
        parameters.add(signatures.workspace(scope));
        return parameters;
    }

    /** What the pushforward of the pullback takes, second tangents of the independents and of all behind the arguments, workspace. */
    List<Parameter> pullbackThirdOrder() {
        List<Parameter> first = pullbackPushforward();
        Parameter workspace = first.get(first.size() - 1);
        List<Parameter> companions =
                first.subList(signatures.argumentsAndFields().size(), first.size() - 1);
        NameScope scope = signatures.scope();
        first.subList(signatures.argumentsAndFields().size(), first.size()).forEach(p -> scope.take(p.name()));
        List<Parameter> parameters = new ArrayList<>(first.subList(0, first.size() - 1));
        for (Variable v : primal.flat().independents()) {
            Variable like = v.type().isArray() ? v : null;
            String text = "the second tangent of " + signatures.code(v);
            parameters.add(new Parameter(JavaTypes.of(v.type()), scope.take(v.name() + "Dot2"), text, like));
        }
        for (Parameter p : companions) {
            String text = "the second tangent of {@code " + p.name() + "}";
            parameters.add(new Parameter(p.type(), scope.take(p.name() + "Dot2"), text, p.like()));
        }
        parameters.add(workspace);
        return parameters;
    }

    /** What the pushforward takes, second tangents of what has tangents, and of these, workspace. */
    List<Parameter> secondPushforward() {
        List<Parameter> first = signatures.pushforward();
        List<Parameter> dots = first.subList(primal.parameters().size(), first.size() - 1);
        NameScope scope = signatures.scope();
        first.subList(primal.parameters().size(), first.size()).forEach(p -> scope.take(p.name()));
        List<Parameter> parameters = new ArrayList<>(first.subList(0, first.size() - 1));
        for (Variable v : primal.tangents()) {
            Variable like = v.type().isArray() ? v : null;
            String text = "the second tangent of " + signatures.code(v);
            parameters.add(new Parameter(JavaTypes.of(v.type()), scope.take(v.name() + "Dot2"), text, like));
        }
        for (Parameter dot : dots) {
            String text = "the second tangent of {@code " + dot.name() + "}";
            parameters.add(new Parameter(dot.type(), scope.take(dot.name() + "Dot2"), text, dot.like()));
        }
        parameters.add(first.get(first.size() - 1));
        return parameters;
    }
}
