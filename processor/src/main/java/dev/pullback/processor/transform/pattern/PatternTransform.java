package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.ValueDependence;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a function into one that computes where its Jacobian, or its Hessian, can have entries, whatever the values of the
 * independents are. What is known without these values stays, as far as indices and conditions need it. Active values become
 * their index domains. Where a condition is not known, both branches are visited, one after the other, and what they assign is
 * added to what was there; a loop of which nobody knows when it ends is repeated until no domain grows any more.
 */
public final class PatternTransform {
    private final PrimalMethod method;
    private final ValueDependence values;
    private final Outcomes outcomes;
    private final Domains domains;
    private final Optional<Variable> interactions;

    /** How many unknown conditions there are around the declaration of a variable; parameters stand outside of all. */
    private final Map<Variable, Integer> depths = new HashMap<>();

    /** Variables that are added to before anything may have been assigned. */
    private final Set<Variable> joined = new HashSet<>();

    private final FixedPoints loops = new FixedPoints();
    private int depth;

    private PatternTransform(Function primal, PrimalMethod method, ActivityResult activity) {
        this.method = method;
        this.values = ValueDependence.analyze(primal, activity);
        this.outcomes = new Outcomes(values);
        this.domains = new Domains(activity, values, new ArrayRoots(primal), primal.parameters());
        this.interactions = method.hasJacobian()
                ? Optional.empty()
                : Optional.of(new Variable("interactions", DomainCalls.INTERACTIONS));
    }

