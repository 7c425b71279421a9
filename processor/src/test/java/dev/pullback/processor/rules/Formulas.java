package dev.pullback.processor.rules;

import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The formulas of the rules page, compiled: they are Java over the arguments and the result {@code r}. */
final class Formulas {
    private final List<String> operations;
    private final Map<String, Method> methods;

    /** Compiles the formulas and domains of these rules. */
    Formulas(List<RulesDocument.Rule> rules) {
        this.operations = rules.stream().map(RulesDocument.Rule::text).toList();
        StringBuilder source = new StringBuilder("import static dev.pullback.runtime.math.SpecialFunctions.*;\n"
                + "import static java.lang.Math.*;\nfinal class Formulas {\n");
        for (RulesDocument.Rule rule : rules) {
            for (int i = 0; i < rule.formulas().size(); i++) {
                append(source, rule, "double", "f" + i, rule.formulas().get(i));
            }
            append(source, rule, "boolean", "domain", rule.domain().isEmpty() ? "true" : rule.domain());
        }
        CompilationResult result = ProcessorCompiler.plain()
                .compile(new SourceFile("Formulas", source.append("}\n").toString()));
        if (!result.succeeded()) {
            throw new AssertionError(result.describe());
        }
        this.methods = Arrays.stream(result.load("Formulas").getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, Function.identity()));
        methods.values().forEach(method -> method.setAccessible(true));
    }

    private void append(StringBuilder source, RulesDocument.Rule rule, String type, String name, String formula) {
        String parameters = rule.operation().arguments().stream()
                .map(variable -> variable.type() + " " + variable.name() + ", ")
                .collect(Collectors.joining());
        source.append(String.format(
                "static %s %s(%sdouble r) { return %s; }%n", type, name(rule, name), parameters, formula));
    }

    private String name(RulesDocument.Rule rule, String name) {
        return name + "_" + operations.indexOf(rule.text());
    }

    /** The derivative that the page states where the operation has a value. */
    double derivative(RulesDocument.Rule rule, int argument, double value, double... point) {
        return (double) invoke(rule, "f" + argument, value, point);
    }

    /** Whether the page states a derivative at the point. */
    boolean isInDomain(RulesDocument.Rule rule, double... point) {
        return (boolean) invoke(rule, "domain", rule.operation().value(point), point);
    }

    private Object invoke(RulesDocument.Rule rule, String name, double value, double... point) {
        Object[] arguments = new Object[point.length + 1];
        for (int i = 0; i < point.length; i++) {
            boolean isInt = rule.operation().arguments().get(i).type() == PrimitiveType.INT;
            arguments[i] = isInt ? (Object) (int) point[i] : (Object) point[i];
        }
        arguments[point.length] = value;
        try {
            return methods.get(name(rule, name)).invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
