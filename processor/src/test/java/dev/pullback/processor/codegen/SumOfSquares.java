package dev.pullback.processor.codegen;

import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The derivatives of the sum of the squares of all independents, built by hand for any signature: what the contract tests need
 * to know the right numbers, whatever the shape of the arguments.
 */
final class SumOfSquares {

    private final PrimalMethod primal;
    private final List<Variable> parameters = new ArrayList<>();
    private final Map<Variable, Place> companions = new HashMap<>();
    private final List<Statement> body = new ArrayList<>();
    private final Variable sum = new Variable("sum", PrimitiveType.DOUBLE);

    private SumOfSquares(PrimalMethod primal) {
        this.primal = primal;
        primal.parameters().forEach(p -> parameters.add(p.variable()));
        body.add(new Declare(sum, Literal.ZERO, new Origin(7, "double sum = 0;")));
    }

    static MethodDerivatives of(PrimalMethod primal, boolean withPushforward) {
        Optional<Function> pushforward =
                withPushforward ? Optional.of(new SumOfSquares(primal).pushforward()) : Optional.empty();
        return new MethodDerivatives(
                primal,
                Optional.of(new Sweeps(
                        new SumOfSquares(primal).valueAndGradient(),
                        new SumOfSquares(primal).pullback(),
                        pushforward,
                        List.of())));
    }

    private Function valueAndGradient() {
        addBars();
        addUpdates((x, bar) -> List.of(
                new Increment(new Read(sum), times(x, x), new Origin(8, "sum += x * x;")),
                new Assign(bar, times(Literal.of(2.0), x), new Origin(0, "reverse"))));
        return end("ValueAndGradient", PrimitiveType.DOUBLE);
    }

    private Function pullback() {
        Variable resultBar = new Variable("resultBar", PrimitiveType.DOUBLE);
        parameters.add(resultBar);
        body.clear();
        addBars();
        addUpdates((x, bar) ->
                List.of(new Increment(bar, times(times(Literal.of(2.0), x), new Read(resultBar)), Origin.NONE)));
        return end("Pullback", PrimitiveType.VOID);
    }

    private Function pushforward() {
        for (Variable v : primal.independents()) {
            Variable dot = new Variable(v.name() + "Dot", v.type());
            parameters.add(dot);
            companions.put(v, new Read(dot));
        }
        addUpdates((x, dot) ->
                List.of(new Increment(new Read(sum), times(times(Literal.of(2.0), x), dot), Origin.NONE)));
        return end("Pushforward", PrimitiveType.DOUBLE);
    }

    private Function end(String suffix, IrType returnType) {
        parameters.add(new Variable("workspace", ObjectType.WORKSPACE));
        body.add(new Return(returnType == PrimitiveType.VOID ? List.of() : List.of(new Read(sum)), Origin.NONE));
        return new Function(primal.name() + suffix, parameters, returnType, new Block(body));
    }

    private void addBars() {
        for (Variable v : primal.arrayIndependents()) {
            Variable bar = new Variable(v.name() + "Bar", v.type());
            parameters.add(bar);
            companions.put(v, new Read(bar));
        }
        List<Variable> scalars = primal.scalarIndependents();
        if (!scalars.isEmpty()) {
            Variable bars = new Variable("scalarBars", new dev.pullback.processor.ir.ArrayType(PrimitiveType.DOUBLE));
            parameters.add(bars);
            for (int i = 0; i < scalars.size(); i++) {
                companions.put(scalars.get(i), new ArrayRead(new Read(bars), Literal.of(i)));
            }
        }
    }

    private void addUpdates(BiFunction<Place, Place, List<Statement>> update) {
        for (Variable v : primal.independents()) {
            body.addAll(perElement(new Read(v), companions.get(v), update));
        }
    }

    private static List<Statement> perElement(
            Place x, Place companion, BiFunction<Place, Place, List<Statement>> update) {
        if (!x.type().isArray()) {
            return update.apply(x, companion);
        }
        Variable i = new Variable("i", PrimitiveType.INT);
        List<Statement> inner =
                perElement(new ArrayRead(x, new Read(i)), new ArrayRead(companion, new Read(i)), update);
        return List.of(new CountedLoop(i, Literal.of(0), new Length(x), 1, new Block(inner), Origin.NONE));
    }

    private static Expression times(Expression left, Expression right) {
        return new Binary(Binary.Operator.MULTIPLY, left, right);
    }
}
