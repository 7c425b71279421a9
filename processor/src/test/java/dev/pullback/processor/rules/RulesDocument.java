package dev.pullback.processor.rules;

import dev.pullback.processor.docs.Markdown;
import dev.pullback.processor.ir.IrType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code docs/derivative-rules.md}. */
final class RulesDocument {
    private static final Pattern UNARY = Pattern.compile("-(\\S+)");
    private static final Pattern BINARY = Pattern.compile("(\\S+) (\\S) (\\S+)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)");

    /**
     * A row of the rules.
     *
     * @param text the operation as written
     * @param operations the operation, once per class that has it
     * @param formulas one per argument
     * @param domain where the formulas hold, empty for everywhere
     */
    record Rule(String text, List<Operation> operations, List<String> formulas, String domain) {

        /** The rule for one of the classes. */
        Operation operation() {
            return operations.get(0);
        }

        /** Whether the point is one of this operation. */
        boolean isOf(Point point) {
            return name().equals(RulesDocument.name(point.text()))
                    && operation().arguments().size() == point.arguments().length;
        }

        /** The name of the function, or the operator. */
        String name() {
            return RulesDocument.name(text);
        }

        /** Whether this is a function, not an operator. */
        boolean isFunction() {
            return text.endsWith(")");
        }
    }

    /**
     * A row of the kinks.
     *
     * @param text the point as written
     * @param operations the operation, once per class that has it
     * @param arguments the point
     * @param derivatives one per argument
     */
    record Point(String text, List<Operation> operations, double[] arguments, double[] derivatives) {}

    private final Markdown page = Markdown.page("docs/derivative-rules.md");

    /** All rules: operators and functions. */
    List<Rule> rules() {
        return Stream.of("Operators", "Functions", "Special functions")
                .flatMap(heading -> page.tables(heading).get(0).rows().stream())
                .map(RulesDocument::rule)
                .toList();
    }

    /** All kinks and singular points. */
    List<Point> points() {
        return page.tables("Kinks and singular points").get(0).rows().stream()
                .map(RulesDocument::point)
                .toList();
    }

    /** The methods that are said to have no rule. */
    List<String> withoutRule() {
        String text = page.text();
        return Markdown.code(text.substring(text.indexOf("## No rule")).split(" have none")[0]);
    }

    private static Rule rule(List<String> row) {
        String text = Markdown.code(row.get(0)).get(0);
        return new Rule(text, operations(text), Markdown.code(row.get(1)), String.join("", Markdown.code(row.get(2))));
    }

    private static Point point(List<String> row) {
        String text = Markdown.code(row.get(0)).get(0);
        return new Point(text, operations(text), numbers(operands(text)), numbers(Markdown.code(row.get(1))));
    }

    private static String name(String text) {
        return text.endsWith(")") ? text.replaceAll("\\(.*", "") : text.replaceAll("^\\S+ (\\S) .*|^(-).*", "$1$2");
    }

    private static double[] numbers(List<String> texts) {
        return texts.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Operation> operations(String text) {
        Matcher unary = UNARY.matcher(text);
        Matcher binary = BINARY.matcher(text);
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            List<Operation> offered = offered(signature(text), operands(text));
            if (offered.isEmpty()) {
                throw new AssertionError("nobody offers " + text);
            }
            return offered;
        } else if (binary.matches()) {
            return List.of(Operation.operator(binary.group(2), operands(text)));
        } else if (unary.matches()) {
            return List.of(Operation.operator("-", operands(text)));
        }
        throw new AssertionError("no operation: " + text);
    }

    /** The function of a row, such as {@code pow(x, n)}. */
    static Signature signature(String text) {
        return new Signature(
                name(text),
                operands(text).stream().<IrType>map(Operation::typeOf).toList());
    }

    /** The calls of a function, one for each class that offers it. */
    private static List<Operation> offered(Signature function, List<String> operands) {
        return RuleTable.owners().stream()
                .flatMap(owner -> RuleTable.methods(owner).entrySet().stream()
                        .filter(entry -> entry.getValue().function().equals(function))
                        .flatMap(entry -> Operation.call(owner, entry.getKey().name(), operands).stream()))
                .toList();
    }

    private static List<String> operands(String text) {
        Matcher unary = UNARY.matcher(text);
        Matcher binary = BINARY.matcher(text);
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            return Arrays.stream(call.group(2).split(",")).map(String::strip).toList();
        } else if (binary.matches()) {
            return List.of(binary.group(1), binary.group(3));
        }
        return unary.matches() ? List.of(unary.group(1)) : List.of();
    }
}
