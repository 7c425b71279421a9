package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a program in one random place, mostly by a text of {@link Mutations}. */
final class Mutator {
    private static final Map<String, FuzzType> PLACEHOLDERS = Map.of(
            "$x", FuzzType.DOUBLE,
            "$y", FuzzType.DOUBLE,
            "$a", FuzzType.DOUBLES,
            "$c", FuzzType.DOUBLES,
            "$m", FuzzType.MATRIX,
            "$n", FuzzType.INT,
            "$b", FuzzType.BOOLEAN);

    private static final long FAR = 1L << 40;

    private final Random random;

    private Mutator(Random random) {
        this.random = random;
    }

    /** The mutant of a seed: always the same. */
    static Mutant mutate(long seed) {
        return new Mutator(new Random(seed)).mutate(numberProgram(seed));
    }

    /** Mutants are judged by the number that they compute, to the rounding of {@code double}. */
    private static FuzzProgram numberProgram(long seed) {
        FuzzProgram program = RandomProgram.generate(seed, seed % 3 == 0);
        return program.main().isVector() || program.isSingle() ? numberProgram(seed + FAR) : program;
    }

    private Mutant mutate(FuzzProgram program) {
        List<String> members = new ArrayList<>(Mutations.COMMON);
        String from = "";
        String to = "";
        FuzzProgram changed = program;
        int kind = random.nextInt(100);
        if (kind < 8) {
            members.add(pick(Mutations.MEMBERS));
        } else if (kind < 14) {
            String[] header = pick(Mutations.HEADERS).split(" => ", 2);
            from = header[0];
            to = header[1];
        } else if (kind < 22) {
            from = pick(names(program));
            to = pick(Mutations.NAMES);
        } else {
            changed = mutateMethod(program);
        }
        return new Mutant(changed, members, from, to);
    }

    private static List<String> names(FuzzProgram program) {
        List<String> names = new ArrayList<>();
        program.main().parameters().forEach(p -> names.add(p.name()));
        for (FuzzStatement statement : FuzzStatement.deep(program.main().body())) {
            if (statement instanceof FuzzStatement.Declare declare) {
                names.add(declare.name());
            }
        }
        return names;
    }

    private FuzzProgram mutateMethod(FuzzProgram program) {
        List<FuzzMethod> callees = program.callees();
        if (callees.isEmpty() || chance(0.7)) {
            return program.withMethods(mutate(program.main()), callees);
        }
        int index = random.nextInt(callees.size());
        if (callees.get(index).isForeign()) {
            return program.withMethods(mutate(program.main()), callees);
        }
        return program.withMethods(program.main(), replaced(callees, index, mutate(callees.get(index))));
    }

    private FuzzMethod mutate(FuzzMethod method) {
        List<Var> visible = new ArrayList<>();
        method.parameters().forEach(p -> visible.add(new Var(p.name(), p.type())));
        return method.withBody(mutateBlock(method.body(), visible));
    }

