package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * References that a condition decides on, as in {@code v = b ? a : m[0]}. The statements that use them move into both branches, in
 * each of which a variable means one array; no array is copied, and they may have different lengths.
 */
final class ChosenArrays extends IrRewriter {
    /** How many statements may be there twice, and how often. */
    private static final int MAX_SIZE = 150;

    private static final int MAX_CHOICES = 4;

    private final ReferenceGroup group;
    private final Set<Variable> jumps;
    private boolean isDone;

    private ChosenArrays(ReferenceGroup group, Set<Variable> jumps) {
        this.group = group;
        this.jumps = jumps;
    }

    /**
     * The function in which the variables of the group are assigned no more, if conditions alone decide on them.
     *
     * @param jumps the flags that stand for jumps
     */
    static Optional<Function> resolve(Function function, ReferenceGroup group, Set<Variable> jumps) {
        Function current = function;
        for (int i = 0; i < MAX_CHOICES; i++) {
            ChosenArrays choice = new ChosenArrays(group, jumps);
            Block body = choice.rewrite(current.body());
            if (!choice.isDone) {
                return Optional.empty();
            }
            current = SeparateLives.apply(current.withBody(body));
            if (group.variables().stream().noneMatch(ReferenceGroup.assigned(current)::contains)) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }

    @Override
    public Block rewrite(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size() && !isDone; i++) {
            if (statements.get(i) instanceof If choice && decides(choice)) {
                int end = lastUse(statements, i);
                List<Statement> users = statements.subList(i + 1, end);
                if (end > i + 1 && canBeTwice(users)) {
                    isDone = true;
                    List<Statement> out = new ArrayList<>(statements.subList(0, i));
                    out.add(with(choice, users));
                    out.addAll(statements.subList(end, statements.size()));
                    return new Block(out);
                }
            }
        }
        return isDone ? block : super.rewrite(block);
    }

    private boolean decides(If choice) {
        boolean[] result = {false};
        Walk.statements(Block.of(choice), s -> result[0] |= group.variables().contains(ReferenceGroup.defined(s)));
        return result[0];
    }

    /** The end of the statements that use the group, or what such statements declare. */
    private int lastUse(List<Statement> statements, int choice) {
        Set<Variable> used = new HashSet<>(group.variables());
        int end = choice + 1;
        boolean[] grows = {true};
        while (grows[0]) {
            grows[0] = false;
            for (int i = statements.size() - 1; i >= end; i--) {
                if (mentions(statements.get(i), used)) {
                    end = i + 1;
                    grows[0] = used.addAll(Walk.declarations(new Block(statements.subList(choice + 1, end))));
                    break;
                }
            }
        }
        return end;
    }

    private static boolean mentions(Statement statement, Set<Variable> variables) {
        boolean[] result = {false};
        Block block = Block.of(statement);
        Walk.statements(block, s -> {
            boolean isTarget = s instanceof Assign a
                            && variables.contains(a.target().root())
                    || s instanceof Increment n && variables.contains(n.target().root());
            result[0] |= isTarget;
        });
        return result[0] || Walk.reads(block).stream().anyMatch(variables::contains);
    }

    private static boolean canBeTwice(List<Statement> statements) {
        int[] size = {0};
        boolean[] returnsArray = {false};
        Walk.statements(new Block(statements), s -> {
            size[0]++;
            returnsArray[0] |= s instanceof Return exit
                    && exit.values().stream().anyMatch(value -> value.type().isArray());
        });
        return size[0] <= MAX_SIZE && !returnsArray[0];
    }

    private If with(If choice, List<Statement> users) {
        CopyVariables copy = new CopyVariables();
        // A jump leads to the end of the block that declares its flag, wherever that stands.
        jumps.forEach(flag -> copy.rename(flag, flag));
        List<Statement> whenTrue = new ArrayList<>(choice.whenTrue().statements());
        List<Statement> whenFalse = new ArrayList<>(choice.whenFalse().statements());
        whenTrue.addAll(users);
        whenFalse.addAll(copy.rewrite(new Block(users)).statements());
        return new If(choice.condition(), new Block(whenTrue), new Block(whenFalse), choice.origin());
    }
}
