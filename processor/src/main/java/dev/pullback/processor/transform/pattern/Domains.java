package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.ValueDependence;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The index domains of variables and expressions, and what interacts in these. */
final class Domains {

    /** Two sets of domains that meet in an operation that is not linear. */
    private record Pair(Set<Expression> first, Set<Expression> second) {

        boolean covers(Pair other) {
            return first.containsAll(other.first) && second.containsAll(other.second)
                    || first.containsAll(other.second) && second.containsAll(other.first);
        }
    }

    private final ActivityResult activity;
    private final ValueDependence values;
    private final Outcomes outcomes;
    private final ArrayRoots roots;
    private final List<Variable> parameters;
    private final Map<Variable, Variable> domains = new HashMap<>();

    /** Arrays whose elements all have one domain, because nobody knows how many there are. */
    private final Set<Variable> uniform = new HashSet<>();

    Domains(ActivityResult activity, ValueDependence values, ArrayRoots roots, List<Variable> parameters) {
        this.activity = activity;
        this.values = values;
        this.outcomes = new Outcomes(values);
        this.roots = roots;
        this.parameters = parameters;
    }

    /** Whether a variable, or the array behind it, has domains. */
    boolean isActive(Variable variable) {
        return variable.type().isDifferentiable() && activity.isActive(variable);
    }

    /** The variable that holds the domain of another, or the domains of its elements. */
    Variable of(Variable variable) {
        return domains.computeIfAbsent(variable, v -> {
            IrType type = uniform.contains(v) ? DomainCalls.DOMAIN : DomainCalls.typeOf(v.type());
            String name = v.name() + "Domain";
            return v.isTemporary() ? Variable.temporary(name, type) : new Variable(name, type);
        });
    }

    /** The variable that holds the domain of all elements of an array. */
    Variable ofAll(Variable array) {
        uniform.add(array);
        return of(array);
    }

    /** Whether all elements of the array behind a place have one domain. */
    boolean isUniform(Place place) {
        return uniform.contains(roots.root(place));
    }

    /** The domain of what an active place holds. */
    Place of(Place place, Origin origin) {
        if (isUniform(place)) {
            return new Read(of(roots.root(place)));
        }
        return place instanceof ArrayRead element
                ? new ArrayRead(of(element.array(), origin), known(element.index(), "an index", origin))
                : new Read(of(((Read) place).variable()));
    }

    /** What an exception says: arguments have their values here, too, other active variables only their lengths. */
    Expression shown(Expression exception, Origin origin) {
        return parameters.containsAll(Walk.reads(exception))
                ? exception
                : known(exception, "what an exception says", origin);
    }

    /** An expression without active values in it, but for the lengths of arrays. */
    Expression known(Expression expression, String role, Origin origin) {
        if (!values.isKnown(expression)) {
            throw new NoPattern(role + " depends on the values of independents", origin);
        }
        return new IrRewriter() {
            @Override
            public Expression rewrite(Expression e) {
                if (e instanceof Length length && length.array() instanceof Place array && isActive(array.root())) {
                    if (isUniform(array)) {
                        throw new NoPattern(
                                "only a call knows the length of '"
                                        + array.root().name() + "'",
                                origin);
                    }
                    return parameters.contains(array.root()) ? super.rewrite(e) : new Length(of(array, origin));
                }
                if (e instanceof Place place && !place.type().isArray() && isActive(place.root())) {
                    throw new IllegalStateException("an active value counts as known: " + place);
                }
                if (e instanceof Read read && isActive(read.variable()) && !parameters.contains(read.variable())) {
                    throw new NoPattern("'" + read.variable().name() + "' is measured as a whole", origin);
                }
                return super.rewrite(e);
            }
        }.rewrite(expression);
    }

    /** The domains that an expression's value depends on; none if it is constant. */
    Set<Expression> of(Expression e, Origin origin) {
        Set<Expression> found = new LinkedHashSet<>();
        collect(e, origin, found);
        return found;
    }

    private void collect(Expression e, Origin origin, Set<Expression> found) {
        if (!e.type().isReal()) {
            return;
        }
        if (e instanceof Place place) {
            if (isActive(place.root())) {
                found.add(of(place, origin));
            }
        } else if (e instanceof Conditional choice) {
            choose(choice, origin, found);
        } else if (e instanceof Unary || e instanceof Binary || e instanceof Call || e instanceof Cast) {
            DerivativeRule rule = RuleTable.find(e).orElse(null);
            List<Expression> operands = Walk.operands(e);
            for (int i = 0; i < operands.size(); i++) {
                if (rule != null && rule.dependsOn(i)) {
                    collect(operands.get(i), origin, found);
                }
            }
        }
    }

