package dev.pullback.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Lowers the body of a requested method, and of every method of its class that it calls. */
public final class MethodLowering {

    private final CompilerAccess compiler;
    private final LibraryRules rules;

    /** Lowers with {@code rules} for the methods of libraries. */
    public MethodLowering(CompilerAccess compiler, LibraryRules rules) {
        this.compiler = compiler;
        this.rules = rules;
    }

    /** The method in the representation, or nothing when {@code sink} got errors about it. */
    public Optional<LoweredMethod> lower(DifferentiationRequest request, DiagnosticSink sink) {
        PrimalMethod primal = request.primal();
        Run run = new Run(request.method(), sink);
        List<Variable> parameters = primal.parameters().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList();
        try {
            Function function = run.lower(request.method(), parameters, primal.returnType());
            return Optional.of(new LoweredMethod(primal, function, run.helpers.functions(), run.jumps));
        } catch (Unsupported reported) {
            reported.diagnostic().ifPresent(sink::report);
            return Optional.empty();
        }
    }

    /** One request with its helpers. */
    private final class Run {
        private final DiagnosticSink sink;
        private final Set<Variable> jumps = new LinkedHashSet<>();
        private final Helpers helpers;

        Run(ExecutableElement method, DiagnosticSink sink) {
            this.sink = sink;
            this.helpers = new Helpers(compiler, method, rules, this::lower);
        }

        /** Lowers one body; throws after its errors were reported. */
        Function lower(ExecutableElement method, List<Variable> parameters, IrType returnType) {
            TreePath path = compiler.trees().getPath(method);
            CompilationUnitTree unit = path.getCompilationUnit();
            SymbolResolver symbols = new SymbolResolver(compiler, unit, RequestReader.declaringType(method));
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                symbols.scope()
                        .declare(new Local(
                                parameter.name(), method.getParameters().get(i).asType(), parameter));
            }
            BodyTyper typer = new BodyTyper(compiler, symbols);
            SourceText source = new SourceText(unit, compiler.trees().getSourcePositions());
            BodyBuilder body = new BodyBuilder(symbols, source, jumps);
            FieldLowering fields = new FieldLowering(
                    body, compiler.elements(), compiler.elements().getPackageOf(method));
            ExpressionLowering expressions = new ExpressionLowering(body, typer, symbols, fields, helpers);
            StatementLowering statements = new StatementLowering(body, typer, symbols, expressions, sink, returnType);
            BlockTree tree = ((MethodTree) path.getLeaf()).getBody();
            Block block = statements.lowerMethod(tree);
            if (statements.hasFailed()) {
                throw new Unsupported(null);
            }
            List<Statement> all = new ArrayList<>(body.prologue());
            all.addAll(block.statements());
            return new Function(method.getSimpleName().toString(), parameters, returnType, new Block(all));
        }
    }
}
