package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StatementVisitor;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Estimates how long the bytecode of an emitted method becomes, because HotSpot never compiles a method of 8,000 bytes or more.
 *
 * <p>Follows what javac emits, instruction by instruction, and rounds up where javac could do better (constants that it folds,
 * comparisons with zero): never less than the real length.
 */
public final class BytecodeSize implements StatementVisitor<Integer> {

    /** The checks of an array in front of a sweep: of its shape and of its being another one, loads, names and calls. */
    private static final int CHECK = 24;

    /** More than a tape access takes, whichever form it gets. */
    private static final int TAPE_ACCESS = 24;

    /** A branch or a jump. */
    static final int JUMP = 3;

    /** The distance from which on javac replaces every jump by a long one. */
    private static final int SHORT_JUMPS = 32_000;

    private static final int LONG_JUMP_SURCHARGE = 5;

    /** So many local variables have one-byte loads and stores. */
    private static final int SHORT_SLOTS = 4;

    /** So many local variables have loads and stores without a prefix. */
    private static final int BYTE_SLOTS = 256;

    private final Map<Variable, Integer> slots = new HashMap<>();
    private final ExpressionSize expressions = new ExpressionSize(this::access);
    private int nextSlot;

    private BytecodeSize() {}

    /** An upper bound for the length of the method's code, in bytes, with the shape checks that a sweep begins with. */
    public static int estimate(Function function) {
        BytecodeSize size = new BytecodeSize();
        return withLongJumps(size.prologue(function) + size.block(function.body()));
    }

    /**
     * Measures a method with the parameters of {@code function} while it grows: each call adds a statement to the end and gives
     * the estimate for the method so far.
     */
    public static ToIntFunction<Statement> growing(Function function) {
        BytecodeSize size = new BytecodeSize();
        int[] total = {size.prologue(function)};
        return statement -> {
            total[0] += statement.accept(size);
            return withLongJumps(total[0]);
        };
    }

    /** Declares the parameters, and gives the size of their checks and of the return. */
    private int prologue(Function function) {
        int total = 1;
        for (Variable parameter : function.parameters()) {
            declare(parameter);
            total += parameter.type().isDifferentiable() && parameter.type().isArray() ? CHECK : 0;
        }
        return total;
    }

    private static int withLongJumps(int total) {
        return total < SHORT_JUMPS ? total : total + total / JUMP * LONG_JUMP_SURCHARGE;
    }

    /** The size of statements alone, as if in a method with few variables; a function of its own has a prologue besides. */
    public static int estimate(List<Statement> statements) {
        BytecodeSize size = new BytecodeSize();
        size.nextSlot = SHORT_SLOTS;
        return size.block(new Block(statements));
    }

    // ---- statements ----

    @Override
    public Integer visitDeclare(Declare node) {
        Expression initial = node.initial();
        int value = initial == null ? 0 : expressions.value(initial);
        declare(node.variable());
        return initial == null ? 0 : value + access(node.variable());
    }

    @Override
    public Integer visitAssign(Assign node) {
        if (node.value() instanceof Binary update && update.left().equals(node.target())) {
            // i++ and x *= e evaluate an element's array and index once; iinc is shorter than what is counted.
            return update(node.target(), update.right());
        }
        return store(node.target(), expressions.value(node.value()));
    }

    @Override
    public Integer visitIncrement(Increment node) {
        return update(node.target(), node.value());
    }

    @Override
    public Integer visitIf(If node) {
        int branches = block(node.whenTrue()) + block(node.whenFalse());
        int overElse = node.whenFalse().isEmpty() ? 0 : JUMP;
        return expressions.condition(node.condition()) + branches + overElse;
    }

    @Override
    public Integer visitCountedLoop(CountedLoop node) {
        int before = nextSlot;
        int from = expressions.value(node.from());
        int to = expressions.value(node.to());
        declare(node.index());
        int index = access(node.index());
        int increment = Math.abs((long) node.step()) > Byte.MAX_VALUE || index > 2 ? 2 * index + 4 : 3;
        int body = block(node.body());
        nextSlot = before;
        return from + index + index + to + JUMP + body + increment + JUMP;
    }

    @Override
    public Integer visitWhile(While node) {
        return expressions.condition(node.condition()) + block(node.body()) + JUMP;
    }

    @Override
    public Integer visitReturn(Return node) {
        return node.values().stream().mapToInt(expressions::value).sum() + 1;
    }

    @Override
    public Integer visitCallStatement(CallStatement node) {
        return expressions.value(node.call()) + 1;
    }

    @Override
    public Integer visitInvoke(Invoke node) {
        int arguments = node.arguments().stream().mapToInt(expressions::value).sum();
        if (node.result() != null) {
            declare(node.result());
        }
        return arguments + 2 * TAPE_ACCESS;
    }

    @Override
    public Integer visitPerform(Perform node) {
        int code = expressions.value(node.code());
        Variable result = node.result();
        if (result == null) {
            return code + 1;
        }
        declare(result);
        return code + access(result);
    }

    @Override
    public Integer visitThrow(Throw node) {
        return expressions.value(node.exception()) + 1;
    }

    @Override
    public Integer visitPush(Push node) {
        return expressions.value(node.value()) + TAPE_ACCESS;
    }

    @Override
    public Integer visitPop(Pop node) {
        return store(node.target(), TAPE_ACCESS);
    }

    // ---- pieces ----

    private int block(Block block) {
        int before = nextSlot;
        int size = 0;
        for (Statement statement : block.statements()) {
            size += statement.accept(this);
        }
        nextSlot = before;
        return size;
    }

    private int store(Place target, int value) {
        if (target instanceof ArrayRead element) {
            return expressions.value(element.array()) + expressions.value(element.index()) + value + 1;
        }
        return value + access(((Read) target).variable());
    }

    /** A compound assignment: an element's array and index are duplicated, then load, operator, store. */
    private int update(Place target, Expression value) {
        int operation = expressions.value(value) + 1;
        if (target instanceof ArrayRead element) {
            return expressions.value(element.array()) + expressions.value(element.index()) + operation + 3;
        }
        return operation + 2 * access(((Read) target).variable());
    }

    /** javac numbers variables in the order of their declaration and uses the numbers of a closed scope again. */
    private void declare(Variable variable) {
        slots.put(variable, nextSlot);
        IrType type = variable.type();
        nextSlot += type == PrimitiveType.DOUBLE || type == PrimitiveType.LONG ? 2 : 1;
    }

    /** The size of one load or store. */
    private int access(Variable variable) {
        int slot = slots.getOrDefault(variable, SHORT_SLOTS);
        if (slot < SHORT_SLOTS) {
            return 1;
        }
        return slot < BYTE_SLOTS ? 2 : 4;
    }
}
