package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the array parameters of a function whose elements it may write, also through other names and through callees. */
final class WrittenParameters {

    private final java.util.function.Function<Callee, Set<Integer>> callees;
    private final Map<Variable, Variable> aliases = new HashMap<>();
    private final Map<Variable, Integer> parameters = new HashMap<>();
    private final Set<Integer> written = new TreeSet<>();

    private WrittenParameters(java.util.function.Function<Callee, Set<Integer>> callees) {
        this.callees = callees;
    }

    /** The indices of the parameters; {@code callees} answers the question for the functions it calls. */
    static Set<Integer> of(Function function, java.util.function.Function<Callee, Set<Integer>> callees) {
        WrittenParameters search = new WrittenParameters(callees);
        for (int i = 0; i < function.parameters().size(); i++) {
            search.parameters.put(function.parameters().get(i), i);
        }
        search.visit(function.body());
        return search.written;
    }

    private void visit(Block block) {
        block.statements().forEach(this::visit);
    }

    private void visit(Statement statement) {
        if (statement instanceof Declare declare && declare.initial() instanceof Place place) {
            aliases.put(declare.variable(), place.root());
        } else if (statement instanceof Assign assign && assign.target() instanceof ArrayRead target) {
            write(target.root());
        } else if (statement instanceof Increment increment && increment.target() instanceof ArrayRead target) {
            write(target.root());
        } else if (statement instanceof If branch) {
            visit(branch.whenTrue());
            visit(branch.whenFalse());
        } else if (statement instanceof CountedLoop loop) {
            visit(loop.body());
        } else if (statement instanceof While loop) {
            visit(loop.body());
        } else if (statement instanceof Invoke invoke) {
            callees.apply(invoke.callee())
                    .forEach(index -> write(((Place) invoke.arguments().get(index)).root()));
        }
    }

    private void write(Variable array) {
        Variable root = array;
        while (aliases.containsKey(root)) {
            root = aliases.get(root);
        }
        if (parameters.containsKey(root)) {
            written.add(parameters.get(root));
        }
    }
}
