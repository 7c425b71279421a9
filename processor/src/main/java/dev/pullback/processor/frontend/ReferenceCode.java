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
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Statements that stand for assignments of arrays. */
final class ReferenceCode {

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

    /** The lengths of a vector, or of a matrix whose rows have one length, which is checked at run time. */
    static List<Expression> lengths(Place array) {
        if (((ArrayType) array.type()).rank() == 1) {
            return List.of(new Length(array));
        }
        MethodRef columns =
                MethodRef.ofStatic("dev.pullback.runtime.Ranges", "columns", PrimitiveType.INT, array.type());
        return List.of(new Length(array), new Call(columns, array));
    }

    /** Declares a matrix whose rows have these lengths. */
    static List<Statement> rows(Variable matrix, List<Expression> lengths, Origin origin) {
        Read each = new Read(new Variable(matrix.name() + "Lengths", NewArray.LENGTHS));
        List<Statement> out = new ArrayList<>();
        out.add(new Declare(
                each.variable(), new NewArray(NewArray.LENGTHS, List.of(Literal.of(lengths.size()))), origin));
        for (int i = 0; i < lengths.size(); i++) {
            Expression length = LoopHeader.atLeastZero(lengths.get(i));
            out.add(new Assign(new ArrayRead(each, Literal.of(i)), length, origin));
        }
        NewArray rows = new NewArray((ArrayType) matrix.type(), List.of(Literal.of(lengths.size()), each));
        out.add(new Declare(matrix, rows, origin));
        return out;
    }

    /** Checks that arrays which take each other's places have one length. */
    static Statement sameLength(Expression expected, Expression length) {
        MethodRef method = MethodRef.ofStatic(
                "dev.pullback.runtime.Ranges",
                "checkSameLength",
                PrimitiveType.INT,
                PrimitiveType.INT,
                PrimitiveType.INT);
        return new Declare(
                Variable.temporary("checked", PrimitiveType.INT), new Call(method, expected, length), Origin.NONE);
    }

    /** Checks that two arguments share no memory. */
    static Statement distinct(Variable first, Variable second) {
        return distinct(new Read(first), new Read(second));
    }

    /** Checks that two arrays share no memory. */
    static Statement distinct(Place first, Place second) {
        MethodRef method = MethodRef.ofStatic(
                "dev.pullback.runtime.Ranges", "checkDistinct", PrimitiveType.INT, first.type(), second.type());
        return new Declare(
                Variable.temporary("checked", PrimitiveType.INT), new Call(method, first, second), Origin.NONE);
    }
}
