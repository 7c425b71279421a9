package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Apply;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayCall;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Assignment;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Cast;
import dev.pullback.processor.fuzz.FuzzExpression.Choice;
import dev.pullback.processor.fuzz.FuzzExpression.Conditional;
import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Invocation;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.Named;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.NewPair;
import dev.pullback.processor.fuzz.FuzzExpression.Part;
import dev.pullback.processor.fuzz.FuzzExpression.PostStep;
import dev.pullback.processor.fuzz.FuzzExpression.Raw;
import dev.pullback.processor.fuzz.FuzzExpression.StreamCall;
import dev.pullback.processor.fuzz.FuzzExpression.Unary;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints expressions as Java, with no more parentheses than needed. */
final class ExpressionPrinter {
    private static final int POSTFIX = 15;
    private static final int PREFIX = 14;
    private static final int TERNARY = 2;
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("*", 12),
            Map.entry("/", 12),
            Map.entry("%", 12),
            Map.entry("+", 11),
            Map.entry("-", 11),
            Map.entry("<<", 10),
            Map.entry(">>", 10),
            Map.entry(">>>", 10),
            Map.entry("<", 9),
            Map.entry("<=", 9),
            Map.entry(">", 9),
            Map.entry(">=", 9),
            Map.entry("==", 8),
            Map.entry("!=", 8),
            Map.entry("&", 7),
            Map.entry("^", 6),
            Map.entry("|", 5),
            Map.entry("&&", 4),
            Map.entry("||", 3));

    /** The enum whose constants name numbers. */
    static final String LEVEL = "Level";

    private ExpressionPrinter() {}

    /** An expression in Java. */
    static String print(FuzzExpression e) {
        return expression(e, 0);
    }

    /** An expression that a dot, or an operator of any kind, can follow. */
    static String operand(FuzzExpression e) {
        return expression(e, POSTFIX);
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
            return "(" + print(assignment.target()) + " " + assignment.operator() + " " + print(assignment.value())
                    + ")";
        } else if (e instanceof PostStep step) {
            return print(step.target()) + step.operator();
        } else if (e instanceof Literal literal) {
            return literal.value() + (literal.type() == FuzzType.LONG ? "L" : "");
        } else if (e instanceof Constant constant) {
            return constant.name();
        } else if (e instanceof Var variable) {
            return variable.name();
        } else if (e instanceof Element element) {
            return expression(element.array(), POSTFIX) + "[" + print(element.index()) + "]";
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
        } else if (e instanceof Choice choice) {
            return choice(choice);
        } else if (e instanceof MathCall call) {
            return call.owner() + "." + call.name() + arguments(call.operands());
        } else if (e instanceof ArrayCall call) {
            return arrayCall(call);
        } else if (e instanceof Apply call) {
            return call.function() + ".applyAsDouble" + arguments(call.operands());
        } else if (e instanceof StreamCall stream) {
            return stream(stream);
        } else if (e instanceof NewPair pair) {
            return "new Pair" + arguments(pair.operands());
        } else if (e instanceof Part part) {
            return expression(part.pair(), POSTFIX) + (part.isFirst() ? ".first()" : ".second()");
        } else if (e instanceof Invocation call) {
            return call.callee() + arguments(spread(call.operands()));
        } else if (e instanceof Named named) {
            return (named.isText() ? "String.valueOf(" : LEVEL + ".of(") + print(named.operand()) + ")";
        } else if (e instanceof Cast cast) {
            return "(" + cast.type().java() + ") " + expression(cast.operand(), PREFIX);
        } else if (e instanceof NewArray array) {
            String base = array.type().java().replaceAll("\\[]", "");
            return "new " + base
                    + array.operands().stream().map(d -> "[" + print(d) + "]").collect(Collectors.joining());
        } else if (e instanceof ArrayLiteral array) {
            return array.operands().stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalStateException(e.toString());
    }

    /** Without a space before its brace, so that it is none of a loop. */
    private static String choice(Choice choice) {
        StringBuilder text = new StringBuilder("(switch (" + print(choice.selector()) + "){ ");
        for (int i = 0; i < choice.values().size(); i++) {
            text.append(label(choice.selector(), i, choice.values().size()));
            text.append(" -> ").append(print(choice.values().get(i))).append("; ");
        }
        return text + "})";
    }

    /** The case of a switch that a number selects; the last one is that of all others. */
    static String label(FuzzExpression selector, int number, int count) {
        if (number == count - 1) {
            return "default";
        } else if (selector instanceof Named named) {
            return "case " + (named.isText() ? "\"" + number + "\"" : "L" + number);
        }
        return "case " + number;
    }

    private static String stream(StreamCall stream) {
        String mapped = "(" + stream.variable() + " -> " + print(stream.body()) + ")." + stream.result() + "()";
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

    /** An array that is written where it is passed stands for elements of a variable number of arguments. */
    private static List<FuzzExpression> spread(List<FuzzExpression> operands) {
        return operands.stream()
                .flatMap(o -> o instanceof ArrayLiteral array ? array.operands().stream() : Stream.of(o))
                .toList();
    }

    private static String arguments(List<FuzzExpression> operands) {
        return operands.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "(", ")"));
    }
}
