package dev.pullback.processor.optimize;

import static dev.pullback.processor.ir.Binary.Operator.ADD;
import static dev.pullback.processor.ir.Binary.Operator.MULTIPLY;
import static dev.pullback.processor.ir.Binary.Operator.SUBTRACT;

import dev.pullback.processor.analysis.NonNegative;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.CheckpointCalls;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.ir.Zeros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Replaces pushes and pops by assignments to and from the homes that {@link TapeLayout} chose. */
public final class LayOutTape {
    private static final int FIRST_CAPACITY = 64;
    private static final String TAPES = "dev.pullback.runtime.Tapes";
    private static final MethodRef SIZE =
            MethodRef.ofStatic(TAPES, "size", PrimitiveType.INT, PrimitiveType.INT, PrimitiveType.INT);

    private final TapeLayout layout;
    private final NonNegative nonNegative;
    private final Variable workspace;
    private final Map<TapeSlot, Variable> tapes = new HashMap<>();
    private final Map<TapeSlot, Variable> tops = new HashMap<>();
    private final Map<Variable, Map<TapeSlot, Integer>> items = new HashMap<>();

    private LayOutTape(Function function, TapeLayout layout, Variable workspace) {
        this.layout = layout;
        this.nonNegative = new NonNegative(function);
        this.workspace = workspace;
    }

    /** {@code function} without pushes and pops; its last parameter is the workspace. */
    public static Function apply(Function function, TapeLayout layout) {
        Variable workspace = function.parameters().get(function.parameters().size() - 1);
        return function.withBody(new LayOutTape(function, layout, workspace).lay(function.body()));
    }

