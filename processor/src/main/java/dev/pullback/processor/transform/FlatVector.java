package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.Arrays;
import java.util.List;

/**
 * A vector with one entry for each scalar of the independents, in declared order, matrices row by row.
 *
 * @param variable holds the vector
 * @param independents in declared order
 */
public record FlatVector(Variable variable, List<Variable> independents) {
    private static final String SHAPES = "dev.pullback.runtime.Shapes";
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    /** Whether the vector has the form of the only independent. */
    public static boolean isArgument(List<Variable> independents) {
        return independents.size() == 1 && independents.get(0).type().equals(VECTOR);
    }

    /** Whether this vector has the form of the only independent. */
    public boolean isArgument() {
        return isArgument(independents);
    }

    /** The entry of a scalar. */
    public Place entry(Variable scalar) {
        return new ArrayRead(new Read(variable), offset(scalar));
    }

    /** Copies the entries of an array into an array of its shape. */
    public Statement unpack(Variable array, Variable into) {
        return call("unpack", new Read(variable), offset(array), new Read(into));
    }

    /** Copies the elements of an array of the shape of {@code array} to its entries. */
    public Statement pack(Variable from, Variable array) {
        return pack(new Read(from), array);
    }

    /** The same from an array that is an element of another, too. */
    public Statement pack(Expression from, Variable array) {
        return call("pack", from, new Read(variable), offset(array));
    }

    private static Statement call(String name, Expression... arguments) {
        IrType[] types = Arrays.stream(arguments).map(Expression::type).toArray(IrType[]::new);
        MethodRef method = MethodRef.ofStatic(SHAPES, name, PrimitiveType.INT, types);
        return new CallStatement(new Call(method, arguments), Origin.NONE);
    }

    /** The position of an independent's first entry. */
    public Expression offset(Variable independent) {
        return sum(independents.subList(0, independents.indexOf(independent)));
    }

    /** The length of the vector. */
    public Expression size() {
        return sum(independents);
    }

    private static Expression sum(List<Variable> variables) {
        int scalars = 0;
        Expression sum = null;
        for (Variable before : variables) {
            if (before.type().isArray()) {
                sum = sum == null ? size(before) : new Binary(Binary.Operator.ADD, sum, size(before));
            } else {
                scalars++;
            }
        }
        if (sum == null) {
            return Literal.of(scalars);
        }
        return scalars == 0 ? sum : new Binary(Binary.Operator.ADD, sum, Literal.of(scalars));
    }

    private static Expression size(Variable array) {
        if (((ArrayType) array.type()).rank() == 1) {
            return new Length(new Read(array));
        }
        MethodRef size = MethodRef.ofStatic(SHAPES, "size", PrimitiveType.INT, array.type());
        return new Call(size, new Read(array));
    }
}
