package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A call that overwrites its arguments, as a function: {@link Invoke} gives what these arrays hold after the call, one after the
 * other in one vector, and leaves the arrays alone. Assignments of their elements follow. So what is overwritten, read and saved
 * is seen where everything else is.
 */
public final class OutputCode {

    private static final String OUTPUTS = "dev.pullback.runtime.Outputs";
    private static final String SHAPES = "dev.pullback.runtime.Shapes";
    /** The type of the vector. */
    public static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private OutputCode() {}

    /** The arguments that a call overwrites. */
    public static List<Place> outputs(Invoke invoke) {
        return invoke.callee().outputs().stream()
                .map(index -> (Place) invoke.arguments().get(index))
                .toList();
    }

    /** Where an array begins in the vector, given those in front of it. */
    public static Expression offset(List<Place> before) {
        Expression result = Literal.of(0);
        for (Place array : before) {
            result = result.equals(Literal.of(0)) ? size(array) : sum(result, size(array));
        }
        return result;
    }

    private static Expression size(Place array) {
        return array.type().equals(VECTOR)
                ? new Length(array)
                : new Call(method(SHAPES, "size", PrimitiveType.INT, array), array);
    }

    /** The assignments behind a call: elements of the vector that begins at {@code offset} go to an array. */
    public static Statement assignments(Read results, Expression offset, Place array, Origin origin) {
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement element;
        if (array.type().equals(VECTOR)) {
            Expression at = offset.equals(Literal.of(0)) ? new Read(index) : sum(offset, new Read(index));
            element = new Assign(new ArrayRead(array, new Read(index)), new ArrayRead(results, at), origin);
        } else {
            Expression start = new Call(
                    MethodRef.ofStatic(OUTPUTS, "start", PrimitiveType.INT, array.type(), PrimitiveType.INT),
                    array,
                    new Read(index));
            Variable at = Variable.temporary("start", PrimitiveType.INT);
            Statement row = assignments(results, new Read(at), new ArrayRead(array, new Read(index)), origin);
            Declare declare = new Declare(at, offset.equals(Literal.of(0)) ? start : sum(offset, start), origin);
            return new CountedLoop(index, Literal.of(0), new Length(array), 1, Block.of(declare, row), origin);
        }
        return new CountedLoop(index, Literal.of(0), new Length(array), 1, Block.of(element), origin);
    }

    /** The call itself: the arrays' contents go to the vector, and change places with those after the call. */
    static List<Statement> primal(Invoke invoke) {
        List<Place> outputs = outputs(invoke);
        List<Statement> result = new ArrayList<>();
        Read results = new Read(invoke.variable());
        NewArray vector = new NewArray(VECTOR, List.of(offset(outputs)));
        result.add(new Declare(results.variable(), vector, invoke.origin()));
        for (int i = 0; i < outputs.size(); i++) {
            result.add(call(SHAPES, "pack", invoke.origin(), outputs.get(i), results, offset(outputs.subList(0, i))));
        }
        List<Expression> arguments = PackedCall.checkedArguments(invoke, result);
        result.add(new CallStatement(new Call(invoke.callee().method(), arguments), invoke.origin()));
        for (int i = 0; i < outputs.size(); i++) {
            result.add(
                    call(OUTPUTS, "exchange", invoke.origin(), outputs.get(i), results, offset(outputs.subList(0, i))));
        }
        return result;
    }

    /**
     * Keeps the content of an array that a derivative overwrites as the method does: to the representation it stays as it is.
     *
     * @param before receives what goes in front of the call
     * @param after receives what goes behind it
     */
    public static void keep(Place output, Variable workspace, List<Statement> before, List<Statement> after) {
        Variable kept = new Variable(output.root().name() + "Kept", output.type());
        before.add(new Declare(kept, WorkspaceCalls.zerosLike(workspace, output), Origin.NONE));
        before.add(WorkspaceCalls.elementwise("copy", output, new Read(kept)));
        after.add(WorkspaceCalls.elementwise("copy", new Read(kept), output));
    }

    /** Copies an array to its entries of the vector. */
    public static CallStatement pack(Expression from, Expression offset, Expression results) {
        return call(SHAPES, "pack", Origin.NONE, from, results, offset);
    }

    /** Fills an array from the vector. */
    static CallStatement unpack(Expression results, Expression offset, Place into) {
        return call(SHAPES, "unpack", Origin.NONE, results, offset, into);
    }

    private static CallStatement call(String owner, String name, Origin origin, Expression... arguments) {
        return new CallStatement(new Call(method(owner, name, PrimitiveType.VOID, arguments), arguments), origin);
    }

    private static MethodRef method(String owner, String name, IrType returnType, Expression... arguments) {
        IrType[] types = new IrType[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i].type();
        }
        return MethodRef.ofStatic(owner, name, returnType, types);
    }

    private static Expression sum(Expression first, Expression second) {
        return new Binary(Binary.Operator.ADD, first, second);
    }
}
