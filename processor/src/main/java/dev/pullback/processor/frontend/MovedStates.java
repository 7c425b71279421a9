package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable that gets an array of another length in each iteration of a counted loop, as in {@code h = layer(w[l], h)}. All of them
 * are kept, as rows of a matrix, the one before the loop first; {@code normalize} finds out how long they are.
 */
final class MovedStates extends IrRewriter {

    /** Whether nobody can tell a copy of the array from the one that a statement gives away. */
    interface GivenAway {
        boolean test(Variable array, List<Statement> statements, int end);
    }

    private final Variable variable;
    private final Function function;
    private final GivenAway givenAway;
    private final Variable states;
    private final Variable last;
    private Place current;
    private boolean isPossible = true;
    private int found;

    MovedStates(Variable variable, Function function, GivenAway givenAway) {
        this.variable = variable;
        this.function = function;
        this.givenAway = givenAway;
        this.states = new Variable(variable.name() + "States", new ArrayType(variable.type()));
        this.last = new Variable(variable.name() + "Last", PrimitiveType.INT);
        this.current = new Read(variable);
    }

    /** The function in which the arrays are rows, if one loop makes them and nothing else assigns the variable. */
    Optional<Function> resolve() {
        List<Statement> definitions = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (ReferenceGroup.defined(s) == variable) {
                definitions.add(s);
            }
        });
        if (definitions.size() != 2 || !(definitions.get(0) instanceof Declare declare) || declare.initial() == null) {
            return Optional.empty();
        }
        Block body = rewrite(function.body());
        return isPossible && found == 1 ? Optional.of(function.withBody(body)) : Optional.empty();
    }

    @Override
    public Block rewrite(Block block) {
        List<Statement> statements = block.statements();
        boolean declares =
                statements.stream().anyMatch(s -> s instanceof Declare && ReferenceGroup.defined(s) == variable);
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (ReferenceGroup.defined(statement) == variable) {
                boolean isCopy = ReferenceGroup.source(statement) instanceof Read source
                        && givenAway.test(source.variable(), statements, i);
                isPossible &= isCopy && statement instanceof Declare;
                super.rewrite(statement, out);
            } else if (declares && statement instanceof CountedLoop loop && assignment(loop) >= 0) {
                found++;
                loop(loop, assignment(loop), out);
            } else {
                rewrite(statement, out);
            }
        }
        return new Block(out);
    }

    /** Where the body of a loop assigns the variable, or -1. */
    private int assignment(CountedLoop loop) {
        List<Statement> statements = loop.body().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (ReferenceGroup.defined(statements.get(i)) == variable) {
                return i;
            }
        }
        return -1;
    }

    private void loop(CountedLoop loop, int assignment, List<Statement> out) {
        List<Statement> statements = loop.body().statements();
        isPossible &= loop.step() == 1
                && loop.from() instanceof Literal
                && ReferenceGroup.source(statements.get(assignment)) instanceof Read made
                && givenAway.test(made.variable(), statements, assignment);
        declareStates(loop, out);
        Expression iteration = LoopHeader.iteration(loop);
        List<Statement> body = new ArrayList<>();
        current = state(iteration);
        statements.subList(0, assignment).forEach(s -> rewrite(s, body));
        Assign store = (Assign) statements.get(assignment);
        Place next = state(LoopHeader.plus(iteration, 1));
        body.add(new Assign(next, store.value(), store.origin()));
        current = next;
        statements.subList(assignment + 1, statements.size()).forEach(s -> rewrite(s, body));
        out.add(new CountedLoop(
                loop.index(), loop.from(), loop.to(), 1, new Block(body), loop.origin(), loop.checkpointing()));
        current = state(new Read(last));
    }

    private ArrayRead state(Expression index) {
        return new ArrayRead(new Read(states), index);
    }

    /** The matrix with the array from before the loop as its first row. */
    private void declareStates(CountedLoop loop, List<Statement> out) {
        Read before = new Read(variable);
        out.add(new Declare(last, LoopHeader.length(loop, Length.class::isInstance), loop.origin()));
        Expression count = LoopHeader.trips(loop) instanceof Length trips
                ? LoopHeader.plus(trips, 1)
                : new Call(LoopHeader.MAX, Literal.of(1), LoopHeader.plus(LoopHeader.trips(loop), 1));
        Statement assignment = loop.body().statements().get(assignment(loop));
        out.add(new Declare(states, new NewArray((ArrayType) states.type(), List.of(count)), assignment.origin()));
        Variable row = Variable.temporary(variable.name() + "Row", variable.type());
        out.add(new Declare(
                row, new NewArray((ArrayType) row.type(), List.of(new Length(before))), assignment.origin()));
        out.add(ReferenceCode.copy(before, new Read(row), assignment.origin()));
        out.add(new Assign(state(Literal.of(0)), new Read(row), assignment.origin()));
    }

    @Override
    public Expression rewrite(Expression expression) {
        return expression instanceof Read read && read.variable() == variable ? current : rewriteChildren(expression);
    }
}