    /** Changes one statement of a block, or of a block inside. */
    private List<FuzzStatement> mutateBlock(List<FuzzStatement> block, List<Var> outer) {
        int at = random.nextInt(block.size() + (chance(0.1) ? 1 : 0));
        List<Var> visible = new ArrayList<>(outer);
        block.subList(0, at).forEach(s -> declare(s, visible));
        List<FuzzStatement> result = new ArrayList<>(block);
        if (at < block.size() && chance(0.6)) {
            FuzzStatement statement = block.get(at);
            List<List<FuzzStatement>> blocks = statement.blocks();
            List<Integer> inner = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                if (!blocks.get(i).isEmpty()) {
                    inner.add(i);
                }
            }
            if (!inner.isEmpty()) {
                int chosen = pick(inner);
                List<Var> within = new ArrayList<>(visible);
                header(statement, within);
                List<FuzzStatement> mutated = mutateBlock(blocks.get(chosen), within);
                result.set(at, statement.with(statement.expressions(), replaced(blocks, chosen, mutated)));
                return result;
            }
        }
        change(result, at, visible);
        return result;
    }

    private static void declare(FuzzStatement statement, List<Var> visible) {
        if (statement instanceof FuzzStatement.Declare declare) {
            visible.add(new Var(declare.name(), declare.type()));
        }
    }

    private static void header(FuzzStatement statement, List<Var> visible) {
        if (statement instanceof FuzzStatement.For loop) {
            visible.add(new Var(loop.index(), FuzzType.INT));
        } else if (statement instanceof FuzzStatement.ForEach loop) {
            visible.add(new Var(loop.name(), loop.type()));
        }
    }

    private void change(List<FuzzStatement> block, int at, List<Var> visible) {
        int kind = random.nextInt(100);
        if (at == block.size() || kind < 45) {
            block.add(at, new FuzzStatement.Raw(filled(pick(Mutations.STATEMENTS), visible), List.of()));
        } else if (kind < 55) {
            FuzzStatement wrapped = block.get(at);
            block.set(at, new FuzzStatement.Raw(filled(pick(Mutations.WRAPPERS), visible), List.of(wrapped)));
        } else if (kind < 60) {
            block.remove(at);
        } else {
            block.set(at, changed(block.get(at), visible));
        }
    }

    private FuzzStatement changed(FuzzStatement statement, List<Var> visible) {
        List<FuzzExpression> expressions = statement.expressions();
        if (expressions.isEmpty()) {
            return new FuzzStatement.Raw(filled(pick(Mutations.STATEMENTS), visible), List.of());
        }
        int index = random.nextInt(expressions.size());
        boolean isTarget =
                index == 0 && (statement instanceof FuzzStatement.Assign || statement instanceof FuzzStatement.Step);
        FuzzExpression old = expressions.get(index);
        FuzzExpression changed = isTarget && old.operands().isEmpty()
                ? pick(visible)
                : isTarget ? changedOperand(old, visible) : changed(old, visible);
        return statement.with(replaced(expressions, index, changed), statement.blocks());
    }

    private FuzzExpression changed(FuzzExpression e, List<Var> visible) {
        if (!e.operands().isEmpty() && chance(0.6)) {
            return changedOperand(e, visible);
        } else if (chance(0.1)) {
            return pick(visible);
        }
        List<String> texts = switch (e.type()) {
            case DOUBLE -> Mutations.DOUBLES;
            case BOOLEAN -> Mutations.BOOLEANS;
            case INT, LONG -> Mutations.INTS;
            default -> List.of("(%s)", "null", "%s.clone()", "$a", "(true ? %s : $a)", "same9(%s)", "(Object) %s");
        };
        return new FuzzExpression.Raw(filled(pick(texts), visible), e);
    }

    private FuzzExpression changedOperand(FuzzExpression e, List<Var> visible) {
        int index = random.nextInt(e.operands().size());
        FuzzExpression operand = changed(e.operands().get(index), visible);
        return e.withOperands(replaced(e.operands(), index, operand));
    }

    /** The text with names in the place of its placeholders, the later declared the likelier. */
    private String filled(String text, List<Var> visible) {
        String result = text;
        for (String placeholder :
                PLACEHOLDERS.keySet().stream().sorted(Comparator.naturalOrder()).toList()) {
            FuzzType type = PLACEHOLDERS.get(placeholder);
            List<Var> candidates =
                    visible.stream().filter(v -> v.type() == type).toList();
            String name =
                    candidates.isEmpty() ? missing(type) : pick(candidates).name();
            result = result.replace(placeholder, name);
        }
        return result;
    }

    private static String missing(FuzzType type) {
        return switch (type) {
            case INT -> "1";
            case BOOLEAN -> "true";
            case DOUBLES -> "TABLE9";
            default -> "state9";
        };
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> result = new ArrayList<>(list);
        result.set(index, element);
        return result;
    }
}
