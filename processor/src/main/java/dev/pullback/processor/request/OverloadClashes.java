package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds overloads whose derivatives would collide. Derivatives lose the distinction between overloads where they drop
 * parameters ({@code fObjective} keeps the passive ones only) or append bars.
 */
public final class OverloadClashes {

    private static final String WORKSPACE = "Workspace";

    private final Map<String, DifferentiationRequest> owners = new HashMap<>();
    private final Map<String, RecordType> twins = new HashMap<>();

    /** Reports the request if a signature it needs is taken by an earlier one, and says whether it is free. */
    public boolean add(DifferentiationRequest request, DiagnosticSink sink) {
        if (!addTwins(request, sink)) {
            return false;
        }
        List<String> signatures = signatures(request.primal());
        for (String signature : signatures) {
            DifferentiationRequest other = owners.get(signature);
            if (other != null) {
                sink.report(
                        DiagnosticCode.AD113,
                        ElementPosition.of(request.method()),
                        request.method(),
                        other.method(),
                        signature);
                return false;
            }
        }
        signatures.forEach(signature -> owners.put(signature, request));
        return true;
    }

    /** Two records of one simple name would have one twin. */
    private boolean addTwins(DifferentiationRequest request, DiagnosticSink sink) {
        PrimalMethod primal = request.primal();
        Stream<RecordParameter> arguments =
                primal.parameters().stream().flatMap(parameter -> parameter.record().stream());
        for (RecordParameter argument :
                Stream.concat(arguments, primal.result().stream()).toList()) {
            Stream<RecordType> records = argument.type().withInner().stream();
            for (RecordType record : records.toList()) {
                RecordType other = twins.putIfAbsent(record.twinName(), record);
                if (other != null && !other.equals(record)) {
                    sink.report(
                            DiagnosticCode.AD126,
                            ElementPosition.of(request.method()),
                            record.qualifiedName(),
                            other.qualifiedName(),
                            record.twinName());
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> signatures(PrimalMethod primal) {
        List<String> arguments = types(primal.arguments().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList());
        List<String> scalarBars = primal.scalarIndependents().isEmpty() ? List.of() : List.of("double[]");
        List<String> seeds = types(primal.outputs());
        if (primal.returnType() != PrimitiveType.VOID) {
            seeds.add(0, primal.resultBarType().toString());
        }
        List<String> passive = types(primal.parameters().stream()
                .filter(parameter -> !parameter.isIndependent())
                .map(PrimalMethod.Parameter::variable)
                .toList());
        List<String> signatures = new ArrayList<>();
        List<String> inputBars = concat(barTypes(primal, primal.barInputs()), scalarBars);
        addBoth(signatures, primal.name() + "Pullback", concat(concat(arguments, seeds), inputBars));
        addBoth(signatures, primal.name() + "Pushforward", concat(arguments, barTypes(primal, primal.tangents())));
        for (String jacobian : List.of("double[]", "double[][]")) {
            addBoth(signatures, primal.name() + "ValueAndJacobian", concat(arguments, List.of(jacobian)));
        }
        signatures.add(signature(primal.name() + "Jacobian", arguments));
        if (!primal.hasGradient()) {
            return signatures;
        }
        List<String> bars = concat(barTypes(primal, primal.barIndependents()), scalarBars);
        addBoth(signatures, primal.name() + "ValueAndGradient", concat(arguments, bars));
        signatures.add(signature(primal.name() + "Gradient", arguments));
        addSecondOrder(signatures, primal, arguments);
        signatures.add(signature(primal.name() + "Objective", passive));
        if (!primal.barIndependents().isEmpty() && primal.independents().size() > 1) {
            signatures.add("record " + primal.name() + "Gradient");
        }
        return signatures;
    }

    private static void addSecondOrder(List<String> signatures, PrimalMethod primal, List<String> arguments) {
        List<String> vector = List.of("double[]");
        signatures.add(signature(primal.name() + "HessianVector", concat(arguments, vector)));
        signatures.add(signature(
                primal.name() + "HessianVector", concat(arguments, List.of("double[]", "double[]", WORKSPACE))));
        signatures.add(signature(primal.name() + "Hessian", arguments));
        signatures.add(signature(primal.name() + "HessianDiagonal", arguments));
        addBoth(signatures, primal.name() + "GradientAndHessian", concat(arguments, List.of("double[]", "double[][]")));
    }

    /** With and without the trailing workspace. */
    private static void addBoth(List<String> signatures, String name, List<String> types) {
        signatures.add(signature(name, types));
        signatures.add(signature(name, concat(types, List.of(WORKSPACE))));
    }

    private static String signature(String name, List<String> types) {
        return name + types.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<String> types(List<Variable> variables) {
        return variables.stream()
                .map(variable -> variable.type().toString())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> barTypes(PrimalMethod primal, List<Variable> independents) {
        return independents.stream()
                .map(independent -> primal.barType(independent).toString())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
