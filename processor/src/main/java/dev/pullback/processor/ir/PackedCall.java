package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A call of a method that takes or gives records, where it stands as Java: arguments are put together from the components that
 * {@link Invoke} has, and the result is taken apart into its vector.
 */
public final class PackedCall {

    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private PackedCall() {}

    /** The arguments of the method, from those of a call. */
    public static List<Expression> arguments(Callee callee, List<Expression> flat) {
        RecordSignature records = callee.records();
        if (records.arguments().isEmpty()) {
            return flat;
        }
        Iterator<Expression> leaves = flat.iterator();
        List<Expression> arguments = new ArrayList<>();
        for (Optional<RecordParameter> record : records.arguments()) {
            arguments.add(record.isPresent() ? ObjectCode.object(record.get().type(), leaves) : leaves.next());
        }
        return arguments;
    }

    /**
     * The call of the primal: what it gives goes to the result's vector. Records whose constructors may change what they are given
     * are compared with their components before the call.
     */
    static List<Statement> primal(Invoke invoke) {
        List<Statement> statements = new ArrayList<>();
        Call call = new Call(invoke.callee().method(), checkedArguments(invoke, statements));
        Optional<RecordParameter> result = invoke.callee().records().result();
        if (result.isPresent()) {
            take(result.get(), call, invoke, statements);
        } else {
            statements.add(new Declare(invoke.variable(), call, invoke.origin()));
        }
        return statements;
    }

    private static void take(RecordParameter result, Call call, Invoke invoke, List<Statement> statements) {
        Variable object = new Variable(invoke.variable().name() + "Result", call.type());
        Read vector = new Read(invoke.variable());
        NewArray numbers =
                new NewArray(VECTOR, List.of(Literal.of(result.leaves().size())));
        statements.add(new Declare(vector.variable(), numbers, invoke.origin()));
        statements.add(new Declare(object, call, invoke.origin()));
        for (int i = 0; i < result.leaves().size(); i++) {
            Expression value = ObjectCode.component(
                    new Read(object), result.type(), result.leaves().get(i).path());
            statements.add(new Assign(new ArrayRead(vector, Literal.of(i)), toReal(value), invoke.origin()));
        }
    }

    /** The arguments of the method, those under a name that had to be checked. */
    static List<Expression> checkedArguments(Invoke invoke, List<Statement> out) {
        List<Expression> arguments = new ArrayList<>(arguments(invoke.callee(), invoke.arguments()));
        RecordSignature records = invoke.callee().records();
        int at = 0;
        for (int i = 0; i < records.arguments().size(); i++) {
            Optional<RecordParameter> record = records.arguments().get(i);
            int next = at + record.map(r -> r.leaves().size()).orElse(1);
            if (record.isPresent() && records.checked().contains(record.get().type())) {
                Variable object =
                        new Variable(record.get().name(), arguments.get(i).type());
                out.add(new Perform(object, (Opaque) arguments.get(i), invoke.origin()));
                List<Expression> leaves = invoke.arguments().subList(at, next);
                out.addAll(ObjectCode.requireKept(new Read(object), record.get(), leaves));
                arguments.set(i, new Read(object));
            }
            at = next;
        }
        return arguments;
    }

    private static Expression toReal(Expression value) {
        return value.type() == PrimitiveType.BOOLEAN
                ? new Conditional(value, Literal.real(1.0, PrimitiveType.DOUBLE), Literal.ZERO)
                : Cast.to(PrimitiveType.DOUBLE, value);
    }

    /** The component of a result at a place in its vector. */
    public static Expression fromVector(Variable vector, int index, IrType type) {
        ArrayRead element = new ArrayRead(new Read(vector), Literal.of(index));
        return type == PrimitiveType.BOOLEAN
                ? new Compare(Compare.Operator.NOT_EQUAL, element, Literal.ZERO)
                : Cast.to(type, element);
    }

    /** Whether a component fits into the vector, as it is. */
    public static boolean fits(IrType type) {
        return type instanceof PrimitiveType && type != PrimitiveType.LONG;
    }

    /** The adjoint of a result as the pullback wants it, from that of its vector. */
    static Expression seed(RecordParameter result, Place seed, Callee callee) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < result.leaves().size(); i++) {
            if (result.leaves().get(i).variable().type().isDifferentiable()) {
                values.add(new ArrayRead(seed, Literal.of(i)));
            }
        }
        return ObjectCode.twin(result.type(), callee.derivatives(), values.iterator());
    }
}
