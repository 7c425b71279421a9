package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Var;
import dev.pullback.processor.testkit.Arguments;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what the main method of a program finds its values in: fields, an object with accessors, static arrays. A method
 * {@code arranged} makes the arguments of {@code f} from the values themselves.
 */
final class SurroundingsPrinter {
    /** The method that makes the arguments. */
    static final String ARRANGED = "arranged";

    private final FuzzProgram program;
    private final FuzzMethod main;

    SurroundingsPrinter(FuzzProgram program) {
        this.program = program;
        this.main = program.main();
    }

    /** Whether {@code f} is a method of an object. */
    boolean hasReceiver() {
        return !fields().isEmpty();
    }

    /** What the annotation says besides the derivatives. */
    String elements() {
        return wrt() + outputs();
    }

    private String outputs() {
        return main.at(Home.OUTPUT).isEmpty()
                ? ""
                : main.at(Home.OUTPUT).stream()
                        .map(p -> "\"" + p.name() + "\"")
                        .collect(Collectors.joining(", ", "outputs = {", "}, "));
    }

    private String wrt() {
        return main.at(Home.INDEPENDENT_FIELD).isEmpty()
                ? ""
                : main.parameters().stream()
                        .filter(p -> p.type().isReal() && !p.isPassive())
                        .map(p -> "\"" + p.name() + "\"")
                        .collect(Collectors.joining(", ", "wrt = {", "}, "));
    }

    /** The parameters of {@code f}. */
    String parameters() {
        String arguments = FuzzMethod.Parameter.declared(arguments());
        if (main.at(Home.ACCESSOR).isEmpty()) {
            return arguments;
        }
        return "@Passive " + state() + " state" + (arguments.isEmpty() ? "" : ", " + arguments);
    }

    /** The body of {@code f}, with the places of its values. */
    List<FuzzStatement> body() {
        Map<String, String> names = new HashMap<>();
        main.parameters().forEach(p -> names.put(p.name(), place(p)));
        return renamed(main.body(), names);
    }

    private static String place(FuzzMethod.Parameter parameter) {
        String name = parameter.name();
        return switch (parameter.home()) {
            case ARGUMENT, OUTPUT, INDEPENDENT_FIELD -> name;
            case FIELD -> "this." + name;
            case ACCESSOR -> "state." + name + "()";
            case STATIC -> constant(name);
        };
    }

    private static String constant(String name) {
        return "TABLE_" + name.toUpperCase(Locale.ROOT);
    }

    private static List<FuzzStatement> renamed(List<FuzzStatement> block, Map<String, String> names) {
        return block.stream()
                .map(s -> s.with(
                        s.expressions().stream().map(e -> renamed(e, names)).toList(),
                        s.blocks().stream().map(b -> renamed(b, names)).toList()))
                .toList();
    }

    private static FuzzExpression renamed(FuzzExpression e, Map<String, String> names) {
        if (e instanceof Var variable) {
            return new Var(names.getOrDefault(variable.name(), variable.name()), variable.type());
        }
        return e.withOperands(e.operands().stream().map(o -> renamed(o, names)).toList());
    }

    private List<FuzzMethod.Parameter> fields() {
        return Stream.concat(main.at(Home.INDEPENDENT_FIELD).stream(), main.at(Home.FIELD).stream())
                .toList();
    }

    private List<FuzzMethod.Parameter> arguments() {
        return main.parameters().stream()
                .filter(p -> p.home() == Home.ARGUMENT || p.home() == Home.OUTPUT)
                .toList();
    }

    private String state() {
        return program.name() + "State";
    }

    private boolean isRecord() {
        return main.at(Home.ACCESSOR).size() % 2 == 0;
    }

    /** The members of the program's class that stand for its surroundings. */
    String members() {
        StringBuilder out = new StringBuilder();
        main.at(Home.STATIC).forEach(p -> out.append(table(p)));
        if (hasReceiver()) {
            out.append(members(fields(), program.name()));
        }
        return out + arranged();
    }

    private String table(FuzzMethod.Parameter parameter) {
        int index = main.parameters().indexOf(parameter);
        Arguments point = program.points().get(0);
        Object value = point.values()[index];
        String size = value instanceof Object[] rows
                ? "double[" + rows.length + "][" + Array.getLength(rows[0]) + "]"
                : (value instanceof int[] ? "int[" : "double[") + Array.getLength(value) + "]";
        return "    static final " + parameter.type().java() + " " + constant(parameter.name()) + " = new " + size
                + ";\n";
    }

    /** The object with accessors, if there is one. */
    String stateClass() {
        List<FuzzMethod.Parameter> parts = main.at(Home.ACCESSOR);
        if (parts.isEmpty()) {
            return "";
        } else if (isRecord()) {
            return "\nrecord " + state() + "(" + declared(parts) + ") {}\n";
        }
        return "\nfinal class " + state() + " {\n" + members(parts, state()) + "}\n";
    }

    private static String declared(List<FuzzMethod.Parameter> parts) {
        return parts.stream().map(p -> p.type().java() + " " + p.name()).collect(Collectors.joining(", "));
    }

    private static String members(List<FuzzMethod.Parameter> parts, String type) {
        StringBuilder out = new StringBuilder();
        parts.forEach(
                p -> out.append("    private final %s %s;\n".formatted(p.type().java(), p.name())));
        out.append("\n    %s(%s) {\n".formatted(type, declared(parts)));
        parts.forEach(p -> out.append("        this.%1$s = %1$s;\n".formatted(p.name())));
        out.append("    }\n");
        parts.forEach(p -> out.append("\n    %1$s %2$s() {\n        return %2$s;\n    }\n"
                .formatted(p.type().java(), p.name())));
        return out.toString();
    }

    private String arranged() {
        StringBuilder out = new StringBuilder();
        out.append("\n    static Object[] %s(%s) {\n".formatted(ARRANGED, declared(main.parameters())));
        for (FuzzMethod.Parameter p : main.at(Home.STATIC)) {
            String row = p.type() == FuzzType.MATRIX ? "[i]" : "";
            String loop = row.isEmpty() ? "" : "for (int i = 0; i < " + p.name() + ".length; i++) ";
            out.append("        %1$sSystem.arraycopy(%2$s%4$s, 0, %3$s%4$s, 0, %2$s%4$s.length);\n"
                    .formatted(loop, p.name(), constant(p.name()), row));
        }
        List<String> arguments = new ArrayList<>();
        if (hasReceiver()) {
            arguments.add(made(program.name(), fields()));
        }
        if (!main.at(Home.ACCESSOR).isEmpty()) {
            arguments.add(made(state(), main.at(Home.ACCESSOR)));
        }
        arguments().forEach(p -> arguments.add(p.name()));
        return out + "        return new Object[] {" + String.join(", ", arguments) + "};\n    }\n";
    }

    private static String made(String type, List<FuzzMethod.Parameter> parts) {
        return parts.stream()
                .map(FuzzMethod.Parameter::name)
                .collect(Collectors.joining(", ", "new " + type + "(", ")"));
    }
}
