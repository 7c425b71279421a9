package dev.pullback.processor.ir;

/** Calls of the runtime's snapshots of a loop. */
public final class CheckpointCalls {
    private static final ObjectType CHECKPOINTS = new ObjectType("dev.pullback.runtime.checkpoint.Checkpoints");

    private CheckpointCalls() {}

    /** A variable for the snapshots of one loop. */
    public static Variable variable() {
        return new Variable("checkpoints", CHECKPOINTS);
    }

    /** The declaration of the variable, with snapshots from the workspace. */
    public static Declare declare(Variable checkpoints, Variable workspace) {
        MethodRef method = MethodRef.ofInstance(
                ObjectType.WORKSPACE.qualifiedName(), "checkpoints", CHECKPOINTS, PrimitiveType.INT);
        return new Declare(checkpoints, new Call(method, new Read(workspace), WorkspaceCalls.UNNUMBERED), Origin.NONE);
    }

    /** The start of a loop with a known number of iterations. */
    public static CallStatement start(Variable checkpoints, Checkpointing how, Expression trips) {
        return switch (how.schedule()) {
            case REVOLVE -> effect(checkpoints, "revolve", trips, Literal.of(how.snapshots()), Literal.of(how.bytes()));
            case PERIODIC -> effect(checkpoints, "periodic", trips, Literal.of(how.period()));
            case STORE_ALL -> effect(checkpoints, "storeAll");
        };
    }

    /** The start of a loop with an unknown number of iterations. */
    public static CallStatement start(Variable checkpoints, Checkpointing how) {
        return switch (how.schedule()) {
            case REVOLVE -> effect(checkpoints, "revolve", Literal.of(how.snapshots()), Literal.of(how.bytes()));
            case PERIODIC -> effect(checkpoints, "periodic", Literal.of(how.period()));
            case STORE_ALL -> effect(checkpoints, "storeAll");
        };
    }

    /** Whether a snapshot is due before an iteration. */
    public static Call isDue(Variable checkpoints, Expression iteration) {
        return call(checkpoints, "isDue", PrimitiveType.BOOLEAN, iteration);
    }

    /** The end of a snapshot before an iteration. */
    public static CallStatement commit(Variable checkpoints, Expression iteration) {
        return effect(checkpoints, "commit", iteration);
    }

    /** The return to the last snapshot before an iteration. */
    public static CallStatement restart(Variable checkpoints, Expression iteration) {
        return effect(checkpoints, "restart", iteration);
    }

    /** The return to the state before the loop. */
    public static CallStatement rewind(Variable checkpoints) {
        return effect(checkpoints, "rewind");
    }

    /** The iteration that the last snapshot was taken before. */
    public static Call position(Variable checkpoints) {
        return call(checkpoints, "position", PrimitiveType.INT);
    }

    /** The code that puts a value, or the elements of an array, into the snapshot that is being taken. */
    public static CallStatement put(Variable checkpoints, int item, Expression value) {
        return effect(checkpoints, "put", Literal.of(item), value);
    }

    /** The code that gives a variable its value, or an array its elements, from the last snapshot. */
    public static Statement restore(Variable checkpoints, int item, Place target, Origin origin) {
        if (target.type().isArray()) {
            return effect(checkpoints, "restore", Literal.of(item), target);
        }
        PrimitiveType type = (PrimitiveType) target.type();
        Call value;
        if (type == PrimitiveType.BOOLEAN) {
            value = call(checkpoints, "flag", PrimitiveType.BOOLEAN, Literal.of(item));
        } else if (type.isReal()) {
            value = call(checkpoints, "real", PrimitiveType.DOUBLE, Literal.of(item));
        } else {
            value = call(checkpoints, "integer", PrimitiveType.LONG, Literal.of(item));
        }
        return new Assign(target, Cast.to(type, value), origin);
    }

    /** Whether a call goes back to a snapshot. */
    public static boolean isReturn(Call call) {
        return isOne(call) && (call.method().name().equals("restart") || isRewind(call));
    }

    /** Whether a call is {@link #rewind}. */
    public static boolean isRewind(Call call) {
        return isOne(call) && call.method().name().equals("rewind");
    }

    /** Whether a call is {@link #position}. */
    public static boolean isPosition(Call call) {
        return isOne(call) && call.method().name().equals("position");
    }

    /** Whether a call is one of these. */
    public static boolean isOne(Call call) {
        return call.method().owner().equals(CHECKPOINTS.qualifiedName());
    }

    private static CallStatement effect(Variable checkpoints, String name, Expression... arguments) {
        return new CallStatement(call(checkpoints, name, PrimitiveType.VOID, arguments), Origin.NONE);
    }

    private static Call call(Variable checkpoints, String name, IrType result, Expression... arguments) {
        IrType[] types = new IrType[arguments.length];
        Expression[] all = new Expression[arguments.length + 1];
        all[0] = new Read(checkpoints);
        for (int i = 0; i < arguments.length; i++) {
            types[i] = arguments[i].type();
            all[i + 1] = arguments[i];
        }
        return new Call(MethodRef.ofInstance(CHECKPOINTS.qualifiedName(), name, result, types), all);
    }
}
