package dev.pullback.processor.ir;

import dev.pullback.processor.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A differentiable method as its callers see it.
 *
 * @param method the primal method
 * @param derivatives canonical name of the generated class, empty for a helper of the class being compiled, or a function of the one being
 *     generated
 * @param independents one entry per argument of a call: whether the callee's derivatives have a bar for it
 * @param outputs the positions of the arguments that it overwrites; it is void then, and its result, as the representation has it,
 *     what they hold after the call ({@link OutputCode})
 * @param rule its derivatives, if the user wrote them; nothing is generated then
 * @param forms what is there besides a pullback; of a rule, which higher orders the pullback has; of a local helper, all
 *     of which those are made that are asked for
 * @param records which of its arguments and results are records
 * @param gradientOf the method whose gradient it is, if it is one that we generate; what it is differentiated by are second derivatives of
 *     that method
 * @param refusals what to report when an argument in one of these places carries a derivative, which would get lost
 */
public record Callee(
        MethodRef method,
        String derivatives,
        List<Boolean> independents,
        List<Integer> outputs,
        Optional<CustomRule> rule,
        Set<DerivativeForm> forms,
        RecordSignature records,
        Optional<Callee> gradientOf,
        Map<Integer, Diagnostic> refusals) {

    public Callee {
        refusals = Map.copyOf(refusals);
        independents = List.copyOf(independents);
        outputs = List.copyOf(outputs);
        forms = Set.copyOf(forms);
    }

    /** A method with a pullback. */
    public Callee(
            MethodRef method,
            String derivatives,
            List<Boolean> independents,
            List<Integer> outputs,
            Optional<CustomRule> rule,
            Set<DerivativeForm> forms,
            RecordSignature records) {
        this(method, derivatives, independents, outputs, rule, forms, records, Optional.empty(), Map.of());
    }

    /** A method of the class being compiled. */
    public Callee(MethodRef method, String derivatives, List<Boolean> independents) {
        this(
                method,
                derivatives,
                independents,
                List.of(),
                Optional.empty(),
                EnumSet.allOf(DerivativeForm.class),
                RecordSignature.NONE);
    }

    /** A method with a rule. */
    public Callee(MethodRef method, CustomRule rule, List<Boolean> independents) {
        this(method, method.owner(), independents, List.of(), Optional.of(rule), orders(rule), RecordSignature.NONE);
    }

    private static Set<DerivativeForm> orders(CustomRule rule) {
        Set<DerivativeForm> orders = EnumSet.noneOf(DerivativeForm.class);
        rule.second().ifPresent(second -> orders.add(DerivativeForm.HESSIAN_VECTOR));
        rule.third().ifPresent(third -> orders.add(DerivativeForm.THIRD_ORDER));
        rule.series().ifPresent(series -> orders.add(DerivativeForm.TAYLOR));
        return orders;
    }

    /** Whether its pullback has a pushforward, for second derivatives of callers. */
    public boolean hasSecondOrder() {
        return forms.contains(DerivativeForm.HESSIAN_VECTOR);
    }

    /** As one that overwrites these arguments. */
    public Callee overwriting(List<Integer> positions) {
        return new Callee(method, derivatives, independents, positions, rule, forms, records, gradientOf, refusals);
    }

    /** Its gradient as a method, which gives {@code type}. */
    public Callee gradient(IrType type) {
        List<IrType> types = new ArrayList<>(method.parameterTypes());
        if (!method.isStatic()) {
            types.add(0, new ObjectType(method.owner()));
        }
        MethodRef gradient = new MethodRef(derivatives, method.name() + "Gradient", types, type, true);
        Set<DerivativeForm> own =
                forms.contains(DerivativeForm.THIRD_ORDER) ? Set.of(DerivativeForm.HESSIAN_VECTOR) : Set.of();
        return new Callee(
                gradient,
                derivatives,
                independents,
                List.of(),
                rule,
                own,
                RecordSignature.NONE,
                Optional.of(this),
                refusals);
    }

    /** With the records that are to be checked when they are made for the call. */
    public Callee checking(Set<RecordType> checked) {
        return new Callee(
                method,
                derivatives,
                independents,
                outputs,
                rule,
                forms,
                records.checking(checked),
                gradientOf,
                refusals);
    }

    /** As one whose arguments are constants, with what to report where they carry derivatives. */
    public Callee constant(Diagnostic refusal) {
        Map<Integer, Diagnostic> all = new HashMap<>(refusals);
        for (int i = 0; i < independents.size(); i++) {
            if (independents.get(i)) {
                all.put(i, refusal);
            }
        }
        List<Boolean> none = Collections.nCopies(independents.size(), false);
        return new Callee(method, derivatives, none, outputs, rule, forms, records, gradientOf, all);
    }

    /** With what to report when these arguments carry derivatives. */
    public Callee refusing(Map<Integer, Diagnostic> positions) {
        return new Callee(method, derivatives, independents, outputs, rule, forms, records, gradientOf, positions);
    }

    /** The type of the result as the representation has it. */
    public IrType resultType() {
        boolean isVector = !outputs.isEmpty() || records.result().isPresent();
        return isVector ? new ArrayType(PrimitiveType.DOUBLE) : method.returnType();
    }

    /** The length of the vector that a call gives, if it follows from the call alone: of outputs, or of a record of numbers. */
    public Optional<Expression> vectorLength(Invoke invoke) {
        if (!outputs.isEmpty()) {
            return Optional.of(OutputCode.offset(OutputCode.outputs(invoke)));
        }
        return gradientOf.isPresent()
                ? new GradientCall(invoke).vectorLength()
                : records.result().map(record -> Literal.of(record.leaves().size()));
    }

    /** The method as calls in the representation see it: with the components of records as its parameters. */
    MethodRef flatMethod() {
        if (!records.hasRecords()) {
            return method;
        }
        List<IrType> declared = new ArrayList<>(method.parameterTypes());
        if (!method.isStatic()) {
            declared.add(0, new ObjectType(method.owner()));
        }
        return new MethodRef(method.owner(), method.name(), records.flat(declared), method.returnType(), true);
    }

    /** Whether the callee's body is at hand, in the same class. */
    public boolean isLocal() {
        return derivatives.isEmpty();
    }
}
