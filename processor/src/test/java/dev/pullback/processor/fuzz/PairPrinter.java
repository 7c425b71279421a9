package dev.pullback.processor.fuzz;

import java.util.List;

/** Prints the type of pairs: a record, or a class that is as good as one. */
final class PairPrinter {
    private static final String RECORD = "record Pair(double first, double second) {}\n";

    private static final String CLASS = """
            class Pair {
                private final double first;
                private final double second;

                Pair(double first, double second) {
                    this.first = first;
                    this.second = second;
                }

                double first() {
                    return first;
                }

                double second() {
                    return second;
                }
            }
            """;

    private final FuzzProgram program;

    PairPrinter(FuzzProgram program) {
        this.program = program;
    }

    /** Whether pairs go from class to class: their type stands in none of them then. */
    private boolean areShared() {
        return program.callees().stream().anyMatch(method -> method.isForeign() && areInSignature(method));
    }

    /** Whether callers see pairs. */
    static boolean areInSignature(FuzzMethod method) {
        return isOfPairs(method.type()) || method.parameters().stream().anyMatch(p -> isOfPairs(p.type()));
    }

    private static boolean isUsed(FuzzMethod method) {
        return areInSignature(method)
                || FuzzStatement.deep(method.body()).stream()
                        .anyMatch(s -> s instanceof FuzzStatement.Declare d && isOfPairs(d.type()));
    }

    private static boolean isOfPairs(FuzzType type) {
        return type == FuzzType.PAIR || type == FuzzType.PAIRS;
    }

    /** The type as a member of a class with these methods; empty if they need none. */
    String member(List<FuzzMethod> methods) {
        return areShared() || methods.stream().noneMatch(PairPrinter::isUsed)
                ? ""
                : "\n" + type("static ").indent(4);
    }

    /** The compilation unit with the type at its end, if it is shared. */
    String complete(String unit) {
        return areShared() ? (unit + "\n" + type("")).replaceAll("\\bPair\\b", program.name() + "Pair") : unit;
    }

    private String type(String modifiers) {
        return Math.floorMod(program.name().hashCode(), 2) == 0 ? RECORD : modifiers + CLASS;
    }
}
