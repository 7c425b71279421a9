package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers streams of numbers to loops. A sequential stream without state takes each element through all of its stages before
 * the next one, as a loop does.
 */
final class StreamLowering {

    private static final String DOUBLES = "java.util.stream.DoubleStream";
    private static final String INTS = "java.util.stream.IntStream";
    private static final Set<String> STREAMS = Set.of(DOUBLES, INTS, "java.util.stream.LongStream");

    private static final Set<String> OPTIONALS = Set.of("java.util.OptionalDouble", "java.util.OptionalInt");

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final FunctionLowering functions;
    private final StreamResults results;

    StreamLowering(BodyBuilder body, BodyTyper typer, ExpressionLowering expressions, FunctionLowering functions) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.functions = functions;
        this.results = new StreamResults(body, expressions, this);
    }

    /** A stream that is about to be lowered: its source, its stages, and the type of its elements. */
    record Stream(StreamSource source, List<MethodInvocationTree> stages, PrimitiveType type, boolean isFiltered) {}

    /** Whether a call is made on a stream, or on an optional result of one. */
    boolean handles(MethodInvocationTree tree) {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select) || !typer.isValue(select.getExpression())) {
            return false;
        }
        String type = typer.typeOf(select.getExpression()).toString();
        // An optional in the keeping of a passive object is none of a stream's.
        return STREAMS.contains(type)
                || OPTIONALS.contains(type) && receiver(tree) instanceof MethodInvocationTree inner && handles(inner);
    }

    // ---- the stream ----

    /** The stream that an expression means; its source is evaluated here. */
    Stream stream(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (!(bare instanceof MethodInvocationTree call)) {
            throw body.reject(DiagnosticCode.AD254, tree, tree);
        }
        PrimitiveType type = elementType(typer.typeOf(call), call);
        if (!handles(call)) {
            String method = Helpers.ownerName(typer.methodOf(call).method()) + "."
                    + typer.methodOf(call).method().getSimpleName();
            return new Stream(StreamSource.of(call, method, body, expressions), List.of(), type, false);
        }
        Stream before = stream(receiver(call));
        boolean isFilter = name(call).equals("filter");
        List<MethodInvocationTree> stages = new ArrayList<>(before.stages());
        stages.add(call);
        return new Stream(before.source(), stages, type, before.isFiltered() || isFilter);
    }

    static String name(MethodInvocationTree call) {
        return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
    }

    static ExpressionTree receiver(MethodInvocationTree call) {
        return ExpressionLowering.withoutParentheses(((MemberSelectTree) call.getMethodSelect()).getExpression());
    }

    private PrimitiveType elementType(TypeMirror stream, MethodInvocationTree call) {
        return switch (stream.toString()) {
            case DOUBLES -> PrimitiveType.DOUBLE;
            case INTS -> PrimitiveType.INT;
            default -> throw body.reject(DiagnosticCode.AD254, call, stream);
        };
    }

    // ---- the loop ----

    /** Emits the loop over a stream; {@code consumer} emits what happens to each element that arrives. */
    void forEach(Stream stream, Consumer<Expression> consumer) {
        forEach(stream, index(stream), consumer);
    }

    /** The same with an index that is known to {@code consumer}. */
    void forEach(Stream stream, Variable index, Consumer<Expression> consumer) {
        StreamSource source = stream.source();
        Block iteration = body.block(() -> stage(stream, 0, source.element(index), consumer));
        body.emit(source.loop(index, iteration, body.origin()));
    }

    /** The index of the loop over a stream, named after the parameter of the first function. */
    Variable index(Stream stream) {
        Optional<String> name = stream.stages().stream()
                .flatMap(stage -> stage.getArguments().stream())
                .findFirst()
                .flatMap(StreamLowering::parameter);
        return stream.source().index(name.orElse("element"));
    }

    /** The name of the parameter of a function that is written where it is used. */
    private static Optional<String> parameter(ExpressionTree function) {
        return function instanceof LambdaExpressionTree lambda
                ? Optional.of(lambda.getParameters().get(0).getName().toString())
                : Optional.empty();
    }

    private void stage(Stream stream, int number, Expression element, Consumer<Expression> consumer) {
        if (number == stream.stages().size()) {
            consumer.accept(element);
            return;
        }
        MethodInvocationTree stage = stream.stages().get(number);
        switch (name(stage)) {
            case "map" -> next(stream, number, apply(stage, (PrimitiveType) element.type(), element), consumer);
            case "mapToDouble" -> next(stream, number, apply(stage, PrimitiveType.DOUBLE, element), consumer);
            case "asDoubleStream" -> next(stream, number, Cast.to(PrimitiveType.DOUBLE, element), consumer);
            case "sequential" -> next(stream, number, element, consumer);
            case "filter" -> {
                Expression kept = body.bind("element", element);
                Expression condition = apply(stage, PrimitiveType.BOOLEAN, kept);
                Block rest = body.block(() -> stage(stream, number + 1, kept, consumer));
                body.emit(new If(condition, rest, Block.EMPTY, body.origin()));
            }
            default -> throw body.reject(DiagnosticCode.AD254, stage, name(stage));
        }
    }

    private void next(Stream stream, int number, Expression element, Consumer<Expression> consumer) {
        stage(stream, number + 1, element, consumer);
    }

    private Expression apply(MethodInvocationTree stage, PrimitiveType result, Expression element) {
        FunctionLowering.Shape shape = new FunctionLowering.Shape(result, element.type());
        return apply(stage.getArguments().get(0), shape, List.of(element), stage);
    }

    /** The result of a function that a stage is given. */
    Expression apply(
            ExpressionTree function,
            FunctionLowering.Shape shape,
            List<Expression> arguments,
            MethodInvocationTree stage) {
        return functions
                .apply(functions.value(function), shape, arguments, stage)
                .orElseThrow(() -> body.reject(DiagnosticCode.AD305, function, "a function without a result"));
    }

    /** The result of a call on a stream or on an optional result of one, if it has one. */
    Optional<Expression> result(MethodInvocationTree tree) {
        boolean isForEach = name(tree).equals("forEach") || name(tree).equals("forEachOrdered");
        if (!isForEach) {
            return Optional.of(results.value(tree));
        }
        lowerForEach(tree);
        return Optional.empty();
    }

    /** Whether a call fills an array with the values of a function of the index. */
    boolean isSetAll(MethodInvocationTree tree) {
        boolean isNamed = tree.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().contentEquals("setAll")
                : tree.getMethodSelect().toString().equals("setAll");
        return isNamed && Helpers.ownerName(typer.methodOf(tree).method()).equals("java.util.Arrays");
    }

    /** The loop of {@code Arrays.setAll}. */
    void setAll(MethodInvocationTree tree) {
        StreamSource source = StreamSource.ofArray(
                expressions.arrays().place(tree.getArguments().get(0)), body);
        Place array = Objects.requireNonNull(source.array(), "an array");
        if (!(array.type() instanceof ArrayType type) || type.rank() > 1) {
            throw body.reject(DiagnosticCode.AD209, tree, "rows that a function makes");
        } else if (body.isStatic(array.root())) {
            throw body.reject(DiagnosticCode.AD215, tree, array.root().name());
        }
        ExpressionTree function = tree.getArguments().get(1);
        Variable index = new Variable(parameter(function).orElse("k"), PrimitiveType.INT);
        FunctionLowering.Shape shape = new FunctionLowering.Shape(type.element(), PrimitiveType.INT);
        Block iteration = body.block(() -> {
            Expression value = apply(function, shape, List.of(new Read(index)), tree);
            body.emit(new Assign(new ArrayRead(array, new Read(index)), value, body.origin()));
        });
        body.emit(source.loop(index, iteration, body.origin()));
    }

    private void lowerForEach(MethodInvocationTree tree) {
        Stream stream = stream(receiver(tree));
        FunctionValue function = functions.value(tree.getArguments().get(0));
        forEach(
                stream,
                element -> functions.apply(
                        function,
                        new FunctionLowering.Shape(PrimitiveType.VOID, element.type()),
                        List.of(element),
                        tree));
    }
}
