package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Cost;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the variables that a block declares back to life in the reverse sweep: their final values, and empty adjoints. A
 * value that is cheap to compute from what is still there is computed again, any other crosses on the tape.
 */
final class ScopeRestorer {
    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final Effects effects;
    private final Bars bars;
    private final Set<Variable> reassigned;
    private final Set<Variable> settled;
    private final Map<Variable, ArrayRead> copies;
    private final Variable workspace;

    ScopeRestorer(
            ActivityResult activity,
            ArrayRoots roots,
            Bars bars,
            Set<Variable> reassigned,
            Set<Variable> settled,
            Map<Variable, ArrayRead> copies,
            Variable workspace) {
        this.activity = activity;
        this.roots = roots;
        this.effects = new Effects(roots);
        this.bars = bars;
        this.reassigned = reassigned;
        this.settled = settled;
        this.copies = copies;
        this.workspace = workspace;
    }

    /**
     * Restores the variables that {@code declarations} declared.
     *
     * @param block the primal block that holds them
     * @param pushes receives the code that ends the forward block
     * @param restores receives the code that starts the reverse block
     */
    void restore(List<Declare> declarations, Block block, List<Statement> pushes, List<Statement> restores) {
        Set<Variable> written = new HashSet<>(effects.written(block));
        written.removeAll(settled);
        Set<Variable> notYetRestored = Walk.declarations(block);
        Map<Variable, Declare> again = performedAgain(block, written);
        for (Declare declare : declarations) {
            notYetRestored.remove(declare.variable());
            if (roots.isAlias(declare.variable()) || canRecompute(declare, written)) {
                restores.add(declare);
                continue;
            }
            Variable variable = declare.variable();
            if (again.containsKey(variable)) {
                restores.add(again.get(variable));
                continue;
            }
            ArrayRead copy = copies.get(variable);
            if (copy != null && Walk.reads(copy).stream().noneMatch(notYetRestored::contains)) {
                restores.add(new Declare(variable, copy, declare.origin()));
            } else if (declare.initial() instanceof NewArray array) {
                restores.add(declare);
                content(new Read(variable), array, List.of(), pushes, restores);
            } else {
                TapeSlot slot = new TapeSlot(variable.name(), variable.type());
                restores.add(new Declare(variable, null, declare.origin()));
                pushes.add(new Push(slot, new Read(variable), Origin.NONE));
                restores.add(new Pop(slot, new Read(variable), Origin.NONE));
            }
        }
    }

    /** What can be asked again of an object that is still there: it gives the same, and there is nothing to store. */
    private Map<Variable, Declare> performedAgain(Block block, Set<Variable> written) {
        Map<Variable, Declare> result = new HashMap<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Perform perform
                    && perform.result() != null
                    && perform.isRepeatable()
                    && !reassigned.contains(perform.variable())
                    && effects.isInvariant(perform.code(), written)) {
                Variable variable = perform.variable();
                Expression value = perform.code().as(variable.type());
                result.put(variable, new Declare(variable, value, perform.origin()));
            }
        }
        return result;
    }

    /** Saves and restores an array that lives in the block, element by element. */
    private static void content(
            Place array,
            NewArray creation,
            List<Expression> indices,
            List<Statement> pushes,
            List<Statement> restores) {
        if (!array.type().isArray()) {
            TapeSlot slot = new TapeSlot(array.root(), array.type());
            pushes.add(new Push(slot, array, Origin.NONE));
            restores.add(new Pop(slot, array, Origin.NONE));
            return;
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        List<Statement> push = new ArrayList<>();
        List<Statement> pop = new ArrayList<>();
        List<Expression> inner = new ArrayList<>(indices);
        inner.add(new Read(index));
        content(new ArrayRead(array, new Read(index)), creation, inner, push, pop);
        Expression length = creation.length(indices);
        pushes.add(new CountedLoop(index, Literal.of(0), length, 1, new Block(push), Origin.NONE));
        restores.add(LoopHeader.down(index, length, new Block(pop), Origin.NONE));
    }

    private boolean canRecompute(Declare declare, Set<Variable> written) {
        Expression initial = declare.initial();
        return initial != null
                && !(initial instanceof NewArray)
                && !reassigned.contains(declare.variable())
                && (isStaticArray(declare) || Cost.isCheap(initial))
                && effects.isInvariant(initial, written);
    }

    /** A constant array; the one that a call made is kept, since it may have cost much. */
    private static boolean isStaticArray(Declare declare) {
        return declare.variable().type().isArray()
                && !(declare.initial() instanceof NewArray)
                && !(declare.initial() instanceof Call);
    }

    /** Declares the adjoints of the active variables among {@code declarations}, zero or aliases like their primals. */
    List<Statement> bars(List<Declare> declarations) {
        List<Statement> result = new ArrayList<>();
        for (Declare declare : declarations) {
            Variable variable = declare.variable();
            if (!variable.type().isDifferentiable() || !activity.isActive(variable)) {
                continue;
            }
            Variable bar = bars.of(variable);
            if (variable.type().isReal()) {
                result.add(new Declare(bar, Literal.zero(bar.type()), Origin.NONE));
            } else if (roots.isAlias(variable)) {
                result.add(new Declare(bar, bars.of((Place) declare.value()), Origin.NONE));
            } else if (declare.initial() instanceof NewArray) {
                result.add(new Declare(bar, declare.initial(), Origin.NONE));
            } else if (declare.initial() instanceof Call) {
                result.add(new Declare(bar, WorkspaceCalls.zerosLike(workspace, new Read(variable)), Origin.NONE));
            }
        }
        return result;
    }
}
