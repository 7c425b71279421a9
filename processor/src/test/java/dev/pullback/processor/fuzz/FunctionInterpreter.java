package dev.pullback.processor.fuzz;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.ExpressionVisitor;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs functions of the representation as Java runs the code that is generated from them. Objects other than arrays and the
 * workspace are beyond it.
 */
final class FunctionInterpreter implements ExpressionVisitor<Object> {
    private static final int MOST_STEPS = 4_000_000;
    private static final Object NOTHING = new Object();

    private final Map<String, Function> functions;
    private Map<Variable, Object> variables = new IdentityHashMap<>();
    private int steps;

    /** What this interpreter does not know. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String what) {
            super(what, null, false, false);
        }
    }

    /** With the functions that can be called, by {@link #key}. */
    FunctionInterpreter(Map<String, Function> functions) {
        this.functions = functions;
    }

    /** What tells methods apart. */
    static String key(String owner, String name) {
        return owner + "#" + name;
    }

    /** Calls a function. */
    Object call(Function function, Object... arguments) {
        Map<Variable, Object> caller = variables;
        variables = new IdentityHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            variables.put(function.parameters().get(i), arguments[i]);
        }
        Object result = run(function.body());
        variables = caller;
        return result;
    }

    private Object run(Block block) {
        for (Statement statement : block.statements()) {
            Object result = run(statement);
            if (result != NOTHING) {
                return result;
            }
        }
        return NOTHING;
    }

    private Object run(Statement statement) {
        step();
        if (statement instanceof Declare s) {
            if (s.initial() == null) {
                variables.remove(s.variable());
            } else {
                variables.put(s.variable(), evaluate(s.initial()));
            }
        } else if (statement instanceof Assign s) {
            store(s.target(), s.value(), false);
        } else if (statement instanceof Increment s) {
            store(s.target(), s.value(), true);
        } else if (statement instanceof If s) {
            return run(isTrue(s.condition()) ? s.whenTrue() : s.whenFalse());
        } else if (statement instanceof CountedLoop s) {
            return loop(s);
        } else if (statement instanceof While s) {
            while (isTrue(s.condition())) {
                Object result = run(s.body());
                if (result != NOTHING) {
                    return result;
                }
            }
        } else if (statement instanceof Return s) {
            return s.values().isEmpty() ? 0 : evaluate(s.values().get(0));
        } else if (statement instanceof CallStatement s) {
            evaluate(s.call());
        } else if (statement instanceof Throw s) {
            operands(s.exception()).forEach(this::evaluate);
            throw new UnsupportedOperationException("the only exception that programs throw");
        } else if (statement instanceof Invoke s) {
            Object result = call(s.callee().method(), s.arguments());
            if (s.result() != null) {
                variables.put(s.variable(), result);
            }
        } else {
            throw new Unknown(statement.getClass().getSimpleName());
        }
        return NOTHING;
    }

    /** What the code of an object, and the code inside, is made of. */
    private static Stream<Expression> operands(Expression e) {
        return e instanceof Opaque code
                ? code.operands().stream().flatMap(FunctionInterpreter::operands)
                : Stream.of(e);
    }

    private Object loop(CountedLoop loop) {
        int index = (Integer) evaluate(loop.from());
        while (true) {
            step();
            int to = (Integer) evaluate(loop.to());
            if (loop.step() > 0 ? index >= to : index <= to) {
                return NOTHING;
            }
            variables.put(loop.index(), index);
            Object result = run(loop.body());
            if (result != NOTHING) {
                return result;
            }
            index += loop.step();
        }
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("no end after " + MOST_STEPS + " steps");
        }
    }

    private void store(Place target, Expression value, boolean increments) {
        if (target instanceof ArrayRead element) {
            Object array = evaluate(element.array());
            int index = (Integer) evaluate(element.index());
            Object old = increments ? InterpretedArrays.get(array, index) : 0;
            Object added = evaluate(value);
            InterpretedArrays.set(array, index, increments ? add(old, added) : added);
        } else {
            Object old = increments ? read(target.root()) : 0;
            Object added = evaluate(value);
            variables.put(target.root(), increments ? add(old, added) : added);
        }
    }

    private static Object add(Object old, Object added) {
        return InterpretedOperators.binary(Binary.Operator.ADD, old, added);
    }

    private boolean isTrue(Expression condition) {
        return (Boolean) evaluate(condition);
    }

    private Object evaluate(Expression expression) {
        return expression.accept(this);
    }

    private Object read(Variable variable) {
        Object value = variables.get(variable);
        if (value == null && !variables.containsKey(variable)) {
            throw new IllegalStateException("read before assigned: " + variable);
        }
        return value;
    }

    @Override
    public Object visitLiteral(Literal node) {
        return node.value();
    }

    @Override
    public Object visitRead(Read node) {
        return read(node.variable());
    }

    @Override
    public Object visitArrayRead(ArrayRead node) {
        Object array = evaluate(node.array());
        return InterpretedArrays.get(array, (Integer) evaluate(node.index()));
    }

    @Override
    public Object visitStaticField(StaticField node) {
        return InterpretedCalls.constant(node);
    }

    @Override
    public Object visitLength(Length node) {
        return Array.getLength(evaluate(node.array()));
    }

    @Override
    public Object visitUnary(Unary node) {
        return InterpretedOperators.unary(node.operator(), evaluate(node.operand()));
    }

    @Override
    public Object visitBinary(Binary node) {
        return InterpretedOperators.binary(node.operator(), evaluate(node.left()), evaluate(node.right()));
    }

    @Override
    public Object visitCompare(Compare node) {
        return InterpretedOperators.compare(node.operator(), evaluate(node.left()), evaluate(node.right()));
    }

    @Override
    public Object visitLogical(Logical node) {
        boolean left = isTrue(node.left());
        return left == (node.operator() == Logical.Operator.OR) ? left : isTrue(node.right());
    }

    @Override
    public Object visitConditional(Conditional node) {
        return evaluate(isTrue(node.condition()) ? node.whenTrue() : node.whenFalse());
    }

    @Override
    public Object visitCall(Call node) {
        return call(node.method(), node.arguments());
    }

    private Object call(MethodRef method, List<Expression> arguments) {
        Object[] values = arguments.stream().map(this::evaluate).toArray();
        Function function = functions.get(key(method.owner(), method.name()));
        return function == null ? InterpretedCalls.call(method, values) : call(function, values);
    }

    @Override
    public Object visitCast(Cast node) {
        return InterpretedOperators.cast(evaluate(node.operand()), node.type());
    }

    @Override
    public Object visitNewArray(NewArray node) {
        int[] lengths =
                node.dimensions().stream().mapToInt(d -> (Integer) evaluate(d)).toArray();
        IrType element = node.type();
        for (int i = 0; i < lengths.length; i++) {
            element = ((ArrayType) element).element();
        }
        return Array.newInstance(InterpretedCalls.javaClass(element), lengths);
    }

    @Override
    public Object visitOpaque(Opaque node) {
        throw new Unknown("code of objects");
    }
}
