package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The branches that do what a switch does. Cases that control can fall through from form a run. Inside a run, a case is reached
 * from its own labels and from those of the cases in front of it, so that all conditions are about the selector alone and no
 * flag says where control came from.
 */
final class SwitchBranches {

    /**
     * The statements of a case.
     *
     * @param tests the conditions under which its labels fit; the labels themselves as long as the selector is not known
     * @param isDefault whether control comes here when no label of the switch fits
     * @param fallsThrough whether control may go on to the next case
     */
    record Case(List<Expression> tests, boolean isDefault, Block block, boolean fallsThrough, Origin origin) {

        /** The same case with a test for each label. */
        Case withTests(UnaryOperator<Expression> test) {
            return new Case(tests.stream().map(test).toList(), isDefault, block, fallsThrough, origin);
        }
    }

    private final Block unmatched;

    /** With {@code unmatched} for what happens if no case fits and there is no default. */
    SwitchBranches(Block unmatched) {
        this.unmatched = unmatched;
    }

    /** The switch over these cases. */
    Block of(List<Case> cases) {
        List<List<Case>> runs = runs(cases);
        // No label occurs twice, so the order of the runs is free: the default run comes last.
        runs.sort((one, other) -> Boolean.compare(hasDefault(one), hasDefault(other)));
        Block otherwise = unmatched;
        for (int i = runs.size() - 1; i >= 0; i--) {
            List<Case> run = runs.get(i);
            otherwise = hasDefault(run)
                    ? inside(run)
                    : Block.of(new If(
                            anyOf(run), inside(run), otherwise, run.get(0).origin()));
        }
        return otherwise;
    }

    private static List<List<Case>> runs(List<Case> cases) {
        List<List<Case>> runs = new ArrayList<>();
        boolean continues = false;
        for (Case group : cases) {
            if (!continues) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(group);
            continues = group.fallsThrough();
        }
        return runs;
    }

    private static boolean hasDefault(List<Case> run) {
        return run.stream().anyMatch(Case::isDefault);
    }

    /** The statements of a run, of which the last ones are reached from everywhere in it. */
    private Block inside(List<Case> run) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < run.size() - 1; i++) {
            List<Case> reached = run.subList(0, i + 1);
            Expression condition = hasDefault(reached) ? noneOf(run.subList(i + 1, run.size())) : anyOf(reached);
            Case group = run.get(i);
            if (!group.block().isEmpty()) {
                out.add(new If(condition, group.block(), Block.EMPTY, group.origin()));
            }
        }
        out.addAll(run.get(run.size() - 1).block().statements());
        return new Block(out);
    }

    private Expression anyOf(List<Case> cases) {
        return tests(cases)
                .reduce((all, one) -> new Logical(Logical.Operator.OR, all, one))
                .orElseThrow();
    }

    private Expression noneOf(List<Case> cases) {
        return tests(cases)
                .map(SwitchBranches::negated)
                .reduce((all, one) -> new Logical(Logical.Operator.AND, all, one))
                .orElseThrow();
    }

    private static Stream<Expression> tests(List<Case> cases) {
        return cases.stream().flatMap(group -> group.tests().stream());
    }

    private static Expression negated(Expression test) {
        return test instanceof Compare equality
                ? new Compare(Compare.Operator.NOT_EQUAL, equality.left(), equality.right())
                : new Unary(Unary.Operator.NOT, test);
    }
}
