package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is known without the values of the independents, from sizes and other arguments alone, from what is not: numbers
 * and conditions computed of them, also through comparisons and conversions, and all that is assigned where such a condition
 * decides. A variable is known or unknown as a whole, an array by its root; its length is a question of its own.
 */
public final class ValueDependence {
    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final Set<Variable> unknown = new HashSet<>();
    private final Set<Variable> unknownLengths = new HashSet<>();

    /** How many unknown conditions there are around the declaration of a variable. */
    private final Map<Variable, Integer> depths = new HashMap<>();

    private boolean hasUnknownEffects;

    private ValueDependence(Function function, ActivityResult activity) {
        this.activity = activity;
        this.roots = new ArrayRoots(function);
        function.parameters().forEach(parameter -> depths.put(parameter, 0));
    }

    /** What is known in {@code function}. */
    public static ValueDependence analyze(Function function, ActivityResult activity) {
        ValueDependence analysis = new ValueDependence(function, activity);
        int before = -1;
        while (analysis.size() > before) {
            before = analysis.size();
            analysis.visit(function.body(), 0);
        }
        return analysis;
    }

    private int size() {
        return unknown.size() + unknownLengths.size() + (hasUnknownEffects ? 1 : 0);
    }

    /** Whether the value of an expression is known. */
    public boolean isKnown(Expression expression) {
        if (expression instanceof Length length) {
            return !(length.array() instanceof Place array)
                    || !unknownLengths.contains(array.root())
                            && !unknownLengths.contains(roots.root(array))
                            && roots.indices(array).stream().allMatch(this::isKnown);
        }
        if (expression instanceof Read read) {
            return isKnown(read.variable());
        }
        return Walk.operands(expression).stream().allMatch(this::isKnown);
    }

    /** Whether the value of a variable, or the content of an array, is known. */
    public boolean isKnown(Variable variable) {
        return !activity.isVaried(variable) && !unknown.contains(variable) && !unknown.contains(roots.root(variable));
    }

    /** Whether it is known what an effect leaves behind. */
    public boolean isKnown(Perform perform) {
        return isKnown(perform.code()) && (perform.result() == null || isKnown(perform.variable()));
    }

    /** Whether code only says something, in a message, and gives nothing back. */
    public static boolean isMessage(Perform perform) {
        return perform.result() == null && perform.code().refusal() == null;
    }

    private void visit(Block block, int depth) {
        block.statements().forEach(statement -> visit(statement, depth));
    }

    private void visit(Statement statement, int depth) {
        if (statement instanceof Declare s) {
            depths.put(s.variable(), depth);
            declare(s.variable(), s.initial());
        } else if (statement instanceof Assign s) {
            assign(s.target(), s.value(), depth);
        } else if (statement instanceof Increment s) {
            assign(s.target(), s.value(), depth);
        } else if (statement instanceof If s) {
            int inner = isKnown(s.condition()) ? depth : depth + 1;
            visit(s.whenTrue(), inner);
            visit(s.whenFalse(), inner);
        } else if (statement instanceof CountedLoop s) {
            boolean isKnown = isKnown(s.from()) && isKnown(s.to());
            depths.put(s.index(), depth);
            if (!isKnown) {
                unknown.add(s.index());
            }
            visit(s.body(), isKnown ? depth : depth + 1);
        } else if (statement instanceof While s) {
            visit(s.body(), isKnown(s.condition()) ? depth : depth + 1);
        } else if (statement instanceof Invoke s) {
            result(s.result(), s.arguments().stream().allMatch(this::isKnown), depth);
        } else if (statement instanceof Perform s) {
            perform(s, depth);
        } else if (statement instanceof CallStatement s && !(depth == 0 && isKnown(s.call()))) {
            s.call().arguments().stream()
                    .filter(e -> e instanceof Place place && place.type().isArray())
                    .forEach(e -> unknown.add(roots.root((Place) e)));
        }
    }

    private void declare(Variable variable, @Nullable Expression initial) {
        if (initial == null) {
            return;
        }
        boolean isKnown = roots.isAlias(variable)
                ? roots.indices((Place) initial).stream().allMatch(this::isKnown)
                : isKnown(initial);
        if (!isKnown) {
            unknown.add(variable);
            unknownLengths.add(variable);
        }
    }

    private void assign(Place target, Expression value, int depth) {
        Variable root = roots.root(target);
        List<Expression> indices = target instanceof ArrayRead ? roots.indices(target) : List.of();
        boolean isConditional = depth > depths.getOrDefault(root, 0);
        if (isConditional || !isKnown(value) || !indices.stream().allMatch(this::isKnown)) {
            unknown.add(root);
        }
    }

    private void result(@Nullable Variable result, boolean isKnown, int depth) {
        if (result != null) {
            depths.put(result, depth);
            if (!isKnown) {
                unknown.add(result);
                unknownLengths.add(result);
            }
        }
    }

    /** Code with effects on objects changes what other code finds there. */
    private void perform(Perform s, int depth) {
        boolean isKnown = isKnown(s.code());
        hasUnknownEffects |= !s.isRepeatable() && !isMessage(s) && (!isKnown || depth > 0);
        result(s.result(), isKnown && !hasUnknownEffects, depth);
    }

    /** Whether an expression of a new array has dimensions that are known. */
    public boolean hasKnownShape(NewArray array) {
        return array.dimensions().stream().allMatch(this::isKnown);
    }
}
