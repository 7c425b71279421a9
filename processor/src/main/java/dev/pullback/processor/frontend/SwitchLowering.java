package dev.pullback.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Throw;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lowers switches of both forms, as statements and as expressions. What the cases become is up to {@link SwitchBranches}. */
final class SwitchLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final JumpTargets targets;

    /** What happens to the results of the switch expressions around the current statement, innermost first. */
    private final Deque<Result> results = new ArrayDeque<>();

    SwitchLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            StatementLowering statements,
            JumpTargets targets) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    /**
     * What happens to the result of a switch expression.
     *
     * @param emit emits the statement that takes the result
     * @param isReturn whether that statement leaves the method
     */
    private record Result(Consumer<ExpressionTree> emit, boolean isReturn) {}

    /** Lowers a switch statement. */
    void lower(SwitchTree tree) {
        targets.within(JumpTargets.Kind.SWITCH, target -> lowerCases(tree.getExpression(), tree.getCases(), false));
    }

    /** Lowers a switch expression; {@code assign} emits the assignment of the result, given as an expression. */
    void lower(SwitchExpressionTree tree, Consumer<ExpressionTree> assign) {
        lower(tree, new Result(assign, false));
    }

    /** Lowers a switch expression whose result leaves the method by the statement that {@code exit} emits. */
    void lowerReturned(SwitchExpressionTree tree, Consumer<ExpressionTree> exit) {
        lower(tree, new Result(exit, true));
    }

    private void lower(SwitchExpressionTree tree, Result result) {
        results.push(result);
        try {
            targets.within(
                    JumpTargets.Kind.SWITCH_EXPRESSION,
                    target -> lowerCases(tree.getExpression(), tree.getCases(), true));
        } finally {
            results.pop();
        }
    }

    /** Lowers {@code yield}. */
    void lowerYield(ExpressionTree value) {
        Result result = results.getFirst();
        result.emit().accept(value);
        if (!result.isReturn()) {
            targets.emitYield();
        }
    }

    // ---- cases ----

    private void lowerCases(ExpressionTree selectorTree, List<? extends CaseTree> trees, boolean isExhaustive) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(selectorTree);
        SwitchSelector selector = new SwitchSelector(body, expressions, typer.typeOf(bare), bare);
        boolean hasLabels =
                trees.stream().anyMatch(tree -> !tree.getExpressions().isEmpty());
        Expression value = selector.value(bare, hasLabels);
        List<SwitchBranches.Case> cases = new ArrayList<>();
        List<VariableTree> locals = new ArrayList<>();
        List<Expression> labels = new ArrayList<>();
        boolean isDefault = false;
        for (int i = 0; i < trees.size(); i++) {
            CaseTree tree = trees.get(i);
            labels.addAll(selector.labels(tree));
            isDefault |= tree.getExpressions().isEmpty();
            boolean isRule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
            boolean sharesStatements = !isRule && tree.getStatements().isEmpty() && i < trees.size() - 1;
            if (sharesStatements) {
                continue;
            }
            Block block = body.block(() -> body.at(tree, () -> lowerCase(tree, locals)));
            boolean fallsThrough = !isRule && completes(tree.getStatements());
            cases.add(new SwitchBranches.Case(labels, isDefault, block, fallsThrough, body.originOf(tree)));
            labels = new ArrayList<>();
            isDefault = false;
        }
        // Without a default javac demands a case for each constant of the enum, of which there may be more at run time.
        Block unmatched =
                isExhaustive ? Block.of(new Throw(expressions.passive().noCase(), body.origin())) : Block.EMPTY;
        Expression lasting = isLasting(value, cases) ? value : body.bind("selector", value);
        List<SwitchBranches.Case> tested = cases.stream()
                .map(one -> one.withTests(label -> selector.test(lasting, label)))
                .toList();
        body.emitAll(new SwitchBranches(unmatched).of(tested));
    }

    private boolean isLasting(Expression selector, List<SwitchBranches.Case> cases) {
        return selector instanceof Literal
                || selector instanceof Read read
                        && cases.stream()
                                .noneMatch(group ->
                                        expressions.effectsOf(group.block()).assigns(read.variable()));
    }

    private void lowerCase(CaseTree tree, List<VariableTree> locals) {
        symbols.enter();
        Tree rule = tree.getBody();
        if (rule instanceof ExpressionTree value) {
            statements.guarded(() -> results.getFirst().emit().accept(value));
        } else if (rule instanceof StatementTree statement) {
            statements.lower(statement);
        } else {
            statements.guarded(() -> declareAgain(locals, tree));
            statements.lowerAll(tree.getStatements());
            tree.getStatements().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .forEach(locals::add);
        }
        symbols.leave();
    }

    /**
     * A variable declared in one case may be used in later ones, but never with a value from there (JLS 16.2.9), so that each
     * case gets a variable of its own.
     */
    private void declareAgain(List<VariableTree> locals, CaseTree tree) {
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
                names.add(identifier.getName().toString());
                return null;
            }
        }.scan(tree.getStatements(), null);
        locals.stream()
                .filter(local -> names.contains(local.getName().toString()))
                .forEach(statements::declareWithoutValue);
    }

    /** Whether control can come to the end of the statements, as far as their last one shows. */
    private static boolean completes(List<? extends StatementTree> statements) {
        return statements.isEmpty() || completes(statements.get(statements.size() - 1));
    }

    private static boolean completes(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            return completes(block.getStatements());
        } else if (statement instanceof IfTree branch) {
            return branch.getElseStatement() == null
                    || completes(branch.getThenStatement())
                    || completes(branch.getElseStatement());
        }
        return switch (statement.getKind()) {
            case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
            default -> true;
        };
    }
}
