package dev.pullback.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the types of what a switch expression can yield, with the variables in scope that its cases declare. */
final class SwitchResults extends TreeScanner<Void, Void> {

    private final SymbolResolver symbols;
    private final BodyTyper typer;
    private final List<TypeMirror> types = new ArrayList<>();

    SwitchResults(SymbolResolver symbols, BodyTyper typer) {
        this.symbols = symbols;
        this.typer = typer;
    }

    /** The types, in order. */
    List<TypeMirror> of(SwitchExpressionTree tree) {
        scoped(() -> scan(tree.getCases(), null));
        return types;
    }

    private @Nullable Void scoped(Runnable scan) {
        symbols.enter();
        try {
            scan.run();
        } finally {
            symbols.leave();
        }
        return null;
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        if (tree.getBody() instanceof ExpressionTree value) {
            types.add(typer.typeOf(value));
        } else {
            scan(tree.getBody(), null);
            scan(tree.getStatements(), null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        types.add(typer.typeOf(tree.getValue()));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        declare(tree, typer.typeOf(tree));
        return null;
    }

    private void declare(VariableTree tree, TypeMirror type) {
        symbols.scope().declare(new Local(tree.getName().toString(), type, null));
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitBlock(tree, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        return scoped(() -> {
            if (typer.typeOf(tree.getExpression()) instanceof ArrayType array) {
                declare(tree.getVariable(), array.getComponentType());
            }
            scan(tree.getStatement(), null);
        });
    }

    // ---- what has results of its own ----

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }
}
