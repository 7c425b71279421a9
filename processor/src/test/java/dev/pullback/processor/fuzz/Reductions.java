package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All programs one step simpler than a program; some of them are no Java. */
final class Reductions {

    private Reductions() {}

    /** Fewer points, callees, parameters or statements; simpler expressions. */
    static List<FuzzProgram> of(FuzzProgram program) {
        List<FuzzProgram> result = new ArrayList<>();
        if (program.points().size() > 1) {
            program.points().forEach(p -> result.add(program.withPoints(List.of(p))));
        }
        FuzzMethod main = program.main();
        List<FuzzMethod> callees = program.callees();
        for (int i = 0; i < callees.size(); i++) {
            int index = i;
            result.add(program.withMethods(main, without(callees, i)));
            block(
                    callees.get(i).body(),
                    body -> result.add(program.withMethods(
                            main, replaced(callees, index, callees.get(index).withBody(body)))));
        }
        for (int i = 0; i < main.parameters().size(); i++) {
            result.add(withoutParameter(program, i));
        }
        block(main.body(), body -> result.add(program.withMethods(main.withBody(body), callees)));
        return result;
    }

    private static FuzzProgram withoutParameter(FuzzProgram program, int index) {
        FuzzMethod main = program.main();
        List<FuzzMethod.Parameter> parameters = without(main.parameters(), index);
        FuzzMethod shorter = new FuzzMethod(main.owner(), main.name(), main.type(), parameters, main.body());
        List<Arguments> points =
                program.points().stream().map(p -> p.without(index)).toList();
        return program.withMethods(shorter, program.callees()).withPoints(points);
    }

    private static void block(List<FuzzStatement> block, Consumer<List<FuzzStatement>> sink) {
        for (int size = block.size() / 2; size > 1; size /= 2) {
            for (int from = 0; from + size <= block.size(); from += size) {
                List<FuzzStatement> shorter = new ArrayList<>(block);
                shorter.subList(from, from + size).clear();
                sink.accept(shorter);
            }
        }
        for (int i = 0; i < block.size(); i++) {
            int index = i;
            sink.accept(without(block, i));
            for (List<FuzzStatement> inner : unwrapped(block.get(i))) {
                List<FuzzStatement> flat = new ArrayList<>(block);
                flat.remove(index);
                flat.addAll(index, inner);
                sink.accept(flat);
            }
            statement(block.get(i), s -> sink.accept(replaced(block, index, s)));
        }
    }

    /** The blocks of a statement, each with what it needs to stand alone. */
    private static List<List<FuzzStatement>> unwrapped(FuzzStatement statement) {
        List<List<FuzzStatement>> result = new ArrayList<>();
        for (List<FuzzStatement> inner : statement.blocks()) {
            List<FuzzStatement> block = new ArrayList<>(inner);
            if (statement instanceof FuzzStatement.For loop) {
                block.add(0, new FuzzStatement.Declare(FuzzType.INT, loop.index(), loop.from()));
            } else if (statement instanceof FuzzStatement.ForEach loop) {
                FuzzExpression first = new Element(loop.array(), Literal.of(0));
                block.add(0, new FuzzStatement.Declare(loop.type(), loop.name(), first));
            }
            result.add(block);
        }
        return result;
    }

    private static void statement(FuzzStatement statement, Consumer<FuzzStatement> sink) {
        List<FuzzExpression> expressions = statement.expressions();
        List<List<FuzzStatement>> blocks = statement.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int index = i;
            sink.accept(statement.with(expressions, replaced(blocks, index, List.of())));
            block(blocks.get(i), b -> sink.accept(statement.with(expressions, replaced(blocks, index, b))));
        }
        for (int i = 0; i < expressions.size(); i++) {
            int index = i;
            boolean isTarget =
                    i == 0 && (statement instanceof FuzzStatement.Assign || statement instanceof FuzzStatement.Step);
            expression(expressions.get(i), e -> {
                if (!isTarget || e instanceof Var || e instanceof Element) {
                    sink.accept(statement.with(replaced(expressions, index, e), blocks));
                }
            });
        }
        if (statement instanceof FuzzStatement.Assign assign
                && !assign.operator().equals("=")) {
            sink.accept(new FuzzStatement.Assign(assign.target(), "=", assign.value()));
        }
    }

    private static void expression(FuzzExpression e, Consumer<FuzzExpression> sink) {
        List<FuzzExpression> operands = e.operands();
        for (FuzzExpression operand : operands) {
            if (operand.type() == e.type()) {
                sink.accept(operand);
            }
        }
        if (!(e instanceof Literal)) {
            switch (e.type()) {
                case DOUBLE -> {
                    sink.accept(Literal.of(0.5));
                    sink.accept(Literal.of(1.0));
                }
                case INT -> {
                    sink.accept(Literal.of(0));
                    sink.accept(Literal.of(1));
                }
                case BOOLEAN -> {
                    sink.accept(Literal.of(true));
                    sink.accept(Literal.of(false));
                }
                default -> {}
            }
        }
        for (int i = 0; i < operands.size(); i++) {
            int index = i;
            expression(operands.get(i), o -> sink.accept(e.withOperands(replaced(operands, index, o))));
        }
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> result = new ArrayList<>(list);
        result.remove(index);
        return result;
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> result = new ArrayList<>(list);
        result.set(index, element);
        return result;
    }
}
