package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.ElementPosition;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Lowers the body of a requested method, and of every method of its class that it calls. */
public final class MethodLowering {

    private static final String SHARED_ROWS = "a clone that shares its rows with a matrix, where rows are stored,";

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
        Run run = new Run(request, sink);
        List<Variable> parameters = primal.flat().parameters().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList();
        new RecordAccessors(compiler).check(request.method(), sink);
        try {
            Function function =
                    run.guarded(run.lower(request.method(), parameters, primal.returnType()), request.method());
            Helpers helpers = run.helpers;
            HelperEffects effects = HelperEffects.of(function, helpers::effects);
            if (effects.returned().isPresent() || effects.returnsStatic()) {
                sink.report(DiagnosticCode.AD124, ElementPosition.of(request.method()), primal.name());
                return Optional.empty();
            }
            if (effects.replacesRows() && !run.rows.shared().isEmpty()) {
                run.rows.shared().forEach(clone -> sink.report(DiagnosticCode.AD207, clone, SHARED_ROWS));
                return Optional.empty();
            }
            return Optional.of(new LoweredMethod(
                    primal,
                    function,
                    helpers.functions(),
                    helpers.recursive(),
                    helpers.foreignCalls(),
                    run.jumps,
                    run.rows));
        } catch (Unsupported reported) {
            reported.diagnostic().ifPresent(sink::report);
            return Optional.empty();
        }
    }

    /** One request with its helpers. */
    private final class Run implements Helpers.Lowering {
        private final ExecutableElement requested;
        private final DiagnosticSink sink;
        private final Set<Variable> jumps = new LinkedHashSet<>();
        private final StoredRowPositions rows = new StoredRowPositions();
        private final Helpers helpers;

        Run(DifferentiationRequest request, DiagnosticSink sink) {
            this.requested = request.method();
            this.sink = sink;
            this.helpers = new Helpers(compiler, request, rules, this);
        }

        /** Lowers one body; throws after its errors were reported. */
        @Override
        public Function lower(ExecutableElement method, List<Variable> parameters, IrType returnType) {
            BodyFrame frame = new BodyFrame(
                    compiler, method, null, helpers, sink, new FunctionReturns(returnType, method.getReturnType()));
            declareParameters(method, parameters, helpers.fieldsOf(method), frame);
            Block block = frame.body().withoutUnusedLeaves(frame.lowerBody());
            if (frame.statements().hasFailed()) {
                throw new Unsupported(null);
            }
            jumps.addAll(frame.body().jumps());
            rows.addAll(frame.body().rows());
            List<Statement> all = new ArrayList<>(frame.body().prologue());
            all.addAll(block.statements());
            Function function = new Function(method.getSimpleName().toString(), parameters, returnType, new Block(all));
            boolean isHelper = !method.equals(requested);
            return new References(helpers::effects, isHelper, frame.body().jumps(), frame.body()::rejectReference)
                    .resolve(function);
        }

        /** The function with the check of its receiver's class, if it needs one. */
        Function guarded(Function function, ExecutableElement method) {
            if (!Receivers.has(method) || !helpers.needsExactClass()) {
                return function;
            }
            List<Statement> all = new ArrayList<>();
            all.add(InstanceMembers.classCheck(
                    new Read(function.parameters().get(0)), RequestReader.declaringType(method)));
            all.addAll(function.body().statements());
            return function.withBody(new Block(all));
        }

        @Override
        public BodyFrame inline(ExecutableElement method, BodyBuilder into, Returns returns) {
            return new BodyFrame(compiler, method, into, helpers, sink, returns);
        }
    }

    /** Declares the parameters of a method, records as the bundles of their leaves. */
    private static void declareParameters(
            ExecutableElement method, List<Variable> variables, List<VariableElement> fields, BodyFrame frame) {
        Scope scope = frame.symbols().scope();
        BodyBuilder body = frame.body();
        Iterator<Variable> next = variables.iterator();
        if (Receivers.has(method)) {
            scope.declare(new Local("this", RequestReader.declaringType(method).asType(), next.next()));
        }
        fields.forEach(field -> scope.declare(Local.ofField(field, next.next())));
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            Local local = RecordShape.ofParameter(parameter)
                    .map(shape -> Local.ofRecord(name, shape, leaf -> next.next()))
                    .orElseGet(() -> new Local(name, parameter.asType(), next.next()));
            scope.declare(local);
            body.noteAssigned(local);
        }
    }
}
