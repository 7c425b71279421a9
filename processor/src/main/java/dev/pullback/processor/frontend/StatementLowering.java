package dev.pullback.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lowers statements. An error ends the statement it is in; the next one goes on, so that one run shows all of them. */
final class StatementLowering extends SimpleTreeVisitor<Void, Void> {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final LoopLowering loops;
    private final SwitchLowering switches;
    private final FunctionLowering functions;
    private final JumpTargets targets;
    private final DiagnosticSink sink;
    private BiConsumer<ReturnTree, @Nullable ExpressionTree> returns;
    private boolean hasFailed;

    StatementLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            DiagnosticSink sink,
            BiConsumer<ReturnTree, @Nullable ExpressionTree> returns) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.targets = new JumpTargets(body);
        this.loops = new LoopLowering(body, typer, symbols, expressions, this, targets);
        this.switches = new SwitchLowering(body, typer, symbols, expressions, this, targets);
        FunctionLowering functions = new FunctionLowering(body, typer, symbols, expressions, this, targets);
        this.functions = functions;
        expressions.connect(switches, functions);
        this.sink = sink;
        this.returns = returns;
    }

    /** Whether any statement was given up. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** Lowers statements in the current scope. */
    void lowerAll(List<? extends StatementTree> statements) {
        statements.forEach(this::lower);
    }

    /** Lowers statements whose returns do not leave the method. */
    void lowerAll(
            List<? extends StatementTree> statements, BiConsumer<ReturnTree, @Nullable ExpressionTree> ownReturns) {
        var outer = returns;
        returns = ownReturns;
        try {
            lowerAll(statements);
        } finally {
            returns = outer;
        }
    }

    /** Lowers one statement; its error, if any, goes to the sink. */
    void lower(StatementTree statement) {
        guarded(() -> body.at(statement, () -> visit(statement, null)));
    }

    /** Runs a part of a statement that can fail without the other parts. */
    void guarded(Runnable part) {
        try {
            part.run();
        } catch (Unsupported unsupported) {
            unsupported.diagnostic().ifPresent(sink::report);
            hasFailed = true;
        }
    }

    /** A statement in a scope of its own, as a block. */
    Block scoped(StatementTree statement) {
        return body.block(() -> {
            symbols.enter();
            lower(statement);
            symbols.leave();
        });
    }

    @Override
    protected Void defaultAction(Tree tree, @Nullable Void unused) {
        throw new Unsupported(SubsetChecker.rejection(tree, body.position(tree)));
    }

    // ---- simple statements ----

    @Override
    public Void visitEmptyStatement(EmptyStatementTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        expressions.effect(tree.getExpression());
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        emitReturn(tree, tree.getExpression());
        return null;
    }

    private void emitReturn(ReturnTree tree, @Nullable ExpressionTree value) {
        if (value != null && ExpressionLowering.withoutParentheses(value) instanceof SwitchExpressionTree choice) {
            switches.lowerReturned(choice, result -> emitReturn(tree, result));
            return;
        }
        returns.accept(tree, value);
    }

    @Override
    public Void visitVariable(VariableTree tree, @Nullable Void unused) {
        String name = tree.getName().toString();
        Local local = new Local(name, null, null);
        try {
            local = declare(tree, name);
        } finally {
            // After an error the name stays known, so that its uses do not count as errors of their own.
            symbols.scope().declare(local);
        }
        return null;
    }

    private Local declare(VariableTree tree, String name) {
        ExpressionTree initial = tree.getInitializer();
        Optional<Local> gradient = initial == null
                ? Optional.empty()
                : expressions.calls().gradients().declare(name, initial);
        if (gradient.isPresent()) {
            return gradient.get();
        }
        TypeMirror type = typer.typeOf(tree);
        if (initial != null && functions.isFunction(initial)) {
            return functions.declare(name, type, initial);
        }
        Optional<RecordShape> record = RecordShape.of(type);
        boolean isObject = record.isPresent() && expressions.records().isObject(name, record.get(), initial);
        if (record.isPresent() && !isObject) {
            return expressions.records().declare(name, record.get(), initial);
        }
        Tree typeTree = tree.getType() == null ? tree : tree.getType();
        IrType irType = isObject ? body.valueType(type, typeTree) : body.irType(type, typeTree);
        Variable variable = new Variable(name, irType);
        if (irType.isArray() && initial == null) {
            body.emit(new Declare(variable, null, body.origin()));
            return Local.ofArray(name, type, variable);
        }
        if (irType.isArray()) {
            expressions.arrays().initialize(variable, initial);
        } else {
            declareScalar(variable, initial);
        }
        return new Local(name, type, variable);
    }

    /** Declares a variable like {@code tree}, but without a value. */
    void declareWithoutValue(VariableTree tree) {
        String name = tree.getName().toString();
        TypeMirror type = typer.typeOf(tree);
        Optional<RecordShape> record = RecordShape.of(type);
        if (record.isPresent()) {
            symbols.scope().declare(expressions.records().declare(name, record.get(), null));
            return;
        }
        IrType irType = body.irType(type, tree);
        Variable variable = new Variable(name, irType);
        body.emit(new Declare(variable, null, body.origin()));
        symbols.scope()
                .declare(irType.isArray() ? Local.ofArray(name, type, variable) : new Local(name, type, variable));
    }

    private void declareScalar(Variable variable, @Nullable ExpressionTree initial) {
        if (initial != null && ExpressionLowering.withoutParentheses(initial) instanceof SwitchExpressionTree choice) {
            body.emit(new Declare(variable, null, body.origin()));
            expressions.assignChoice(variable, choice);
            return;
        }
        int mark = body.mark();
        Expression value = initial == null ? null : expressions.value(initial, variable.type());
        body.declare(variable, value, mark);
    }

    // ---- guards ----

    @Override
    public Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        body.emit(new Throw(expressions.passive().exception(tree.getExpression()), body.origin()));
        return null;
    }

    /** What Java makes of {@code assert}, with the primal's class deciding whether assertions are on. */
    @Override
    public Void visitAssert(AssertTree tree, @Nullable Void unused) {
        Block check = body.block(() -> {
            Expression holds = expressions.value(tree.getCondition(), PrimitiveType.BOOLEAN);
            Block failure = body.block(
                    () -> body.emit(new Throw(expressions.passive().assertionError(tree.getDetail()), body.origin())));
            body.emit(new If(new Unary(Unary.Operator.NOT, holds), failure, Block.EMPTY, body.origin()));
        });
        body.emit(new If(expressions.passive().assertionsEnabled(), check, Block.EMPTY, body.origin()));
        return null;
    }

    // ---- structure ----

    @Override
    public Void visitBlock(BlockTree tree, @Nullable Void unused) {
        symbols.enter();
        lowerAll(tree.getStatements());
        symbols.leave();
        return null;
    }

    @Override
    public Void visitIf(IfTree tree, @Nullable Void unused) {
        Expression[] condition = new Expression[1];
        guarded(() -> condition[0] = expressions.value(tree.getCondition(), PrimitiveType.BOOLEAN));
        Block whenTrue = scoped(tree.getThenStatement());
        Block whenFalse = tree.getElseStatement() == null ? Block.EMPTY : scoped(tree.getElseStatement());
        if (condition[0] != null) {
            body.emit(new If(condition[0], whenTrue, whenFalse, body.origin()));
        }
        return null;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
        switches.lower(tree);
        return null;
    }

    @Override
    public Void visitYield(YieldTree tree, @Nullable Void unused) {
        switches.lowerYield(tree.getValue());
        return null;
    }

    // ---- loops and jumps ----

    @Override
    public Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        loops.lowerFor(tree);
        return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        loops.lowerForEach(tree);
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        loops.lowerWhile(tree);
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        loops.lowerDoWhile(tree);
        return null;
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        StatementTree statement = tree.getStatement();
        targets.labelNext(tree.getLabel().toString());
        switch (statement.getKind()) {
            case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP, SWITCH -> lower(statement);
            default -> targets.within(JumpTargets.Kind.LABELLED, target -> lower(statement));
        }
        return null;
    }

    @Override
    public Void visitBreak(BreakTree tree, @Nullable Void unused) {
        targets.emitBreak(tree, tree.getLabel());
        return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, @Nullable Void unused) {
        targets.emitContinue(tree, tree.getLabel());
        return null;
    }
}
