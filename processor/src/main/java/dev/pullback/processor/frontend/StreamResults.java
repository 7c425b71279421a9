package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.StreamCalls;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.function.BinaryOperator;

/** Lowers what streams end with. */
final class StreamResults {

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.DOUBLE);

    private final BodyBuilder body;
    private final ExpressionLowering expressions;
    private final StreamLowering streams;

    StreamResults(BodyBuilder body, ExpressionLowering expressions, StreamLowering streams) {
        this.body = body;
        this.expressions = expressions;
        this.streams = streams;
    }

    /** A result that is missing if the stream is empty. */
    private record Maybe(Expression isPresent, Expression value) {}

    /** The result of a call on a stream, or on an optional result of one. */
    Expression value(MethodInvocationTree tree) {
        ExpressionTree receiver = StreamLowering.receiver(tree);
        return switch (StreamLowering.name(tree)) {
            case "sum" -> sum(streams.stream(receiver));
            case "count" -> count(streams.stream(receiver));
            case "toArray" -> array(streams.stream(receiver));
            case "reduce" -> reduce(tree);
            case "getAsDouble", "getAsInt", "orElseThrow" -> {
                Maybe maybe = maybe(tree, receiver);
                yield body.bind(
                        "present",
                        new Call(StreamCalls.present(maybe.value().type()), maybe.isPresent(), maybe.value()));
            }
            case "orElse" -> {
                Maybe maybe = maybe(tree, receiver);
                Expression other = expressions.value(
                        tree.getArguments().get(0), maybe.value().type());
                yield new Conditional(maybe.isPresent(), maybe.value(), other);
            }
            default -> throw body.reject(DiagnosticCode.AD254, tree, StreamLowering.name(tree));
        };
    }

    // ---- sums ----

    private Expression sum(StreamLowering.Stream stream) {
        if (stream.type() == PrimitiveType.INT) {
            return fold(stream, Literal.of(0), (sum, element) -> new Binary(Binary.Operator.ADD, sum, element));
        }
        return compensatedSum(stream).value();
    }

    /** The sum, and whether there are any terms. */
    private record Sum(Expression value, Expression count) {}

    /** The plain sum has the derivative; the value is that of the terms as the platform adds them. */
    private Sum compensatedSum(StreamLowering.Stream stream) {
        Variable sum = new Variable("sum", PrimitiveType.DOUBLE);
        Variable terms = new Variable("terms", DOUBLES);
        body.emit(new Declare(sum, Literal.ZERO, body.origin()));
        body.emit(new Declare(terms, stream.source().newArray(DOUBLES), body.origin()));
        Expression count = new Length(new Read(terms));
        if (stream.isFiltered()) {
            Variable filtered = new Variable("count", PrimitiveType.INT);
            body.emit(new Declare(filtered, Literal.of(0), body.origin()));
            count = new Read(filtered);
        }
        Variable index = streams.index(stream);
        Expression position = stream.isFiltered() ? count : stream.source().position(index);
        streams.forEach(stream, index, element -> {
            Expression term = body.bind("term", element);
            body.emit(new Assign(new ArrayRead(new Read(terms), position), term, body.origin()));
            body.emit(new Increment(new Read(sum), term, body.origin()));
            if (stream.isFiltered()) {
                Read filtered = (Read) position;
                Expression next = new Binary(Binary.Operator.ADD, filtered, Literal.of(1));
                body.emit(new Assign(filtered, next, body.origin()));
            }
        });
        Call total = new Call(StreamCalls.SUM, new Read(sum), new Read(terms), count);
        return new Sum(body.bind("total", total), count);
    }

    private Expression count(StreamLowering.Stream stream) {
        Variable count = new Variable("count", PrimitiveType.LONG);
        body.emit(new Declare(count, Literal.of(0L), body.origin()));
        streams.forEach(stream, element -> {
            Expression next = new Binary(Binary.Operator.ADD, new Read(count), Literal.of(1L));
            body.emit(new Assign(new Read(count), next, body.origin()));
        });
        return new Read(count);
    }

    // ---- arrays ----

    /** The elements in an array; how many pass a filter is known behind the loop only, so these are copied to another one. */
    private Expression array(StreamLowering.Stream stream) {
        ArrayType type = new ArrayType(stream.type());
        Variable elements = new Variable("elements", type);
        body.emit(new Declare(elements, stream.source().newArray(type), body.origin()));
        Variable index = streams.index(stream);
        if (!stream.isFiltered()) {
            Expression position = stream.source().position(index);
            streams.forEach(stream, index, element -> store(element, elements, position));
            return new Read(elements);
        }
        Variable count = new Variable("count", PrimitiveType.INT);
        body.emit(new Declare(count, Literal.of(0), body.origin()));
        streams.forEach(stream, index, element -> {
            store(element, elements, new Read(count));
            Expression next = new Binary(Binary.Operator.ADD, new Read(count), Literal.of(1));
            body.emit(new Assign(new Read(count), next, body.origin()));
        });
        Variable kept = new Variable("kept", type);
        body.emit(new Declare(kept, new NewArray(type, List.of(new Read(count))), body.origin()));
        Variable k = new Variable("k", PrimitiveType.INT);
        Block copy = body.block(() -> store(new ArrayRead(new Read(elements), new Read(k)), kept, new Read(k)));
        body.emit(new CountedLoop(k, Literal.of(0), new Read(count), 1, copy, body.origin()));
        return new Read(kept);
    }

    private void store(Expression element, Variable array, Expression position) {
        body.emit(new Assign(new ArrayRead(new Read(array), position), element, body.origin()));
    }

    // ---- reductions ----

    private Expression reduce(MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        StreamLowering.Stream stream = streams.stream(StreamLowering.receiver(tree));
        if (arguments.size() != 2) {
            throw body.reject(DiagnosticCode.AD254, tree, StreamLowering.name(tree));
        }
        int mark = body.mark();
        Expression identity = expressions.value(arguments.get(0), stream.type());
        if (body.mark() > mark) {
            // The source, which Java evaluates first, could depend on the effect.
            throw body.reject(DiagnosticCode.AD254, arguments.get(0), "an identity with a side effect");
        }
        return fold(stream, identity, operator(tree, arguments.get(1), stream.type()));
    }

    private BinaryOperator<Expression> operator(
            MethodInvocationTree tree, ExpressionTree function, PrimitiveType type) {
        FunctionLowering.Shape shape = new FunctionLowering.Shape(type, type, type);
        return (all, element) -> streams.apply(function, shape, List.of(all, element), tree);
    }

    private Expression fold(StreamLowering.Stream stream, Expression identity, BinaryOperator<Expression> operator) {
        Variable result = new Variable("reduced", stream.type());
        body.emit(new Declare(result, identity, body.origin()));
        streams.forEach(
                stream,
                element -> body.emit(
                        new Assign(new Read(result), operator.apply(new Read(result), element), body.origin())));
        return new Read(result);
    }

    private Maybe maybe(MethodInvocationTree use, ExpressionTree tree) {
        if (!(tree instanceof MethodInvocationTree call) || !streams.handles(call)) {
            throw body.reject(DiagnosticCode.AD254, use, tree);
        }
        StreamLowering.Stream stream = streams.stream(StreamLowering.receiver(call));
        return switch (StreamLowering.name(call)) {
            case "average" -> average(stream, call);
            case "max", "min" -> nonEmpty(stream, extreme(StreamLowering.name(call), stream.type()));
            case "reduce" -> nonEmpty(stream, operator(call, call.getArguments().get(0), stream.type()));
            default -> throw body.reject(DiagnosticCode.AD254, call, StreamLowering.name(call));
        };
    }

    private Maybe average(StreamLowering.Stream stream, MethodInvocationTree call) {
        if (stream.type() != PrimitiveType.DOUBLE) {
            throw body.reject(DiagnosticCode.AD254, call, StreamLowering.name(call));
        }
        Sum sum = compensatedSum(stream);
        Expression isPresent = new Compare(Compare.Operator.GREATER, sum.count(), Literal.of(0));
        Expression count = new Cast(PrimitiveType.DOUBLE, sum.count());
        return new Maybe(isPresent, body.bind("average", new Binary(Binary.Operator.DIVIDE, sum.value(), count)));
    }

    private static BinaryOperator<Expression> extreme(String name, PrimitiveType type) {
        MethodRef method = MethodRef.ofStatic("java.lang.Math", name, type, type, type);
        return (all, element) -> new Call(method, all, element);
    }

    /** A reduction that begins with the first element. */
    private Maybe nonEmpty(StreamLowering.Stream stream, BinaryOperator<Expression> operator) {
        Variable found = new Variable("found", PrimitiveType.BOOLEAN);
        Variable result = new Variable("reduced", stream.type());
        body.emit(new Declare(found, Literal.FALSE, body.origin()));
        body.emit(new Declare(result, Literal.zero(stream.type()), body.origin()));
        streams.forEach(stream, value -> {
            Expression element = body.bind("element", value);
            Block further = body.block(() ->
                    body.emit(new Assign(new Read(result), operator.apply(new Read(result), element), body.origin())));
            Block first = body.block(() -> {
                body.emit(new Assign(new Read(result), element, body.origin()));
                body.emit(new Assign(new Read(found), Literal.TRUE, body.origin()));
            });
            body.emit(new If(new Read(found), further, first, body.origin()));
        });
        return new Maybe(new Read(found), new Read(result));
    }
}
