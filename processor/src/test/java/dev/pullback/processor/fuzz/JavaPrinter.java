package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Apply;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayCall;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Assignment;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Cast;
import dev.pullback.processor.fuzz.FuzzExpression.Conditional;
import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Invocation;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.NewPair;
import dev.pullback.processor.fuzz.FuzzExpression.Part;
import dev.pullback.processor.fuzz.FuzzExpression.PostStep;
import dev.pullback.processor.fuzz.FuzzExpression.Raw;
import dev.pullback.processor.fuzz.FuzzExpression.StreamSum;
import dev.pullback.processor.fuzz.FuzzExpression.Unary;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a random program as Java, with no more parentheses than needed. */
final class JavaPrinter {
    private static final int POSTFIX = 15;
    private static final int PREFIX = 14;
    private static final int TERNARY = 2;
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("*", 12),
            Map.entry("/", 12),
            Map.entry("%", 12),
            Map.entry("+", 11),
            Map.entry("-", 11),
            Map.entry("<", 9),
            Map.entry("<=", 9),
            Map.entry(">", 9),
            Map.entry(">=", 9),
            Map.entry("==", 8),
            Map.entry("!=", 8),
            Map.entry("&&", 4),
            Map.entry("||", 3));

    private final StringBuilder out = new StringBuilder();

    private JavaPrinter() {}

    /** The program as one compilation unit, with its classes for foreign callees. */
    static String print(FuzzProgram program) {
        JavaPrinter printer = new JavaPrinter();
        if (!program.packageName().isEmpty()) {
            printer.out.append("package ").append(program.packageName()).append(";\n\n");
        }
        printer.out.append("import dev.pullback.annotations.Derivative;\n");
        printer.out.append("import dev.pullback.annotations.Differentiable;\n");
        if (program.main().parameters().stream().anyMatch(FuzzMethod.Parameter::isPassive)
                || !program.main().isPlain()) {
            printer.out.append("import dev.pullback.annotations.Passive;\n");
        }
        printer.out.append('\n');
        FuzzMethod main = program.main();
        SurroundingsPrinter surroundings = new SurroundingsPrinter(program);
        printer.out
                .append(main.isPlain() ? "public class " : "public final class ")
                .append(program.name())
                .append(" {\n");
        RandomProgram.CONSTANTS.forEach(printer::constant);
        printer.pairs(Stream.concat(Stream.of(main), program.callees().stream().filter(m -> !m.isForeign())));
        String asked = program.isSecondOrder()
                ? "derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})"
                : "derivatives = Derivative.PUSHFORWARD)";
        String annotation = "@Differentiable(" + surroundings.elements() + asked;
        String modifiers = surroundings.hasReceiver() ? "public " : "public static ";
        if (!main.isPlain()) {
            printer.out.append(surroundings.members());
        }
        printer.method(main.withBody(surroundings.body()), annotation, modifiers, surroundings.parameters());
        Map<String, List<FuzzMethod>> foreign = program.callees().stream()
                .filter(FuzzMethod::isForeign)
                .collect(Collectors.groupingBy(FuzzMethod::owner, TreeMap::new, Collectors.toList()));
        for (FuzzMethod callee : program.callees()) {
            if (!callee.isForeign()) {
                printer.method(callee, "", "private static ", parameters(callee));
            }
        }
        printer.out.append("}\n");
        foreign.forEach((owner, methods) -> {
            printer.out.append("\nclass ").append(owner).append(" {\n");
            RandomProgram.CONSTANTS.forEach(printer::constant);
            printer.pairs(methods.stream());
            methods.forEach(m -> printer.method(m, "@Differentiable(" + asked, "static ", parameters(m)));
            printer.out.append("}\n");
        });
        return printer.out.append(surroundings.stateClass()).toString();
    }

    private void pairs(Stream<FuzzMethod> methods) {
        if (methods.anyMatch(JavaPrinter::usesPairs)) {
            out.append("\n    record Pair(double first, double second) {}\n");
        }
    }

    private static boolean usesPairs(FuzzMethod method) {
        return method.type() == FuzzType.PAIR
                || method.parameters().stream().anyMatch(p -> p.type() == FuzzType.PAIR)
                || FuzzStatement.deep(method.body()).stream()
                        .anyMatch(s -> s instanceof FuzzStatement.Declare d && d.type() == FuzzType.PAIR);
    }

    private static String parameters(FuzzMethod method) {
        return method.parameters().stream()
                .map(p -> p.type().java() + " " + p.name())
                .collect(Collectors.joining(", "));
    }

    private void constant(Constant constant) {
        if (!constant.name().contains(".")) {
            out.append("    private static final ")
                    .append(constant.type().java())
                    .append(' ')
                    .append(constant.name());
            out.append(" = ").append(constant.value()).append(";\n");
        }
    }

    private void method(FuzzMethod method, String annotation, String modifiers, String parameters) {
        out.append('\n');
        if (!annotation.isEmpty()) {
            out.append("    ").append(annotation).append('\n');
        }
        out.append("    ")
                .append(modifiers)
                .append(method.type().java())
                .append(' ')
                .append(method.name());
        out.append('(').append(parameters).append(") {\n");
        block(method.body(), 2);
        out.append("    }\n");
    }

    private void block(List<FuzzStatement> statements, int depth) {
        statements.forEach(s -> statement(s, depth));
    }

    private void statement(FuzzStatement statement, int depth) {
        out.append("    ".repeat(depth));
        if (statement instanceof FuzzStatement.If branch) {
            branch(branch, depth);
        } else if (statement instanceof FuzzStatement.For loop) {
            nested(header(loop), loop.body(), depth);
        } else if (statement instanceof FuzzStatement.ForEach loop) {
            String variable = loop.type().java() + " " + loop.name();
            nested("for (" + variable + " : " + expression(loop.array()) + ")", loop.body(), depth);
        } else if (statement instanceof FuzzStatement.While loop) {
            nested("while (" + expression(loop.condition()) + ")", loop.body(), depth);
        } else if (statement instanceof FuzzStatement.DoWhile loop) {
            out.append("do {\n");
            block(loop.body(), depth + 1);
            out.append("    ".repeat(depth))
                    .append("} while (")
                    .append(expression(loop.condition()))
                    .append(");\n");
        } else if (statement instanceof FuzzStatement.ForBoth loop) {
            nested(header(loop), loop.body(), depth);
        } else if (statement instanceof FuzzStatement.Switch choice) {
            choice(choice, depth);
        } else if (statement instanceof FuzzStatement.Labeled labeled) {
            labeled(labeled, depth);
        } else if (statement instanceof FuzzStatement.Raw raw) {
            raw(raw, depth);
        } else {
            out.append(simple(statement)).append(";\n");
        }
    }

    private static String simple(FuzzStatement statement) {
        if (statement instanceof FuzzStatement.Declare declare) {
            String init = declare.init() == null ? "" : " = " + expression(declare.init());
            return declare.type().java() + " " + declare.name() + init;
        } else if (statement instanceof FuzzStatement.Assign assign) {
            return expression(assign.target()) + " " + assign.operator() + " " + expression(assign.value());
        } else if (statement instanceof FuzzStatement.Step step) {
            return expression(step.target()) + step.operator();
        } else if (statement instanceof FuzzStatement.Return result) {
            return "return " + expression(result.value());
        } else if (statement instanceof FuzzStatement.Jump jump) {
            return (jump.isBreak() ? "break" : "continue") + (jump.label().isEmpty() ? "" : " " + jump.label());
        } else if (statement instanceof FuzzStatement.Call call) {
            return expression(call.call());
        } else if (statement instanceof FuzzStatement.Lambda lambda) {
            List<String> names = lambda.parameters();
            String parameters = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
            return lambda.type().java() + " " + lambda.name() + " = " + parameters + " -> " + expression(lambda.body());
        }
        throw new IllegalStateException(statement.toString());
    }

    private void branch(FuzzStatement.If branch, int depth) {
        out.append("if (").append(expression(branch.condition())).append(") {\n");
        block(branch.whenTrue(), depth + 1);
        out.append("    ".repeat(depth)).append('}');
        if (branch.whenFalse().size() == 1 && branch.whenFalse().get(0) instanceof FuzzStatement.If next) {
            out.append(" else ");
            branch(next, depth);
            return;
        }
        if (!branch.whenFalse().isEmpty()) {
            out.append(" else {\n");
            block(branch.whenFalse(), depth + 1);
            out.append("    ".repeat(depth)).append('}');
        }
        out.append('\n');
    }

    private static String header(FuzzStatement.ForBoth loop) {
        return "for (int " + loop.up() + " = " + expression(loop.from()) + ", " + loop.down() + " = "
                + expression(loop.to()) + "; " + loop.up() + " < " + loop.down() + "; " + loop.up() + "++, "
                + loop.down() + "--)";
    }

    private void choice(FuzzStatement.Switch choice, int depth) {
        String indent = "    ".repeat(depth + 1);
        out.append("switch (").append(expression(choice.selector())).append(") {\n");
        for (int i = 0; i < choice.blocks().size(); i++) {
            out.append(indent).append(i == choice.blocks().size() - 1 ? "default" : "case " + i);
            out.append(choice.fallsThrough() ? ": {\n" : " -> {\n");
            block(choice.blocks().get(i), depth + 2);
            out.append(indent).append("}\n");
        }
        out.append("    ".repeat(depth)).append("}\n");
    }

    private void labeled(FuzzStatement.Labeled labeled, int depth) {
        if (labeled.body().size() == 1) {
            out.append(labeled.label()).append(":\n");
            statement(labeled.body().get(0), depth);
        } else {
            nested(labeled.label() + ":", labeled.body(), depth);
        }
    }

    private void raw(FuzzStatement.Raw raw, int depth) {
        int body = raw.text().indexOf('#');
        if (body < 0) {
            out.append(raw.text()).append('\n');
            return;
        }
        out.append(raw.text(), 0, body).append('\n');
        block(raw.body(), depth + 1);
        out.append("    ".repeat(depth)).append(raw.text().substring(body + 1)).append('\n');
    }

    private void nested(String header, List<FuzzStatement> body, int depth) {
        out.append(header).append(" {\n");
        block(body, depth + 1);
        out.append("    ".repeat(depth)).append("}\n");
    }

    private static String header(FuzzStatement.For loop) {
        String update = switch (loop.step()) {
            case 1 -> "++";
            case -1 -> "--";
            default -> loop.step() > 0 ? " += " + loop.step() : " -= " + -loop.step();
        };
        return "for (int " + loop.index() + " = " + expression(loop.from()) + "; " + loop.index() + " "
                + loop.comparison() + " " + expression(loop.to()) + "; " + loop.index() + update + ")";
    }

    /** An expression in Java. */
    static String expression(FuzzExpression e) {
        return expression(e, 0);
    }

    private static String expression(FuzzExpression e, int least) {
        int precedence = precedence(e);
        String text = text(e, precedence);
        return precedence < least ? "(" + text + ")" : text;
    }

    private static int precedence(FuzzExpression e) {
        if (e instanceof Raw) {
            return 0;
        } else if (e instanceof Binary binary) {
            return PRECEDENCE.get(binary.operator());
        } else if (e instanceof Conditional) {
            return TERNARY;
        } else if (e instanceof Unary || e instanceof Cast || isNegative(e)) {
            return PREFIX;
        }
        return POSTFIX;
    }

    private static boolean isNegative(FuzzExpression e) {
        return e instanceof Literal literal && literal.value().toString().startsWith("-");
    }

    private static String text(FuzzExpression e, int precedence) {
        if (e instanceof Raw raw) {
            return raw.text().replace("%s", expression(raw.operand(), POSTFIX));
        } else if (e instanceof Assignment assignment) {
            return "(" + expression(assignment.target()) + " " + assignment.operator() + " "
                    + expression(assignment.value()) + ")";
        } else if (e instanceof PostStep step) {
            return expression(step.target()) + step.operator();
        } else if (e instanceof Literal literal) {
            return literal.value() + (literal.type() == FuzzType.LONG ? "L" : "");
        } else if (e instanceof Constant constant) {
            return constant.name();
        } else if (e instanceof Var variable) {
            return variable.name();
        } else if (e instanceof Element element) {
            return expression(element.array(), POSTFIX) + "[" + expression(element.index()) + "]";
        } else if (e instanceof Length length) {
            return expression(length.array(), POSTFIX) + ".length";
        } else if (e instanceof Unary unary) {
            return unary.operator() + expression(unary.operand(), POSTFIX);
        } else if (e instanceof Binary binary) {
            return expression(binary.left(), precedence) + " " + binary.operator() + " "
                    + expression(binary.right(), precedence + 1);
        } else if (e instanceof Conditional conditional) {
            return expression(conditional.condition(), TERNARY + 1) + " ? "
                    + expression(conditional.whenTrue(), TERNARY + 1) + " : "
                    + expression(conditional.whenFalse(), TERNARY);
        } else if (e instanceof MathCall call) {
            return call.owner() + "." + call.name() + arguments(call.operands());
        } else if (e instanceof ArrayCall call) {
            return arrayCall(call);
        } else if (e instanceof Apply call) {
            return call.function() + ".applyAsDouble" + arguments(call.operands());
        } else if (e instanceof StreamSum stream) {
            return stream(stream);
        } else if (e instanceof NewPair pair) {
            return "new Pair" + arguments(pair.operands());
        } else if (e instanceof Part part) {
            return expression(part.pair(), POSTFIX) + (part.isFirst() ? ".first()" : ".second()");
        } else if (e instanceof Invocation call) {
            return call.callee() + arguments(call.operands());
        } else if (e instanceof Cast cast) {
            return "(" + cast.type().java() + ") " + expression(cast.operand(), PREFIX);
        } else if (e instanceof NewArray array) {
            String base = array.type() == FuzzType.INTS ? "int" : "double";
            return "new " + base
                    + array.operands().stream()
                            .map(d -> "[" + expression(d) + "]")
                            .collect(Collectors.joining());
        } else if (e instanceof ArrayLiteral array) {
            return array.operands().stream().map(JavaPrinter::expression).collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalStateException(e.toString());
    }

    private static String stream(StreamSum stream) {
        String mapped = "(" + stream.variable() + " -> " + expression(stream.body()) + ").sum()";
        return stream.isRange()
                ? "java.util.stream.IntStream.range"
                        + arguments(stream.operands().subList(0, 2)) + ".mapToDouble" + mapped
                : "java.util.Arrays.stream" + arguments(stream.operands().subList(0, 1)) + ".map" + mapped;
    }

    private static String arrayCall(ArrayCall call) {
        return switch (call.name()) {
            case "clone" -> expression(call.operands().get(0), POSTFIX) + ".clone()";
            case "arraycopy" -> "System.arraycopy" + arguments(call.operands());
            default -> "java.util.Arrays." + call.name() + arguments(call.operands());
        };
    }

    private static String arguments(List<FuzzExpression> operands) {
        return operands.stream().map(JavaPrinter::expression).collect(Collectors.joining(", ", "(", ")"));
    }
}