    /**
     * The pattern of the Jacobian of a method with several results, or of the Hessian of one with one number as its result.
     *
     * @param method the primal, without records
     * @throws NoPattern if it cannot be had without the values of the independents
     */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        return new PatternTransform(primal, method, activity).build(primal);
    }

    private Function build(Function primal) {
        List<Statement> body = new ArrayList<>();
        FlatVector flat = new FlatVector(new Variable("point", DomainCalls.DOMAINS), method.independents());
        for (Variable independent : method.independents()) {
            if (domains.isActive(independent)) {
                Expression domain = DomainCalls.independent(flat.offset(independent), independent);
                body.add(new Declare(domains.of(independent), domain, Origin.NONE));
            }
        }
        for (Variable output : method.outputs()) {
            if (domains.isActive(output) && !method.independents().contains(output)) {
                body.add(new Declare(domains.of(output), DomainCalls.noneLike(output), Origin.NONE));
            }
        }
        interactions.ifPresent(v -> body.add(new Declare(v, DomainCalls.noInteractions(flat.size()), Origin.NONE)));
        primal.parameters().forEach(parameter -> depths.put(parameter, 0));
        Return exit = new Return(List.of(), Origin.NONE);
        for (Statement statement : primal.body().statements()) {
            if (statement instanceof Return last) {
                exit = last;
            } else {
                statement(statement, body);
            }
        }
        end(exit, flat.size(), body);
        String name = method.name() + (interactions.isPresent() ? "HessianPattern" : "JacobianPattern");
        return new Function(name, primal.parameters(), DomainCalls.PATTERN, initialized(new Block(body)));
    }

    /** What is added to needs a value from the start. */
    private Block initialized(Block body) {
        return new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                boolean isMissing =
                        statement instanceof Declare d && d.initial() == null && joined.contains(d.variable());
                if (isMissing) {
                    Declare d = (Declare) statement;
                    out.add(new Declare(d.variable(), DomainCalls.NONE, d.origin()));
                } else {
                    super.rewrite(statement, out);
                }
            }
        }.rewrite(body);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(statement -> statement(statement, out));
        return new Block(out);
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare s) {
            depths.put(s.variable(), depth);
            declare(s, out);
        } else if (statement instanceof Assign s) {
            assign(s, out);
        } else if (statement instanceof Increment s) {
            increment(s, out);
        } else if (statement instanceof If s) {
            branch(s, out);
        } else if (statement instanceof CountedLoop s) {
            loop(s, out);
        } else if (statement instanceof While s) {
            loop(s, out);
        } else if (statement instanceof Invoke s) {
            call(s, out);
        } else if (statement instanceof Perform s) {
            perform(s, out);
        } else if (statement instanceof Throw s) {
            if (depth == 0) {
                out.add(new Throw(domains.shown(s.exception(), s.origin()), s.origin()));
            }
        } else if (statement instanceof CallStatement s) {
            if (depth == 0 && values.isKnown(s.call())) {
                out.add(new CallStatement((Call) domains.known(s.call(), "a call", s.origin()), s.origin()));
            }
        } else {
            throw new IllegalStateException("not before differentiation: " + statement);
        }
    }

    // ---- values ----

    private void declare(Declare s, List<Statement> out) {
        Variable variable = s.variable();
        Expression initial = s.initial();
        if (!domains.isActive(variable)) {
            if (initial == null || values.isKnown(initial)) {
                Expression value = initial == null ? null : domains.known(initial, "a value", s.origin());
                out.add(new Declare(variable, value, s.origin()));
            } else if (initial instanceof Place row && values.isKnown(new Length(new Read(variable)))) {
                out.add(new Declare(variable, ofKnownIndices(row, s.origin()), s.origin()));
            }
        } else if (initial instanceof NewArray array) {
            if (!array.isWhole()) {
                throw new NoPattern("'" + variable.name() + "' is an array without rows", s.origin());
            }
            List<Expression> dimensions = array.dimensions().stream()
                    .map(e -> domains.known(e, "the length of '" + variable.name() + "'", s.origin()))
                    .toList();
            out.add(new Declare(
                    domains.of(variable), DomainCalls.none((ArrayType) variable.type(), dimensions), s.origin()));
        } else if (variable.type().isArray()) {
            if (!(initial instanceof Place place)) {
                throw new NoPattern("'" + variable.name() + "' is no new array", s.origin());
            }
            if (!domains.isUniform(place)) {
                out.add(new Declare(domains.of(variable), domains.of(place, s.origin()), s.origin()));
            }
        } else if (initial == null) {
            out.add(new Declare(domains.of(variable), null, s.origin()));
        } else {
            interact(initial, s.origin(), out);
            out.add(new Declare(domains.of(variable), DomainCalls.union(domains.of(initial, s.origin())), s.origin()));
        }
    }

    /** A row whose length may be asked for, though nobody knows its elements. */
    private Place ofKnownIndices(Place row, Origin origin) {
        return row instanceof ArrayRead e
                ? new ArrayRead(ofKnownIndices(e.array(), origin), domains.known(e.index(), "an index", origin))
                : row;
    }

    private void assign(Assign s, List<Statement> out) {
        if (!domains.isActive(s.target().root())) {
            keep(s.target(), s.value(), s.origin(), Assign::new, out);
            return;
        }
        interact(s.value(), s.origin(), out);
        Set<Expression> domain = domains.of(s.value(), s.origin());
        Place target = domains.of(s.target(), s.origin());
        if (depth > depthOf(s.target()) || s.target() instanceof ArrayRead && domains.isUniform(s.target())) {
            join(s.target(), target, domain, s.origin(), out);
        } else {
            out.add(new Assign(target, DomainCalls.union(domain), s.origin()));
        }
    }

    private void increment(Increment s, List<Statement> out) {
        if (!domains.isActive(s.target().root())) {
            keep(s.target(), s.value(), s.origin(), Increment::new, out);
            return;
        }
        interact(s.value(), s.origin(), out);
        Place target = domains.of(s.target(), s.origin());
        join(s.target(), target, domains.of(s.value(), s.origin()), s.origin(), out);
    }

    /** What is assigned to a place without domains stays, if it is known. */
    private void keep(Place target, Expression value, Origin origin, Update update, List<Statement> out) {
        if (values.isKnown(domains.root(target))) {
            out.add(update.of(
                    (Place) domains.known(target, "an index", origin),
                    domains.known(value, "a value", origin),
                    origin));
        }
    }

    /** An assignment or an increment. */
    private interface Update {
        Statement of(Place target, Expression value, Origin origin);
    }

    private int depthOf(Place target) {
        return depths.getOrDefault(domains.root(target), 0);
    }

    private void interact(Expression value, Origin origin, List<Statement> out) {
        interactions.ifPresent(v -> out.addAll(domains.interactions(value, v, origin)));
    }

    /** Adds to the domain of a place. */
    private void join(Place place, Place target, Set<Expression> domain, Origin origin, List<Statement> out) {
        if (target instanceof Read read && depth > depthOf(place)) {
            joined.add(read.variable());
        }
        if (domain.isEmpty() || domain.equals(Set.of(target))) {
            return;
        }
        Set<Expression> all = new LinkedHashSet<>(List.of(target));
        all.addAll(domain);
        Expression union = DomainCalls.union(all);
        List<Variable> growing = loops.around(depthOf(place));
        if (growing.isEmpty()) {
            out.add(new Assign(target, union, origin));
            return;
        }
        Variable grown = new Variable("grown", DomainCalls.DOMAIN);
        out.add(new Declare(grown, union, origin));
        growing.forEach(flag -> out.add(FixedPoints.note(flag, target, grown, origin)));
        out.add(new Assign(target, new Read(grown), origin));
    }

    // ---- control ----

    private void branch(If s, List<Statement> out) {
        if (values.isKnown(s.condition())) {
            out.add(new If(
                    domains.known(s.condition(), "a condition", s.origin()),
                    block(s.whenTrue()),
                    block(s.whenFalse()),
                    s.origin()));
            return;
        }
        depth++;
        visit(outcomes.mayHold(s.condition()), block(s.whenTrue()), s.origin(), out);
        Set<Variable> shared = new HashSet<>(Walk.declarations(s.whenTrue()));
        shared.retainAll(Walk.declarations(s.whenFalse()));
        Block whenFalse = block(s.whenFalse());
        Block own = shared.isEmpty() ? whenFalse : new CopyVariables().rewrite(whenFalse);
        visit(outcomes.mayFail(s.condition()), own, s.origin(), out);
        depth--;
    }

    private void visit(Expression condition, Block branch, Origin origin, List<Statement> out) {
        if (condition.equals(Literal.TRUE)) {
            out.addAll(branch.statements());
        } else if (!branch.isEmpty()) {
            out.add(new If(domains.known(condition, "a condition", origin), branch, Block.EMPTY, origin));
        }
    }

    private void loop(CountedLoop s, List<Statement> out) {
        depths.put(s.index(), depth);
        if (values.isKnown(s.from()) && values.isKnown(s.to())) {
            Expression from = domains.known(s.from(), "a bound", s.origin());
            Expression to = domains.known(s.to(), "a bound", s.origin());
            out.add(new CountedLoop(s.index(), from, to, s.step(), block(s.body()), s.origin()));
        } else {
            untilNothingGrows(s.body(), s.origin(), out);
        }
    }

    private void loop(While s, List<Statement> out) {
        if (values.isKnown(s.condition())) {
            out.add(new While(domains.known(s.condition(), "a condition", s.origin()), block(s.body()), s.origin()));
        } else {
            untilNothingGrows(s.body(), s.origin(), out);
        }
    }

    private void untilNothingGrows(Block body, Origin origin, List<Statement> out) {
        Variable growing = loops.enter(depth);
        depth++;
        Block once = block(body);
        depth--;
        loops.leave();
        out.addAll(FixedPoints.loop(growing, once, origin));
    }

    /** What objects give is constant, until something is assigned to it. */
    private void perform(Perform s, List<Statement> out) {
        boolean isActive = s.result() != null && domains.isActive(s.variable());
        boolean isWanted = depth == 0 ? !ValueDependence.isMessage(s) : s.result() != null && values.isKnown(s);
        if (values.isKnown(s.code()) && isWanted) {
            out.add(s.with(s.result(), (Opaque) domains.known(s.code(), "a call", s.origin())));
        } else if (isActive && s.variable().type().isArray()) {
            throw new NoPattern(
                    "only a call knows the length of '" + s.variable().name() + "'", s.origin());
        }
        if (isActive) {
            depths.put(s.variable(), depth);
            boolean isArray = s.variable().type().isArray();
            Expression domain = isArray ? DomainCalls.noneLike(s.variable()) : DomainCalls.NONE;
            out.add(new Declare(domains.of(s.variable()), domain, s.origin()));
        }
    }

    /** A call gives what may depend on all that it is differentiated by, in any way. */
    private void call(Invoke s, List<Statement> out) {
        Set<Expression> domain = new LinkedHashSet<>();
        for (int i = 0; i < s.arguments().size(); i++) {
            Expression argument = s.arguments().get(i);
            if (s.callee().independents().get(i)
                    && argument instanceof Place place
                    && argument.type().isArray()) {
                if (domains.isActive(place.root())) {
                    domain.add(DomainCalls.unionOf(domains.of(place, s.origin())));
                }
            } else if (s.callee().independents().get(i)) {
                interact(argument, s.origin(), out);
                domain.addAll(domains.of(argument, s.origin()));
            }
        }
        if (s.result() == null || !domains.isActive(s.variable())) {
            if (s.result() != null && values.isKnown(s.variable())) {
                out.addAll(CallCode.primal(s));
            }
            return;
        }
        depths.put(s.variable(), depth);
        if (interactions.isPresent() && !domain.isEmpty()) {
            Expression all = DomainCalls.union(domain);
            out.add(DomainCalls.interact(interactions.get(), all, all, s.origin()));
        }
        Expression value = DomainCalls.union(domain);
        Optional<Expression> length = s.callee().vectorLength(s);
        if (length.isPresent()) {
            Expression known = domains.known(length.get(), "a length", s.origin());
            out.add(new Declare(domains.of(s.variable()), DomainCalls.filled(known, value), s.origin()));
        } else {
            out.add(new Declare(domains.ofAll(s.variable()), value, s.origin()));
        }
    }

    // ---- results ----

    private void end(Return exit, Expression columns, List<Statement> out) {
        exit.values().forEach(value -> interact(value, exit.origin(), out));
        if (interactions.isPresent()) {
            out.add(new Return(DomainCalls.pattern(interactions.get()), exit.origin()));
            return;
        }
        List<Expression> rows = new ArrayList<>();
        for (Expression value : exit.values()) {
            if (value instanceof Place place && value.type().isArray()) {
                rows.add(rows(place, exit.origin()));
            } else {
                rows.add(DomainCalls.single(DomainCalls.union(domains.of(value, exit.origin()))));
            }
        }
        method.outputs().forEach(output -> rows.add(rows(new Read(output), exit.origin())));
        out.add(new Return(DomainCalls.pattern(columns, rows), exit.origin()));
    }

    private Expression rows(Place array, Origin origin) {
        if (domains.isUniform(array)) {
            throw new NoPattern(
                    "only a call knows the length of '" + array.root().name() + "'", origin);
        }
        if (domains.isActive(array.root())) {
            return DomainCalls.elements(domains.of(array, origin));
        }
        if (method.outputs().contains(array.root())) {
            return DomainCalls.elements(DomainCalls.noneLike(array.root()));
        }
        if (((ArrayType) array.type()).rank() > 1) {
            throw new NoPattern("'" + array.root().name() + "' depends on no independent", origin);
        }
        return DomainCalls.none(
                (ArrayType) array.type(), List.of(domains.known(new Length(array), "a length", origin)));
    }
}
