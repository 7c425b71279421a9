package dev.pullback.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Checkpointing;
import dev.pullback.processor.request.CheckpointedReader;
import dev.pullback.processor.request.ElementPosition;
import dev.pullback.processor.request.RequestReader;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The visitors that lower the body of one method, each knowing the others that it needs. */
final class BodyFrame {

    private final MethodTree tree;
    private final SymbolResolver symbols;
    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final Returns returns;
    private final Optional<Checkpointing> checkpointing;
    private final ExecutableElement method;
    private final DiagnosticSink sink;

    /**
     * The visitors of a method of the class being compiled.
     *
     * @param into the body that the statements will stand in, or null for a function of its own
     * @param returns what return statements become
     */
    BodyFrame(
            CompilerAccess compiler,
            ExecutableElement method,
            @Nullable BodyBuilder into,
            Helpers helpers,
            DiagnosticSink sink,
            Returns returns) {
        TreePath path = compiler.trees().getPath(method);
        this.tree = (MethodTree) path.getLeaf();
        this.symbols = new SymbolResolver(compiler, path.getCompilationUnit(), RequestReader.declaringType(method));
        SourceText source =
                new SourceText(path.getCompilationUnit(), compiler.trees().getSourcePositions());
        this.body = new BodyBuilder(symbols, source, into);
        body.setMethod(tree);
        this.typer = new BodyTyper(compiler, symbols);
        Visibility visibility =
                new Visibility(compiler.elements(), compiler.elements().getPackageOf(method));
        this.expressions = new ExpressionLowering(body, typer, symbols, compiler, visibility, helpers);
        this.statements = new StatementLowering(
                body, typer, symbols, expressions, sink, (exit, value) -> returns.lower(exit, value, this));
        this.returns = returns;
        this.method = method;
        this.sink = sink;
        this.checkpointing = CheckpointedReader.read(method);
    }

    /** Lowers all statements of the method. */
    Block lowerBody() {
        Block lowered = body.block(() -> statements.lowerAll(tree.getBody().getStatements()));
        Block block = checkpointing
                .map(chosen -> CheckpointedLoops.mark(lowered, chosen))
                .orElse(lowered);
        if (checkpointing.isPresent() && !CheckpointedLoops.areIn(block)) {
            sink.report(DiagnosticCode.AD151, ElementPosition.of(method), method.getSimpleName());
        }
        statements.guarded(() -> returns.check(block));
        return block;
    }

    MethodTree tree() {
        return tree;
    }

    SymbolResolver symbols() {
        return symbols;
    }

    BodyBuilder body() {
        return body;
    }

    BodyTyper typer() {
        return typer;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    StatementLowering statements() {
        return statements;
    }
}
