package dev.pullback.processor;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.ForeignCall;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds calls of other classes' methods that overwrite their arguments. Only the derivation of the callee tells, which may come
 * after that of the caller; what a class file says is known at once.
 */
final class InPlaceCalls {

    private final Set<MethodRef> overwriting = new HashSet<>();
    private final Set<ForeignCall> calls = new LinkedHashSet<>();

    /** Adds what a method calls. */
    void addCalls(List<ForeignCall> newCalls) {
        calls.addAll(newCalls);
    }

    /** Adds the call of a method of the class that is being derived. */
    void addCall(PrimalMethod callee, Diagnostic inPlace) {
        calls.add(new ForeignCall(ref(callee), inPlace));
    }

    /** Adds what became known about a method. */
    void add(MethodDerivatives derivatives) {
        PrimalMethod primal = derivatives.primal();
        boolean isInPlace = derivatives.sweeps().stream()
                .flatMap(sweeps -> sweeps.overwritten().stream())
                .anyMatch(array -> !primal.outputs().contains(array));
        if (isInPlace) {
            overwriting.add(ref(primal));
        }
    }

    private static MethodRef ref(PrimalMethod primal) {
        String name = String.join(".", primal.classNames());
        String owner = primal.packageName().isEmpty() ? name : primal.packageName() + "." + name;
        List<IrType> types = primal.parameters().stream()
                .filter(parameter ->
                        !parameter.isReceiver() && parameter.field().isEmpty())
                .map(parameter -> parameter.variable().type())
                .toList();
        IrType returnType = primal.result()
                .<IrType>map(result -> new ObjectType(result.type().qualifiedName()))
                .orElse(primal.returnType());
        return new MethodRef(owner, primal.name(), types, returnType, !primal.hasReceiver());
    }

    /** Reports the calls that turned out to be in place, each once. */
    void report(DiagnosticSink sink) {
        for (ForeignCall call : List.copyOf(calls)) {
            if (overwriting.contains(call.method())) {
                sink.report(call.inPlace());
                calls.remove(call);
            }
        }
    }
}