    private Block lay(Block block) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < block.statements().size(); i++) {
            for (TapeSlot slot : layout.declaredBefore(block, i)) {
                declare(slot, out);
            }
            lay(block.statements().get(i), out);
        }
        return new Block(out);
    }

    private void lay(Statement statement, List<Statement> out) {
        if (statement instanceof Push s) {
            push(s, out);
        } else if (statement instanceof Pop s) {
            pop(s, out);
        } else if (statement instanceof If s) {
            out.add(new If(s.condition(), lay(s.whenTrue()), lay(s.whenFalse()), s.origin()));
        } else if (statement instanceof CountedLoop s) {
            out.add(s.withBody(lay(s.body())));
        } else if (statement instanceof While s) {
            out.add(s.withBody(lay(s.body())));
        } else {
            out.add(statement);
        }
    }

    private void declare(TapeSlot slot, List<Statement> out) {
        TapeLayout.Home home = layout.home(slot);
        if (home.kind() == TapeLayout.Kind.LOCAL) {
            Variable saved = Variable.temporary(slot.name() + "Saved", slot.type());
            tapes.put(slot, saved);
            if (!home.ownBlock()) {
                out.add(new Declare(saved, Zeros.of(slot.type()), Origin.NONE));
            }
            return;
        }
        Variable tape = new Variable(slot.name() + "Tape", new ArrayType(stored(slot.type())));
        tapes.put(slot, tape);
        Expression size = home.kind() == TapeLayout.Kind.EXACT ? size(home) : Literal.of(FIRST_CAPACITY);
        boolean isReference = !(slot.type() instanceof PrimitiveType);
        out.add(new Declare(
                tape,
                isReference ? new NewArray((ArrayType) tape.type(), List.of(size)) : tapeCall(tape, size),
                Origin.NONE));
        if (home.kind() == TapeLayout.Kind.STACK) {
            Variable top = new Variable(slot.name() + "Top", PrimitiveType.INT);
            tops.put(slot, top);
            out.add(new Declare(top, Literal.of(0), Origin.NONE));
        }
    }

    private void push(Push s, List<Statement> out) {
        if (s.slot().checkpoints() != null) {
            out.add(CheckpointCalls.put(s.slot().checkpoints(), item(s.slot()), s.value()));
            return;
        }
        TapeLayout.Home home = layout.home(s.slot());
        Variable tape = Objects.requireNonNull(tapes.get(s.slot()));
        if (home.kind() == TapeLayout.Kind.LOCAL) {
            out.add(
                    home.ownBlock()
                            ? new Declare(tape, s.value(), Origin.NONE)
                            : new Assign(new Read(tape), s.value(), Origin.NONE));
        } else if (home.kind() == TapeLayout.Kind.EXACT) {
            Expression value = isGeneric(s.slot().type())
                    ? s.value()
                    : Cast.to(stored(s.slot().type()), s.value());
            out.add(new Assign(new ArrayRead(new Read(tape), index(home)), value, Origin.NONE));
        } else {
            Read top = new Read(Objects.requireNonNull(tops.get(s.slot())));
            Expression full = new Compare(Compare.Operator.EQUAL, top, new Length(new Read(tape)));
            out.add(new If(full, Block.of(grow(tape)), Block.EMPTY, Origin.NONE));
            Expression value = isGeneric(s.slot().type())
                    ? s.value()
                    : Cast.to(stored(s.slot().type()), s.value());
            out.add(new Assign(new ArrayRead(new Read(tape), top), value, Origin.NONE));
            out.add(new Assign(top, new Binary(ADD, top, Literal.of(1)), Origin.NONE));
        }
    }

    private void pop(Pop s, List<Statement> out) {
        if (s.slot().checkpoints() != null) {
            out.add(CheckpointCalls.restore(s.slot().checkpoints(), item(s.slot()), s.target(), s.origin()));
            return;
        }
        TapeLayout.Home home = layout.home(s.slot());
        Variable tape = Objects.requireNonNull(tapes.get(s.slot()));
        Place source = new Read(tape);
        if (home.kind() == TapeLayout.Kind.EXACT) {
            source = new ArrayRead(source, index(home));
        } else if (home.kind() == TapeLayout.Kind.STACK) {
            Read top = new Read(Objects.requireNonNull(tops.get(s.slot())));
            out.add(new Assign(top, new Binary(SUBTRACT, top, Literal.of(1)), Origin.NONE));
            source = new ArrayRead(source, top);
        }
        boolean isErased =
                home.kind() != TapeLayout.Kind.LOCAL && isGeneric(s.slot().type());
        out.add(new Assign(
                s.target(),
                isErased
                        ? element((ArrayRead) source, s.slot().type())
                        : Cast.to(s.target().type(), source),
                s.origin()));
    }

    /** The slots of one loop's snapshots are numbered. */
    private int item(TapeSlot slot) {
        Map<TapeSlot, Integer> own = items.computeIfAbsent(slot.checkpoints(), v -> new HashMap<>());
        return own.computeIfAbsent(slot, s -> own.size());
    }

    /** The product of the trip counts; a count that may throw is not computed where the loops around it do not run. */
    private Expression size(TapeLayout.Home home) {
        List<CountedLoop> loops = home.loops();
        Expression size = LoopHeader.length(loops.get(loops.size() - 1), nonNegative::holds);
        boolean mayThrow = ThrowingExpressions.mayThrow(size);
        for (int i = loops.size() - 2; i >= 0; i--) {
            Expression trips = LoopHeader.length(loops.get(i), nonNegative::holds);
            size = mayThrow
                    ? new Conditional(
                            new Compare(Compare.Operator.GREATER, LoopHeader.sign(trips), Literal.of(0)),
                            new Call(SIZE, LoopHeader.sign(trips), size),
                            Literal.of(0))
                    : new Call(SIZE, trips, size);
            mayThrow |= ThrowingExpressions.mayThrow(trips);
        }
        return size;
    }

    private static Expression index(TapeLayout.Home home) {
        Expression result = LoopHeader.iteration(home.loops().get(0));
        for (CountedLoop loop : home.loops().subList(1, home.loops().size())) {
            Expression start = new Binary(MULTIPLY, result, LoopHeader.trips(loop));
            result = new Binary(ADD, start, LoopHeader.iteration(loop));
        }
        return result;
    }

    private Expression tapeCall(Variable tape, Expression size) {
        return new Call(
                WorkspaceCalls.tape((ArrayType) tape.type()), new Read(workspace), WorkspaceCalls.UNNUMBERED, size);
    }

    private Statement grow(Variable tape) {
        if (!(((ArrayType) tape.type()).element() instanceof PrimitiveType)) {
            Expression twice = new Binary(MULTIPLY, new Length(new Read(tape)), Literal.of(2));
            MethodRef copyOf =
                    MethodRef.ofStatic("java.util.Arrays", "copyOf", tape.type(), tape.type(), PrimitiveType.INT);
            return new Assign(new Read(tape), new Call(copyOf, new Read(tape), twice), Origin.NONE);
        }
        Call call = new Call(
                WorkspaceCalls.grow((ArrayType) tape.type()),
                new Read(workspace),
                WorkspaceCalls.UNNUMBERED,
                new Read(tape));
        return new Assign(new Read(tape), call, Origin.NONE);
    }

    /** Java has no arrays of generic types, so that their elements have to get their type back. */
    private static Expression element(ArrayRead source, IrType type) {
        IrType tape = source.array().type();
        MethodRef method = MethodRef.ofStatic(TAPES, "element", type, tape, PrimitiveType.INT);
        return new Call(method, source.array(), source.index());
    }

    private static boolean isGeneric(IrType type) {
        return type instanceof ObjectType object && !object.arguments().isEmpty();
    }

    /** What a tape holds: there are none of small integers, nor of generic types. */
    private static IrType stored(IrType type) {
        if (isGeneric(type)) {
            return ObjectType.OBJECT;
        }
        return type instanceof PrimitiveType primitive && primitive.isSmall() ? PrimitiveType.INT : type;
    }
}
