package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
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
import dev.pullback.processor.ir.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream begins, as the header of the loop that takes its place.
 *
 * @param array the array whose elements the stream gives, or null for those of a range
 * @param from the first value of the index, which can be evaluated again
 * @param to the bound of the index, which can be evaluated again
 */
record StreamSource(@Nullable Place array, Expression from, Expression to) {

    private static final MethodRef MAX =
            MethodRef.ofStatic("java.lang.Math", "max", PrimitiveType.INT, PrimitiveType.INT, PrimitiveType.INT);

    /** The source of a range of integers, or of the elements of an array. */
    static StreamSource of(MethodInvocationTree tree, String method, BodyBuilder body, ExpressionLowering expressions) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        switch (method) {
            case "java.util.stream.IntStream.range", "java.util.stream.IntStream.rangeClosed" -> {
                List<Expression> bounds = expressions.values(arguments, List.of(PrimitiveType.INT, PrimitiveType.INT));
                int beyond = method.endsWith("Closed") ? 1 : 0;
                Expression to = LoopHeader.plus(bounds.get(1), beyond);
                return new StreamSource(null, lasting("start", bounds.get(0), body), lasting("end", to, body));
            }
            case "java.util.Arrays.stream" -> {
                if (arguments.size() == 1) {
                    return ofArray(expressions.arrays().place(arguments.get(0)), body);
                }
            }
            case "java.util.stream.DoubleStream.of" -> {
                return ofArray(expressions.arrays().ofElements(arguments, new ArrayType(PrimitiveType.DOUBLE)), body);
            }
            default -> {}
        }
        throw body.reject(DiagnosticCode.AD254, tree, method);
    }

    /** The elements of an array. */
    static StreamSource ofArray(Place place, BodyBuilder body) {
        Place array = place instanceof Read ? place : body.bind("array", place);
        body.alias(array.root(), place.root());
        return new StreamSource(array, Literal.of(0), new Length(array));
    }

    /** Functions in a stream cannot assign the variables around them. */
    private static Expression lasting(String name, Expression bound, BodyBuilder body) {
        boolean isSimple = bound instanceof Literal
                || bound instanceof Read
                || bound instanceof Length length && length.array() instanceof Read;
        return isSimple ? bound : body.bind(name, bound);
    }

    /** An array with one element for each of the stream. */
    NewArray newArray(ArrayType type) {
        Expression size = from.equals(Literal.of(0)) ? to : new Binary(Binary.Operator.SUBTRACT, to, from);
        boolean isSize = size instanceof Length || size instanceof Literal literal && (Integer) literal.value() >= 0;
        return new NewArray(type, List.of(isSize ? size : new Call(MAX, Literal.of(0), size)));
    }

    /** An index whose name goes with that of the variable that gets the elements. */
    Variable index(String element) {
        return new Variable(array == null ? element : element + "Index", PrimitiveType.INT);
    }

    /** What the stream gives for an index. */
    Expression element(Variable index) {
        return array == null ? new Read(index) : new ArrayRead(array, new Read(index));
    }

    /** The number of the element for an index, from zero. */
    Expression position(Variable index) {
        return from.equals(Literal.of(0))
                ? new Read(index)
                : new Binary(Binary.Operator.SUBTRACT, new Read(index), from);
    }

    /** The loop that runs {@code iteration} for each index. */
    CountedLoop loop(Variable index, Block iteration, Origin origin) {
        return new CountedLoop(index, from, to, 1, iteration, origin);
    }
}
