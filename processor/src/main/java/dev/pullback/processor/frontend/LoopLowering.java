package dev.pullback.processor.frontend;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers loops. A {@code for} whose bounds are known when it starts becomes a {@link CountedLoop}, which can be reversed by its
 * bounds alone; everything else becomes a {@link While}.
 */
final class LoopLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final JumpTargets targets;

    LoopLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            StatementLowering statements,
            JumpTargets targets) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    private void loop(Consumer<JumpTargets.Target> part) {
        symbols.enter();
        try {
            targets.within(JumpTargets.Kind.LOOP, part);
        } finally {
            symbols.leave();
        }
    }

    private Block iteration(JumpTargets.Target target, StatementTree statement) {
        return target.aroundIteration(statements.scoped(statement));
    }

    // ---- for ----

    /** {@code for (init; condition; update)}. */
    void lowerFor(ForLoopTree tree) {
        loop(target -> {
            Optional<CountedHeader> header = CountedHeader.match(tree, typer);
            if (header.isPresent()) {
                lowerCounted(tree, header.get(), target);
            } else {
                statements.lowerAll(tree.getInitializer());
                emitWhile(tree.getCondition(), iteration(target, tree.getStatement()), tree.getUpdate(), tree);
            }
        });
    }

    private void lowerCounted(ForLoopTree tree, CountedHeader header, JumpTargets.Target target) {
        Variable index = new Variable(header.index().getName().toString(), PrimitiveType.INT);
        Expression from = lowerInitializers(tree, header, index);
        Expression[] lowered = new Expression[1];
        Block boundEffects = body.block(() -> statements.guarded(() -> lowered[0] = expressions.value(header.bound())));
        Block iteration = iteration(target, tree.getStatement());
        if (statements.hasFailed()) {
            return;
        }
        LoopInvariants invariants = new LoopInvariants(index, expressions.effectsOf(iteration));
        boolean isFixed = boundEffects.statements().stream().allMatch(invariants::areRepeatable)
                && (boundEffects.isEmpty() || invariants.isReusable(from));
        // A loop that is left before its end may have a last index without a successor.
        boolean hasEnd = header.hasEnds(lowered[0], typer)
                && (!header.isInclusive() || lowered[0] instanceof Literal || isEndless(iteration));
        if (isFixed && invariants.allowCounting() && invariants.areIn(lowered[0]) && hasEnd) {
            body.emitAll(boundEffects);
            Expression first = invariants.isReusable(from) ? from : body.bind("start", from);
            boolean isEnd = invariants.isReusable(lowered[0])
                    && (header.isInclusive() || !LoopHeader.isBehindLast(lowered[0], header.step()));
            Expression end = isEnd ? lowered[0] : body.bind("end", lowered[0]);
            body.emit(new CountedLoop(index, first, header.exclusive(end), header.step(), iteration, body.origin()));
        } else {
            body.emit(new Declare(index, from, body.origin()));
            emitWhile(tree.getCondition(), iteration, tree.getUpdate(), tree);
        }
    }

    /** Declares what the header declares, the index aside, and returns the index's first value. */
    private Expression lowerInitializers(ForLoopTree tree, CountedHeader header, Variable index) {
        Expression from = Literal.of(0);
        for (StatementTree initializer : tree.getInitializer()) {
            if (initializer != header.index()) {
                statements.lower(initializer);
                continue;
            }
            Expression value = expressions.value(header.index().getInitializer(), PrimitiveType.INT);
            boolean isAlone = tree.getInitializer().size() == 1 || value instanceof Literal;
            from = isAlone ? value : body.bind("start", value);
            TypeMirror type = typer.typeOf(header.index());
            symbols.scope().declare(new Local(index.name(), type, index));
        }
        return from;
    }

    // ---- while ----

    /** {@code while (condition)}. */
    void lowerWhile(WhileLoopTree tree) {
        loop(target -> emitWhile(tree.getCondition(), iteration(target, tree.getStatement()), List.of(), tree));
    }

    /** Emits a loop that tests first; a condition with side effects is evaluated inside it. */
    private void emitWhile(
            @Nullable ExpressionTree condition,
            Block iteration,
            List<? extends StatementTree> update,
            StatementTree tree) {
        Expression[] test = {condition == null ? Literal.TRUE : null};
        Block testEffects = condition == null
                ? Block.EMPTY
                : body.block(
                        () -> statements.guarded(() -> test[0] = expressions.value(condition, PrimitiveType.BOOLEAN)));
        Block rest = body.block(() -> {
            body.emitAll(iteration);
            statements.lowerAll(update);
        });
        if (statements.hasFailed()) {
            return;
        }
        if (test[0].equals(Literal.TRUE) && isEndless(rest)) {
            throw body.reject(DiagnosticCode.AD201, tree, "a loop without end");
        }
        if (testEffects.isEmpty()) {
            body.emit(new While(test[0], rest, body.origin()));
            return;
        }
        Variable goOn = new Variable("goOn", PrimitiveType.BOOLEAN);
        body.emit(new Declare(goOn, Literal.TRUE, body.origin()));
        List<Statement> all = new ArrayList<>(testEffects.statements());
        all.add(new Assign(new Read(goOn), test[0], body.origin()));
        all.add(new If(new Read(goOn), rest, Block.EMPTY, body.origin()));
        body.emit(new While(new Read(goOn), new Block(all), body.origin()));
    }

    /** Whether no jump leaves the loop; a flag that the iteration itself declares stays inside. */
    private boolean isEndless(Block iteration) {
        Effects effects = expressions.effectsOf(iteration);
        Set<Variable> inner = Walk.declarations(iteration);
        return !effects.returns()
                && body.jumps().stream().noneMatch(flag -> effects.assigns(flag) && !inner.contains(flag));
    }

    /** {@code do ... while (condition)}. */
    void lowerDoWhile(DoWhileLoopTree tree) {
        loop(target -> {
            Variable goOn = new Variable("goOn", PrimitiveType.BOOLEAN);
            body.emit(new Declare(goOn, Literal.TRUE, body.origin()));
            Block all = body.block(() -> {
                body.emitAll(iteration(target, tree.getStatement()));
                statements.guarded(() -> body.emit(new Assign(
                        new Read(goOn), expressions.value(tree.getCondition(), PrimitiveType.BOOLEAN), body.origin())));
            });
            body.emit(new While(new Read(goOn), all, body.origin()));
        });
    }

    // ---- for each ----

    /** {@code for (element : array)}. */
    void lowerForEach(EnhancedForLoopTree tree) {
        loop(target -> {
            IrType type = body.valueType(typer.typeOf(tree.getExpression()), tree.getExpression());
            if (!type.isArray()) {
                lowerIterator(tree, target);
                return;
            } else if (expressions.records().shapeOf(tree.getExpression()).isPresent()) {
                lowerRecords(tree, target);
                return;
            }
            Place source = kept(expressions.arrays().place(tree.getExpression()), tree);
            VariableTree element = tree.getVariable();
            Variable index = new Variable(element.getName() + "Index", PrimitiveType.INT);
            ArrayRead value = new ArrayRead(source, new Read(index));
            TypeMirror elementType =
                    ((javax.lang.model.type.ArrayType) typer.typeOf(tree.getExpression())).getComponentType();
            Block iteration = target.aroundIteration(body.block(() -> {
                symbols.enter();
                statements.guarded(() -> declareElement(element, elementType, () -> value));
                statements.lower(tree.getStatement());
                symbols.leave();
            }));
            body.emit(new CountedLoop(index, Literal.of(0), new Length(source), 1, iteration, body.origin()));
        });
    }

    /** The array that a loop runs over, whatever the variable that gives it means later on. */
    private Place kept(Place array, EnhancedForLoopTree tree) {
        ExpressionTree named = ExpressionLowering.withoutParentheses(tree.getExpression());
        boolean isFixed = array instanceof Read read
                && (!body.isAssigned(read.variable())
                        || named instanceof IdentifierTree name
                                && !AssignedNames.in(tree.getStatement())
                                        .contains(name.getName().toString()));
        Place source = isFixed ? array : body.bind("array", array);
        body.alias(source.root(), array.root());
        return source;
    }

    /** A loop over an array of records that is taken apart. */
    private void lowerRecords(EnhancedForLoopTree tree, JumpTargets.Target target) {
        List<Place> arrays = new ArrayList<>();
        expressions.records().arrays().arrays(tree.getExpression()).forEach(array -> arrays.add(kept(array, tree)));
        VariableTree element = tree.getVariable();
        Variable index = new Variable(element.getName() + "Index", PrimitiveType.INT);
        List<Expression> leaves = arrays.stream()
                .<Expression>map(array -> new ArrayRead(array, new Read(index)))
                .toList();
        body.noteElement(leaves);
        TypeMirror elementType =
                ((javax.lang.model.type.ArrayType) typer.typeOf(tree.getExpression())).getComponentType();
        RecordShape shape = RecordShape.of(elementType).orElseThrow();
        Block iteration = target.aroundIteration(body.block(() -> {
            symbols.enter();
            symbols.scope().declare(expressions.records().bind(element.getName().toString(), shape, leaves));
            statements.lower(tree.getStatement());
            symbols.leave();
        }));
        body.emit(new CountedLoop(index, Literal.of(0), new Length(arrays.get(0)), 1, iteration, body.origin()));
    }

    /** A loop over passive objects asks the iterator as Java does, once for each. */
    private void lowerIterator(EnhancedForLoopTree tree, JumpTargets.Target target) {
        TypeMirror elementType = typer.methodTypes()
                .elementOf(typer.typeOf(tree.getExpression()))
                .orElseThrow(() -> body.reject(
                        DiagnosticCode.AD305,
                        tree.getExpression(),
                        "a value of type " + typer.typeOf(tree.getExpression())));
        IrType element = body.valueType(elementType, tree.getVariable());
        ObjectType iteratorType = new ObjectType(
                "java.util.Iterator", List.of(new ObjectType.Argument(ObjectType.Variance.EXTENDS, element)));
        Expression iterable = expressions.value(tree.getExpression());
        Read iterator = body.perform("iterator", call(iterable, "iterator", iteratorType));
        Variable goOn = new Variable("goOn", PrimitiveType.BOOLEAN);
        body.emit(new Perform(goOn, call(iterator, "hasNext", PrimitiveType.BOOLEAN), body.origin()));
        Block iteration = target.aroundIteration(body.block(() -> {
            symbols.enter();
            statements.guarded(() -> declareElement(
                    tree.getVariable(),
                    elementType,
                    () -> body.perform(tree.getVariable().getName() + "Next", call(iterator, "next", element))));
            statements.lower(tree.getStatement());
            symbols.leave();
        }));
        Block all = body.block(() -> {
            body.emitAll(iteration);
            Read next = body.perform("next", call(iterator, "hasNext", PrimitiveType.BOOLEAN));
            body.emit(new Assign(new Read(goOn), next, body.origin()));
        });
        body.emit(new While(new Read(goOn), all, body.origin()));
    }

    private static Opaque call(Expression receiver, String method, IrType type) {
        return new PassiveCode()
                .operand(receiver, Opaque.PRIMARY)
                .text("." + method + "()")
                .primary(type, null);
    }

    private void declareElement(VariableTree tree, TypeMirror elementType, Supplier<Expression> element) {
        String name = tree.getName().toString();
        Local local = new Local(name, null, null);
        try {
            boolean isVar = tree.getType() == null || tree.getType().toString().equals("var");
            TypeMirror type = isVar ? elementType : typer.typeOf(tree);
            Variable variable = new Variable(name, body.valueType(type, tree));
            int mark = body.mark();
            Expression value = element.get();
            body.declare(variable, expressions.widen(value, variable.type(), tree), mark);
            if (value instanceof Place place) {
                body.alias(variable, place.root());
            }
            local = new Local(name, type, variable);
        } finally {
            symbols.scope().declare(local);
        }
    }
}
