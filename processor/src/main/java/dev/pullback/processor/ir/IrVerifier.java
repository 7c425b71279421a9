package dev.pullback.processor.ir;

import static dev.pullback.processor.ir.ExpressionVerifier.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the invariants that every stage may rely on: types agree, variables are declared once and assigned before they are
 * read, loops keep their promises, pushes have their pops, and no statement is unreachable.
 *
 * <p>These are also javac's rules for the generated code, so what passes here compiles.
 */
public final class IrVerifier implements StatementVisitor<IrVerifier> {

    private final Function function;
    private final String stage;
    private final ExpressionVerifier expressions = new ExpressionVerifier(this::checkRead);
    private final Set<TapeSlot> pushed = new LinkedHashSet<>();
    private final Set<TapeSlot> popped = new LinkedHashSet<>();
    private final Set<Variable> visible = new HashSet<>();
    private List<Variable> scope = new ArrayList<>();
    private Set<Variable> assigned = new HashSet<>();
    private boolean isReachable = true;

    private IrVerifier(Function function, String stage) {
        this.function = function;
        this.stage = stage;
    }

    /** Checks a function of unnamed origin. */
    public static void verify(Function function) {
        verify(function, "an unnamed stage");
    }

    /**
     * Checks a function.
     *
     * @param function the function
     * @param stage the stage that made it, for the message
     * @throws Violation naming stage, statement and reason
     */
    public static void verify(Function function, String stage) {
        new IrVerifier(function, stage).check();
    }

    private void check() {
        try {
            for (Variable parameter : function.parameters()) {
                declare(parameter);
                assigned.add(parameter);
            }
        } catch (IllegalStateException e) {
            throw located(e, "its parameters");
        }
        checkBlock(function.body());
        try {
            require(function.returnType() == PrimitiveType.VOID || !isReachable, "the end is reached without a result");
            checkTape();
        } catch (IllegalStateException e) {
            throw located(e, "its end");
        }
    }

    @Override
    public IrVerifier visitDeclare(Declare node) {
        Expression initial = node.initial();
        if (initial instanceof NewArray array) {
            expressions.checkNewArray(array);
        }
        if (initial != null) {
            requireAssignable(node.variable().type(), initial, !(initial instanceof NewArray));
        }
        declare(node.variable());
        if (initial != null) {
            assigned.add(node.variable());
        }
        return this;
    }

    @Override
    public IrVerifier visitAssign(Assign node) {
        checkTarget(node.target());
        requireAssignable(node.target().type(), node.value(), true);
        return assign(node.target());
    }

    @Override
    public IrVerifier visitIncrement(Increment node) {
        IrType type = node.target().type();
        require(type.isReal(), "an incremented place is %s: %s", type, node.target());
        expressions.check(node.target(), type, "an incremented place");
        expressions.check(node.value(), type, "an increment");
        return this;
    }

    @Override
    public IrVerifier visitIf(If node) {
        expressions.check(node.condition(), PrimitiveType.BOOLEAN, "a condition");
        Set<Variable> before = new HashSet<>(assigned);
        checkBlock(node.whenTrue());
        Set<Variable> afterTrue = assigned;
        boolean trueEnds = isReachable;
        assigned = before;
        isReachable = true;
        checkBlock(node.whenFalse());
        if (!isReachable) {
            assigned = afterTrue;
        } else if (trueEnds) {
            assigned.retainAll(afterTrue);
        }
        isReachable |= trueEnds;
        return this;
    }

    @Override
    public IrVerifier visitCountedLoop(CountedLoop node) {
        require(
                node.index().type() == PrimitiveType.INT,
                "the index is %s",
                node.index().type());
        expressions.check(node.from(), PrimitiveType.INT, "a bound");
        expressions.check(node.to(), PrimitiveType.INT, "a bound");
        checkBounds(node);
        Set<Variable> before = new HashSet<>(assigned);
        declare(node.index());
        assigned.add(node.index());
        checkBlock(node.body());
        undeclare(node.index());
        assigned = before;
        isReachable = true;
        return this;
    }

    @Override
    public IrVerifier visitWhile(While node) {
        expressions.check(node.condition(), PrimitiveType.BOOLEAN, "a condition");
        require(!node.condition().equals(Literal.FALSE), "a loop that never runs");
        Set<Variable> before = new HashSet<>(assigned);
        checkBlock(node.body());
        assigned = before;
        isReachable = !node.condition().equals(Literal.TRUE);
        return this;
    }

    @Override
    public IrVerifier visitReturn(Return node) {
        List<IrType> types = resultTypes();
        require(node.values().size() == types.size(), "a result of type %s is expected", function.returnType());
        for (int i = 0; i < types.size(); i++) {
            expressions.check(node.values().get(i), types.get(i), "the result");
        }
        isReachable = false;
        return this;
    }

    private List<IrType> resultTypes() {
        if (function.returnType() instanceof TupleType tuple) {
            return tuple.types();
        }
        return function.returnType() == PrimitiveType.VOID ? List.of() : List.of(function.returnType());
    }

    @Override
    public IrVerifier visitCallStatement(CallStatement node) {
        expressions.check(node.call());
        return this;
    }