    private void choose(Conditional choice, Origin origin, Set<Expression> found) {
        Set<Expression> whenTrue = of(choice.whenTrue(), origin);
        Set<Expression> whenFalse = of(choice.whenFalse(), origin);
        if (whenTrue.equals(whenFalse)) {
            found.addAll(whenTrue);
        } else if (!values.isKnown(choice.condition())) {
            addIf(outcomes.mayHold(choice.condition()), whenTrue, origin, found);
            addIf(outcomes.mayFail(choice.condition()), whenFalse, origin, found);
        } else {
            Expression condition = known(choice.condition(), "a condition", origin);
            found.add(new Conditional(condition, DomainCalls.union(whenTrue), DomainCalls.union(whenFalse)));
        }
    }

    private void addIf(Expression condition, Set<Expression> arm, Origin origin, Set<Expression> found) {
        if (condition.equals(Literal.TRUE)) {
            found.addAll(arm);
        } else if (!arm.isEmpty()) {
            Expression known = known(condition, "a condition", origin);
            found.add(new Conditional(known, DomainCalls.union(arm), DomainCalls.NONE));
        }
    }

    // ---- second order ----

    /** Statements that note which domains interact in an expression. */
    List<Statement> interactions(Expression e, Variable interactions, Origin origin) {
        List<Pair> pairs = new ArrayList<>();
        List<Statement> branches = new ArrayList<>();
        interact(e, interactions, origin, pairs, branches);
        List<Statement> out = new ArrayList<>();
        for (Pair pair : widest(pairs)) {
            Expression first = DomainCalls.union(pair.first());
            Expression second = DomainCalls.union(pair.second());
            out.add(DomainCalls.interact(interactions, first, second, origin));
        }
        out.addAll(branches);
        return out;
    }

    private void interact(
            Expression e, Variable interactions, Origin origin, List<Pair> pairs, List<Statement> branches) {
        if (!e.type().isReal() || e instanceof Place) {
            return;
        }
        if (e instanceof Conditional choice) {
            interact(outcomes.mayHold(choice.condition()), choice.whenTrue(), interactions, origin, branches);
            interact(outcomes.mayFail(choice.condition()), choice.whenFalse(), interactions, origin, branches);
            return;
        }
        Walk.operands(e).forEach(operand -> interact(operand, interactions, origin, pairs, branches));
        RuleTable.find(e)
                .filter(rule -> rule.selection().isEmpty())
                .ifPresent(rule -> addPairs(rule, Walk.operands(e), origin, pairs));
    }

    /** What interacts in an arm of a choice. */
    private void interact(
            Expression condition, Expression arm, Variable interactions, Origin origin, List<Statement> out) {
        List<Statement> statements = interactions(arm, interactions, origin);
        if (condition.equals(Literal.TRUE)) {
            out.addAll(statements);
        } else if (!statements.isEmpty()) {
            Expression known = known(condition, "a condition", origin);
            out.add(new If(known, new Block(statements), Block.EMPTY, origin));
        }
    }

    /** Operands of which a partial derivative by one needs the other; its result needs all. */
    private void addPairs(DerivativeRule rule, List<Expression> operands, Origin origin, List<Pair> pairs) {
        for (int i = 0; i < operands.size(); i++) {
            if (!rule.dependsOn(i)) {
                continue;
            }
            Set<Expression> first = of(operands.get(i), origin);
            for (int j = 0; j < operands.size(); j++) {
                boolean isNeeded = rule.needsArgument(i, j) || rule.needsResult(i) && rule.dependsOn(j);
                Set<Expression> second = isNeeded ? of(operands.get(j), origin) : Set.of();
                if (!first.isEmpty() && !second.isEmpty()) {
                    pairs.add(new Pair(first, second));
                }
            }
        }
    }

    /** Without the pairs that others cover. */
    private static Collection<Pair> widest(List<Pair> pairs) {
        List<Pair> result = new ArrayList<>();
        for (Pair pair : pairs) {
            if (result.stream().noneMatch(other -> other.covers(pair))) {
                result.removeIf(pair::covers);
                result.add(pair);
            }
        }
        return result;
    }

    /** The array behind a place. */
    Variable root(Place place) {
        return roots.root(place);
    }
}
