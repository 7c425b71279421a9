package dev.pullback.processor;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrPrinter;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.optimize.TapeLayout;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.DifferentiationRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;

/**
 * What the derivatives of one method take for a constant, and why, and what they keep for the reverse sweep: for users who
 * wonder about a zero or about time.
 */
final class Explanation {

    private final DifferentiationRequest request;
    private final Set<String> lines = new LinkedHashSet<>();

    Explanation(DifferentiationRequest request) {
        this.request = request;
        String independents =
                request.primal().independents().stream().map(Variable::name).collect(Collectors.joining(", "));
        lines.add(request.primal().name() + " is differentiated with respect to " + independents);
        request.method().getParameters().forEach(this::addParameter);
    }

    private void addParameter(VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        boolean isIndependent = request.primal().parameters().stream()
                .anyMatch(p -> p.isIndependent() && p.variable().name().equals(name));
        boolean isOutput =
                request.primal().outputs().stream().anyMatch(v -> v.name().equals(name));
        if (isIndependent || isOutput) {
            return;
        }
        String reason = "its type is " + parameter.asType();
        if (AnnotationValues.isPassive(parameter)) {
            reason = "it is marked @Passive";
        } else if (request.primal().parameters().stream()
                .anyMatch(p ->
                        p.variable().name().equals(name) && p.variable().type().isDifferentiable())) {
            reason = "wrt leaves it out";
        }
        lines.add("constant: parameter " + name + ", since " + reason);
    }

    /** Adds the constants in the body, with helpers where they are called. */
    void addConstants(Function primal, ActivityResult activity) {
        Walk.statements(primal.body(), statement -> addConstant(statement));
        for (Variable parameter : primal.parameters()) {
            if (activity.isVaried(parameter) && !activity.isActive(parameter)) {
                lines.add("without effect: " + parameter.name() + ", since no derivative flows from it to the result");
            }
        }
    }

    private void addConstant(Statement statement) {
        if (statement instanceof Perform perform && perform.result() != null && isValue(perform.variable())) {
            lines.add(
                    "constant: " + text(perform.code()) + line(perform.origin()) + ", since it is not differentiated");
        } else if (statement instanceof Declare declare
                && declare.initial() instanceof Opaque code
                && isValue(declare.variable())) {
            lines.add("constant: " + text(code) + ", a field of the object, read once");
        }
        Walk.inputs(statement)
                .forEach(input -> Walk.expressions(input, e -> {
                    if (e instanceof StaticField field) {
                        lines.add("constant: " + text(field) + ", a static field");
                    }
                }));
    }

    private static boolean isValue(Variable variable) {
        return variable.type() instanceof PrimitiveType || variable.type().isArray();
    }

    private static String text(Expression code) {
        return IrPrinter.print(code);
    }

    private static String line(Origin origin) {
        return origin.isKnown() ? " in line " + origin.line() : "";
    }

    /** Adds how the pattern of a sparse matrix is found. */
    void addPattern(PatternCode pattern) {
        lines.add(
                pattern.function().isPresent()
                        ? "sparsity pattern: from sizes and passive arguments"
                        : "sparsity pattern: detected at run time, since " + pattern.reason());
    }

    /** Adds what the reverse sweep finds on the tape. */
    void addTape(TapeLayout layout) {
        List<String> stored = layout.homes().entrySet().stream()
                .map(entry -> entry.getKey().name() + " " + extent(entry.getValue()))
                .distinct()
                .toList();
        lines.add(
                stored.isEmpty()
                        ? "stored for the reverse sweep: nothing"
                        : "stored for the reverse sweep: " + String.join(", ", stored));
    }

    private static String extent(TapeLayout.Home home) {
        return switch (home.kind()) {
            case LOCAL -> "(once)";
            case EXACT -> "(per iteration of the loop" + loops(home.loops()) + ")";
            case STACK -> "(on a stack that grows)";
        };
    }

    private static String loops(List<CountedLoop> loops) {
        String where = loops.stream()
                .map(loop -> loop.origin().line())
                .filter(line -> line > 0)
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(" and "));
        return where.isEmpty() ? "" : " in line " + where;
    }

    /** The whole text, a fact per line. */
    String text() {
        return String.join("\n", lines);
    }
}