    @Override
    public IrVerifier visitInvoke(Invoke node) {
        expressions.checkArguments(node.callee().flatMethod(), node.arguments());
        for (Expression argument : node.arguments()) {
            require(!argument.type().isArray() || argument instanceof Place, "an array argument that is no place");
        }
        Variable result = node.result();
        IrType type = result == null ? PrimitiveType.VOID : result.type();
        IrType expected = node.callee().resultType();
        require(type.equals(expected), "the result is %s", expected);
        if (result != null) {
            declare(result);
            assigned.add(result);
        }
        return this;
    }

    @Override
    public IrVerifier visitPerform(Perform node) {
        expressions.check(node.code());
        Variable result = node.result();
        if (result != null) {
            requireAssignable(result.type(), node.code(), false);
            declare(result);
            assigned.add(result);
        }
        return this;
    }

    @Override
    public IrVerifier visitThrow(Throw node) {
        require(expressions.check(node.exception()) instanceof ObjectType, "what is thrown is no object");
        isReachable = false;
        return this;
    }

    @Override
    public IrVerifier visitPush(Push node) {
        expressions.check(node.value(), node.slot().type(), "a pushed value");
        pushed.add(node.slot());
        return this;
    }

    @Override
    public IrVerifier visitPop(Pop node) {
        checkTarget(node.target());
        require(
                node.target().type().equals(node.slot().type()),
                "a popped value is %s, its place %s",
                node.slot().type(),
                node.target().type());
        popped.add(node.slot());
        return assign(node.target());
    }

    // ---- scopes ----

    private void checkBlock(Block block) {
        List<Variable> outer = scope;
        scope = new ArrayList<>();
        for (Statement statement : block.statements()) {
            try {
                require(isReachable, "the statement is never reached");
                statement.accept(this);
            } catch (Violation e) {
                throw e;
            } catch (IllegalStateException e) {
                throw located(e, IrPrinter.print(statement).strip());
            }
        }
        scope.forEach(this::undeclare);
        scope = outer;
    }

    private void declare(Variable variable) {
        require(visible.add(variable), "%s is declared already", variable);
        scope.add(variable);
    }

    /** Leaves the variable's scope; when it is declared again, it has no value yet. */
    private void undeclare(Variable variable) {
        visible.remove(variable);
        assigned.remove(variable);
    }

    private void checkRead(Variable variable) {
        require(visible.contains(variable), "%s is not declared here", variable);
        require(assigned.contains(variable), "%s may not have been assigned", variable);
    }

    private void checkTarget(Place target) {
        if (target instanceof ArrayRead) {
            expressions.check(target);
        } else {
            require(visible.contains(target.root()), "%s is not declared here", target.root());
        }
    }

    private IrVerifier assign(Place target) {
        if (target instanceof Read) {
            assigned.add(target.root());
        }
        return this;
    }

    /** An object may be assigned to a variable of another class: the representation does not know the hierarchy. */
    private void requireAssignable(IrType to, Expression value, boolean isChecked) {
        IrType from = isChecked ? expressions.check(value) : value.type();
        boolean areObjects = from instanceof ObjectType && to instanceof ObjectType;
        require(areObjects || from.equals(to), "a value of type %s for a place of type %s", from, to);
    }

    // ---- loops and tape ----

    private void checkBounds(CountedLoop node) {
        Set<Variable> written = new HashSet<>();
        Set<Variable> stored = new HashSet<>();
        Walk.statements(node.body(), s -> {
            Place target = target(s);
            if (target != null) {
                boolean isContent = s instanceof Pop && target.type().isArray();
                (target instanceof Read && !isContent ? written : stored).add(target.root());
            }
        });
        require(!written.contains(node.index()), "the body assigns the index %s", node.index());
        for (Expression bound : new Expression[] {node.from(), node.to()}) {
            Walk.expressions(bound, e -> {
                boolean isWritten = e instanceof Read read && written.contains(read.variable())
                        || e instanceof ArrayRead element
                                && !element.type().isArray()
                                && stored.contains(element.root());
                require(!isWritten, "the body assigns what the bound %s reads", bound);
            });
        }
    }

    private static @Nullable Place target(Statement statement) {
        if (statement instanceof Assign s) {
            return s.target();
        } else if (statement instanceof Increment s) {
            return s.target();
        } else if (statement instanceof Pop s) {
            return s.target();
        }
        return null;
    }

    private void checkTape() {
        for (TapeSlot slot : pushed) {
            require(popped.contains(slot), "%s is pushed and never popped", slot);
        }
        for (TapeSlot slot : popped) {
            require(pushed.contains(slot), "%s is popped and never pushed", slot);
        }
    }

    private Violation located(IllegalStateException reason, String statement) {
        return new Violation(
                "after " + stage + ", " + function.name() + ": " + reason.getMessage() + "\nin: " + statement,
                String.valueOf(reason.getMessage()));
    }

    /** A violation whose place is known. */
    public static final class Violation extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        private Violation(String message, String reason) {
            super(message);
            this.reason = reason;
        }

        /** What is wrong, without the place. */
        public String reason() {
            return reason;
        }
    }
}
