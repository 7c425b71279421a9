package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Writes the platform's copying methods out as loops: {@code clone}, {@code Arrays.fill}, {@code Arrays.copyOf}, {@code
 * Arrays.copyOfRange} and {@code System.arraycopy}. Their range checks come first, as calls of {@code Ranges}.
 */
final class ArrayCopyLowering {

    private static final String RANGES = "dev.pullback.runtime.Ranges";

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;

    ArrayCopyLowering(BodyBuilder body, BodyTyper typer, ExpressionLowering expressions) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
    }

    // ---- which calls ----

    /** Whether the call makes a new array. */
    boolean isCopy(ExpressionTree tree) {
        return tree instanceof MethodInvocationTree call
                && (isClone(call) || isOfArrays(call, "copyOf") || isOfArrays(call, "copyOfRange"));
    }

    /** Whether the call writes to an array. */
    boolean isWrite(MethodInvocationTree call) {
        return isOfArrays(call, "fill") || isMethod(call, "java.lang.System", "arraycopy");
    }

    private boolean isClone(MethodInvocationTree call) {
        return typer.isArrayClone(call);
    }

    private boolean isOfArrays(MethodInvocationTree call, String name) {
        return isMethod(call, "java.util.Arrays", name);
    }

    private boolean isMethod(MethodInvocationTree call, String owner, String name) {
        boolean isNamed = call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().contentEquals(name)
                : call.getMethodSelect().toString().equals(name);
        return isNamed
                && !isClone(call)
                && Helpers.ownerName(typer.methodOf(call).method()).equals(owner);
    }

    // ---- new arrays ----

    /** Declares {@code variable} with the copy that the call makes. */
    void declareCopy(Variable variable, MethodInvocationTree call) {
        if (((ArrayType) variable.type()).rank() > 1) {
            throw body.reject(DiagnosticCode.AD207, call, "a copy that shares its rows");
        }
        if (isClone(call)) {
            Place source = source(((MemberSelectTree) call.getMethodSelect()).getExpression());
            Expression length = new Length(source);
            declare(variable, length);
            copyForward(source, Literal.of(0), new Read(variable), Literal.of(0), length);
        } else if (isOfArrays(call, "copyOf")) {
            copyOf(variable, call);
        } else {
            copyOfRange(variable, call);
        }
    }

    private void copyOf(Variable variable, MethodInvocationTree call) {
        List<Expression> arguments = arguments(call);
        Place source = (Place) arguments.get(0);
        Expression length = arguments.get(1);
        Expression kept = new Length(source);
        declare(variable, length);
        Expression end = length.equals(kept) ? length : body.bind("copied", minimum(length, kept));
        copyForward(source, Literal.of(0), new Read(variable), Literal.of(0), end);
    }

    private void copyOfRange(Variable variable, MethodInvocationTree call) {
        List<Expression> arguments = arguments(call);
        Place source = (Place) arguments.get(0);
        Expression from = arguments.get(1);
        Expression to = arguments.get(2);
        Expression copied = check("checkCopyOfRange", "copied", new Length(source), from, to);
        declare(variable, from.equals(Literal.of(0)) ? to : new Binary(Binary.Operator.SUBTRACT, to, from));
        copyForward(source, from, new Read(variable), Literal.of(0), copied);
    }

    private void declare(Variable variable, Expression length) {
        NewArray array = new NewArray((ArrayType) variable.type(), List.of(length));
        body.emit(new Declare(variable, array, body.origin()));
    }

    private static Expression minimum(Expression first, Expression second) {
        IrType type = PrimitiveType.INT;
        return new Call(MethodRef.ofStatic("java.lang.Math", "min", type, type, type), first, second);
    }

    // ---- writes ----

    /** Lowers a call that writes to an array. */
    void write(MethodInvocationTree call) {
        write(call, arguments(call));
    }

    /** The same with these arguments. */
    void write(MethodInvocationTree call, List<Expression> arguments) {
        if (isOfArrays(call, "fill")) {
            fill(call, arguments);
        } else {
            arraycopy(call, arguments);
        }
    }

    private void fill(MethodInvocationTree call, List<Expression> arguments) {
        Place array = (Place) arguments.get(0);
        IrType element = ((ArrayType) array.type()).element();
        if (element.isArray()) {
            throw body.reject(DiagnosticCode.AD209, call, "all rows would be one array");
        }
        rejectStatic(array, call);
        boolean isWhole = arguments.size() == 2;
        Expression from = isWhole ? Literal.of(0) : arguments.get(1);
        Expression to = isWhole ? new Length(array) : arguments.get(2);
        if (!isWhole) {
            check("checkFill", "filled", new Length(array), from, to);
        }
        Expression value = expressions.widen(arguments.get(arguments.size() - 1), element, call);
        Variable index = new Variable("k", PrimitiveType.INT);
        Assign assign = new Assign(new ArrayRead(array, new Read(index)), value, body.origin());
        body.emit(new CountedLoop(index, from, to, 1, Block.of(assign), body.origin()));
    }

    private void arraycopy(MethodInvocationTree call, List<Expression> arguments) {
        if (!(arguments.get(0) instanceof Place source)
                || !(arguments.get(2) instanceof Place target)
                || !source.type().equals(target.type())) {
            throw body.reject(DiagnosticCode.AD305, call, "a copy between arrays of different types");
        }
        if (((ArrayType) target.type()).element().isArray()) {
            throw body.reject(DiagnosticCode.AD209, call, "two matrices would share rows");
        }
        rejectStatic(target, call);
        Expression from = arguments.get(1);
        Expression to = arguments.get(3);
        Expression count = arguments.get(4);
        check("checkArraycopy", "copied", new Length(source), from, new Length(target), to, count);
        if (!overlaps(source, from, target, to)) {
            copyForward(source, from, target, to, count);
        } else if (from instanceof Literal && to instanceof Literal) {
            copyBackward(source, from, target, to, count);
        } else {
            // What the copy overwrites must have been read before, whichever way the ranges overlap.
            Block backward = body.block(() -> copyBackward(source, from, target, to, count));
            Block forward = body.block(() -> copyForward(source, from, target, to, count));
            Expression isUp = new Compare(Compare.Operator.LESS, from, to);
            body.emit(new If(isUp, backward, forward, body.origin()));
        }
    }

    /** Whether copying from the first element to the last might overwrite elements before they are copied. */
    private boolean overlaps(Place source, Expression from, Place target, Expression to) {
        boolean isDown = from.equals(to)
                || from instanceof Literal first
                        && to instanceof Literal second
                        && (Integer) first.value() >= (Integer) second.value();
        return !isDown && !body.areDistinct(source.root(), target.root());
    }

    private void rejectStatic(Place target, Tree tree) {
        if (body.isStatic(target.root())) {
            throw body.reject(DiagnosticCode.AD215, tree, target.root().name());
        }
    }

    // ---- loops ----

    /** The number of records in a range of an array, all of which must be there. */
    Read checkRecords(Expression length, Expression from, Expression to) {
        return check("checkRecords", "copied", length, from, to);
    }

    /** Copies elements from the first to the last. */
    void copyForward(Place source, Expression from, Place target, Expression to, Expression count) {
        copy(source, from, target, to, Literal.of(0), count, 1);
    }

    private void copyBackward(Place source, Expression from, Place target, Expression to, Expression count) {
        Expression last = new Binary(Binary.Operator.SUBTRACT, count, Literal.of(1));
        copy(source, from, target, to, last, Literal.of(-1), -1);
    }

    private void copy(
            Place source, Expression from, Place target, Expression to, Expression first, Expression end, int step) {
        Variable index = new Variable("k", PrimitiveType.INT);
        Assign assign = new Assign(element(target, to, index), element(source, from, index), body.origin());
        body.emit(new CountedLoop(index, first, end, step, Block.of(assign), body.origin()));
    }

    private static ArrayRead element(Place array, Expression start, Variable index) {
        Read k = new Read(index);
        return new ArrayRead(array, start.equals(Literal.of(0)) ? k : new Binary(Binary.Operator.ADD, start, k));
    }

    // ---- arguments ----

    /** The arguments in a form that can be written more than once. */
    private List<Expression> arguments(MethodInvocationTree call) {
        List<IrType> types = new ArrayList<>();
        ExecutableElement method = typer.methodOf(call).method();
        for (int i = 0; i < call.getArguments().size(); i++) {
            ExpressionTree argument = call.getArguments().get(i);
            TypeMirror parameter = method.getParameters().get(i).asType();
            boolean isOwn = BodyBuilder.isArray(typer.typeOf(argument))
                    || !parameter.getKind().isPrimitive();
            types.add(body.irType(isOwn ? typer.typeOf(argument) : parameter, argument));
        }
        List<Expression> result = new ArrayList<>();
        for (Expression value : expressions.values(call.getArguments(), types)) {
            boolean isSimple = value instanceof Read
                    || value instanceof Literal
                    || value instanceof Length length && length.array() instanceof Read;
            result.add(isSimple ? value : named(value));
        }
        return result;
    }

    private Place source(ExpressionTree tree) {
        Place place = expressions.arrays().place(tree);
        return place instanceof Read ? place : named(place);
    }

    private Read named(Expression value) {
        Read name = body.bind(value.type().isArray() ? "array" : "value", value);
        if (value instanceof Place place && place.type().isArray()) {
            body.alias(name.variable(), place.root());
        }
        return name;
    }

    private Read check(String method, String result, Expression... numbers) {
        IrType[] types = new IrType[numbers.length];
        Arrays.fill(types, PrimitiveType.INT);
        return body.bind(result, new Call(MethodRef.ofStatic(RANGES, method, PrimitiveType.INT, types), numbers));
    }
}
