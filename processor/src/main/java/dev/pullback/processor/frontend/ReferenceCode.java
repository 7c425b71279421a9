package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Statements that stand for assignments of arrays. */
final class ReferenceCode {

    private static final String RANGES = "dev.pullback.runtime.Ranges";

    private ReferenceCode() {}

    /** Copies all elements of an array. */
    static Statement copy(Place from, Place into, Origin origin) {
        if (!from.type().isArray()) {
            return new Assign(into, from, origin);
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement element = copy(new ArrayRead(from, new Read(index)), new ArrayRead(into, new Read(index)), origin);
        return new CountedLoop(index, Literal.of(0), new Length(from), 1, Block.of(element), origin);
    }

    /** Copies all elements over those of an array of the same shape, whose lengths are likelier to be known than those of a new one. */
    static Statement copyOver(Place from, Place into, Origin origin) {
        if (!from.type().isArray()) {
            return new Assign(into, from, origin);
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement element =
                copyOver(new ArrayRead(from, new Read(index)), new ArrayRead(into, new Read(index)), origin);
        return new CountedLoop(index, Literal.of(0), new Length(into), 1, Block.of(element), origin);
    }

    /** The lengths of a vector, or of a matrix whose rows have one length, which is checked at run time. */
    static List<Expression> lengths(Place array) {
        if (((ArrayType) array.type()).rank() == 1) {
            return List.of(new Length(array));
        }
        MethodRef columns = MethodRef.ofStatic(RANGES, "columns", PrimitiveType.INT, array.type());
        return List.of(new Length(array), new Call(columns, array));
    }

    /** Declares an array whose rows, or pages, have these lengths: one list per dimension. */
    static List<Statement> rows(Variable array, List<List<Expression>> lengths, Origin origin) {
        int count = lengths.get(0).size();
        List<Statement> out = new ArrayList<>();
        List<Expression> dimensions = new ArrayList<>(List.of(Literal.of(count)));
        for (List<Expression> dimension : lengths) {
            String name = lengths.size() == 1 ? "Lengths" : dimensions.size() == 1 ? "Rows" : "Columns";
            Read each = new Read(new Variable(array.name() + name, NewArray.LENGTHS));
            dimensions.add(each);
            out.add(new Declare(each.variable(), new NewArray(NewArray.LENGTHS, List.of(Literal.of(count))), origin));
            for (int i = 0; i < count; i++) {
                Expression length = LoopHeader.atLeastZero(dimension.get(i));
                out.add(new Assign(new ArrayRead(each, Literal.of(i)), length, origin));
            }
        }
        out.add(new Declare(array, new NewArray((ArrayType) array.type(), dimensions), origin));
        return out;
    }

    /** Checks that arrays which take each other's places have one length. */
    static Statement sameLength(Expression expected, Expression length) {
        return required("checkSameLength", expected, length);
    }

    /** Checks that two arguments share no memory. */
    static Statement distinct(Variable first, Variable second) {
        return distinct(new Read(first), new Read(second));
    }

    /** Checks that two arrays share no memory. */
    static Statement distinct(Place first, Place second) {
        return required("checkDistinct", first, second);
    }

    /**
     * A check without which derivatives would be wrong. Nobody reads its value, so it is performed: derivatives that compute no value
     * of the primal need it, too.
     */
    private static Statement required(String name, Expression first, Expression second) {
        List<Opaque.Piece> check = List.of(
                new Opaque.Type(new ObjectType(RANGES)),
                new Opaque.Text("." + name + "("),
                new Opaque.Operand(first, 0),
                new Opaque.Text(", "),
                new Opaque.Operand(second, 0),
                new Opaque.Text(")"));
        Opaque code = new Opaque(PrimitiveType.VOID, Opaque.PRIMARY, check, null);
        return new Perform(null, code, true, Origin.NONE);
    }

    /** A check of the runtime, which throws what the primal does. */
    static Statement check(String name, Expression first, Place second) {
        MethodRef method = MethodRef.ofStatic(RANGES, name, PrimitiveType.INT, first.type(), second.type());
        return new Declare(
                Variable.temporary("checked", PrimitiveType.INT), new Call(method, first, second), Origin.NONE);
    }
}
