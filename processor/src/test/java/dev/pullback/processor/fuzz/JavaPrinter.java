package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a random program as Java. */
final class JavaPrinter {
    private static final String LEVEL = """
            enum Level {
                L0,
                L1,
                L2,
                OTHER;

                static Level of(int number) {
                    return number >= 0 && number < 3 ? values()[number] : OTHER;
                }
            }
            """;

    private final boolean joinsDeclarations;
    private final boolean usesVar;
    private final StringBuilder out = new StringBuilder();

    /** Some programs join declarations to one statement, and some leave out what javac infers. */
    private JavaPrinter(int style) {
        this.joinsDeclarations = Math.floorMod(style, 3) == 0;
        this.usesVar = Math.floorMod(style, 5) == 0;
    }

    /** The program as one compilation unit, with its classes for foreign callees. */
    static String print(FuzzProgram program) {
        return program.isSingle() ? SinglePrecision.text(printed(SinglePrecision.cast(program))) : printed(program);
    }

    private static String printed(FuzzProgram program) {
        JavaPrinter printer = new JavaPrinter(program.name().hashCode());
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
        List<FuzzMethod> own = Stream.concat(
                        Stream.of(main), program.callees().stream().filter(m -> !m.isForeign()))
                .toList();
        PairPrinter pairs = new PairPrinter(program);
        printer.out.append(pairs.member(own));
        String asked = program.isSecondOrder() || main.isVector()
                ? "derivatives = {Derivative.PUSHFORWARD, Derivative.SPARSITY})"
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
                printer.method(callee, "", "private static ", FuzzMethod.Parameter.declared(callee.parameters()));
            }
        }
        if (printer.out.indexOf(ExpressionPrinter.LEVEL + ".of(") >= 0) {
            printer.out.append('\n').append(LEVEL.indent(4));
        }
        printer.out.append("}\n");
        foreign.forEach((owner, methods) -> {
            printer.out.append("\nclass ").append(owner).append(" {\n");
            RandomProgram.CONSTANTS.forEach(printer::constant);
            printer.out.append(pairs.member(methods));
            methods.forEach(m -> printer.method(
                    m, "@Differentiable(" + asked, "static ", FuzzMethod.Parameter.declared(m.parameters())));
            printer.out.append("}\n");
        });
        return pairs.complete(printer.out.append(surroundings.stateClass()).toString());
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
        for (int i = 0; i < statements.size(); i++) {
            FuzzStatement statement = statements.get(i);
            boolean isJoined = i > 0 && areJoined(statements.get(i - 1), statement);
            boolean isContinued = i + 1 < statements.size() && areJoined(statement, statements.get(i + 1));
            if (isJoined || isContinued) {
                FuzzStatement.Declare declare = (FuzzStatement.Declare) statement;
                out.append(
                        isJoined ? ", " : "    ".repeat(depth) + declare.type().java() + " ");
                out.append(declarator(declare)).append(isContinued ? "" : ";\n");
            } else {
                statement(statement, depth);
            }
        }
    }

    private boolean areJoined(FuzzStatement first, FuzzStatement second) {
        return joinsDeclarations
                && first instanceof FuzzStatement.Declare x
                && second instanceof FuzzStatement.Declare y
                && x.type() == y.type();
    }

    private static String declarator(FuzzStatement.Declare declare) {
        return declare.name() + (declare.init() == null ? "" : " = " + ExpressionPrinter.print(declare.init()));
    }

    private void statement(FuzzStatement statement, int depth) {
        out.append("    ".repeat(depth));
        if (statement instanceof FuzzStatement.If branch) {
            branch(branch, depth);
        } else if (statement instanceof FuzzStatement.For loop) {
            nested(header(loop), loop.body(), depth);
        } else if (statement instanceof FuzzStatement.ForEach loop) {
            String variable = loop.type().java() + " " + loop.name();
            nested("for (" + variable + " : " + ExpressionPrinter.print(loop.array()) + ")", loop.body(), depth);
        } else if (statement instanceof FuzzStatement.While loop) {
            nested("while (" + ExpressionPrinter.print(loop.condition()) + ")", loop.body(), depth);
        } else if (statement instanceof FuzzStatement.DoWhile loop) {
            out.append("do {\n");
            block(loop.body(), depth + 1);
            out.append("    ".repeat(depth))
                    .append("} while (")
                    .append(ExpressionPrinter.print(loop.condition()))
                    .append(");\n");
        } else if (statement instanceof FuzzStatement.ForBoth loop) {
            nested(header(loop), loop.body(), depth);
        } else if (statement instanceof FuzzStatement.Switch choice) {
            choice(choice, depth);
        } else if (statement instanceof FuzzStatement.Labeled labeled) {
            labeled(labeled, depth);
        } else if (statement instanceof FuzzStatement.Guard guard) {
            out.append("if (")
                    .append(ExpressionPrinter.print(guard.condition()))
                    .append(") {\n");
            out.append("    ".repeat(depth + 1)).append("throw new UnsupportedOperationException(\"unfit: \" + ");
            out.append(ExpressionPrinter.operand(guard.shown()))
                    .append(");\n")
                    .append("    ".repeat(depth))
                    .append("}\n");
        } else if (statement instanceof FuzzStatement.Raw raw) {
            raw(raw, depth);
        } else {
            out.append(simple(statement)).append(";\n");
        }
    }

    private boolean isInferred(FuzzStatement.Declare declare) {
        return usesVar
                && declare.init() != null
                && !(declare.init() instanceof ArrayLiteral)
                && declare.init().type() == declare.type();
    }

    private String simple(FuzzStatement statement) {
        if (statement instanceof FuzzStatement.Declare declare) {
            return (isInferred(declare) ? "var" : declare.type().java()) + " " + declarator(declare);
        } else if (statement instanceof FuzzStatement.Assign assign) {
            return ExpressionPrinter.print(assign.target()) + " " + assign.operator() + " "
                    + ExpressionPrinter.print(assign.value());
        } else if (statement instanceof FuzzStatement.Step step) {
            return ExpressionPrinter.print(step.target()) + step.operator();
        } else if (statement instanceof FuzzStatement.Return result) {
            return "return " + ExpressionPrinter.print(result.value());
        } else if (statement instanceof FuzzStatement.Jump jump) {
            return (jump.isBreak() ? "break" : "continue") + (jump.label().isEmpty() ? "" : " " + jump.label());
        } else if (statement instanceof FuzzStatement.Call call) {
            return ExpressionPrinter.print(call.call());
        } else if (statement instanceof FuzzStatement.Lambda lambda) {
            return lambda.type().java() + " " + lambda.name() + " = " + function(lambda);
        }
        throw new IllegalStateException(statement.toString());
    }

    /** A function of the library is named, if it is one. */
    private static String function(FuzzStatement.Lambda lambda) {
        List<String> names = lambda.parameters();
        if (lambda.body() instanceof MathCall call
                && call.operands().equals(List.of(new Var(names.get(0), FuzzType.DOUBLE)))) {
            return call.owner() + "::" + call.name();
        }
        String parameters = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        return parameters + " -> " + ExpressionPrinter.print(lambda.body());
    }

    private void branch(FuzzStatement.If branch, int depth) {
        out.append("if (").append(ExpressionPrinter.print(branch.condition())).append(") {\n");
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
        return "for (int " + loop.up() + " = " + ExpressionPrinter.print(loop.from()) + ", " + loop.down() + " = "
                + ExpressionPrinter.print(loop.to()) + "; " + loop.up() + " < " + loop.down() + "; " + loop.up()
                + "++, "
                + loop.down() + "--)";
    }

    private void choice(FuzzStatement.Switch choice, int depth) {
        String indent = "    ".repeat(depth + 1);
        out.append("switch (")
                .append(ExpressionPrinter.print(choice.selector()))
                .append(") {\n");
        for (int i = 0; i < choice.blocks().size(); i++) {
            out.append(indent)
                    .append(ExpressionPrinter.label(
                            choice.selector(), i, choice.blocks().size()));
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
        return "for (int " + loop.index() + " = " + ExpressionPrinter.print(loop.from()) + "; " + loop.index() + " "
                + loop.comparison() + " " + ExpressionPrinter.print(loop.to()) + "; " + loop.index() + update + ")";
    }
}
