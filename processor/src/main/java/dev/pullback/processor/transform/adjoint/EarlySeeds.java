package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Arithmetic;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the adjoint of an accumulator before the code after its loop has run. That works when everything from the loop to
 * the end is linear in the accumulator, with factors that are known already: {@code return loss / n + penalty} gives {@code
 * lossBar = resultBar / n}.
 */
final class EarlySeeds {
    private final Effects effects;
    private final Bars bars;
    private final Set<Variable> knownBars;
    private final List<Expression> resultBars;

    /**
     * For the statements of one block.
     *
     * @param knownBars variables from outside the block whose adjoints stay constant while it runs
     * @param resultBars the seeds of a {@code return} in the block
     */
    EarlySeeds(Effects effects, Bars bars, Set<Variable> knownBars, List<Expression> resultBars) {
        this.effects = effects;
        this.bars = bars;
        this.knownBars = knownBars;
        this.resultBars = resultBars;
    }

    /**
     * The adjoint of {@code accumulator} at the start of {@code after}; empty if it cannot be known before {@code loop}, which
     * comes first and writes other accumulators, too.
     */
    Optional<Expression> seed(Variable accumulator, CountedLoop loop, List<Statement> after) {
        if (knownBars.contains(accumulator)) {
            return Optional.of(new Read(bars.of(accumulator)));
        }
        Set<Variable> carriers = new HashSet<>(Set.of(accumulator));
        List<Statement> chain = new ArrayList<>();
        Set<Variable> lateValues = new HashSet<>(effects.written(loop.body()));
        lateValues.addAll(effects.written(after));
        lateValues.addAll(Walk.declarations(new Block(after)));
        for (Statement statement : after) {
            if (isTransparent(statement, carriers)) {
                continue;
            }
            if (!isLinear(statement, carriers, lateValues)) {
                return Optional.empty();
            }
            chain.add(statement);
            Place target = target(statement);
            if (target != null) {
                carriers.add(target.root());
            }
        }
        return Optional.ofNullable(reverse(chain, carriers).get(accumulator));
    }

    private static @Nullable Place target(Statement statement) {
        return statement instanceof Declare d ? new Read(d.variable()) : Effects.target(statement);
    }

    /** Neither reads a carrier nor ends its life: at most adds to one. */
    private static boolean isTransparent(Statement statement, Set<Variable> carriers) {
        if (statement instanceof Increment s && s.target() instanceof Read) {
            return Walk.reads(s.value()).stream().noneMatch(carriers::contains);
        }
        Place target = Effects.target(statement);
        if (target != null && carriers.contains(target.root())) {
            return false;
        }
        return Walk.inputs(statement).stream()
                        .flatMap(e -> Walk.reads(e).stream())
                        .noneMatch(carriers::contains)
                && Walk.blocks(statement).stream()
                        .flatMap(b -> b.statements().stream())
                        .allMatch(s -> isTransparent(s, carriers));
    }

    private boolean isLinear(Statement statement, Set<Variable> carriers, Set<Variable> lateValues) {
        if (statement instanceof Declare s && s.initial() != null) {
            return isLinear(s.initial(), carriers, lateValues);
        } else if (statement instanceof Assign s && s.target() instanceof Read) {
            return isLinear(s.value(), carriers, lateValues);
        } else if (statement instanceof Increment s && s.target() instanceof Read r) {
            return !Walk.reads(s.value()).contains(r.variable()) && isLinear(s.value(), carriers, lateValues);
        } else if (statement instanceof Return s) {
            return s.values().stream().allMatch(value -> isLinear(value, carriers, lateValues));
        }
        return false;
    }

    private boolean isLinear(Expression e, Set<Variable> carriers, Set<Variable> lateValues) {
        if (Walk.reads(e).stream().noneMatch(carriers::contains)) {
            return true;
        }
        if (e instanceof Read) {
            return true;
        } else if (e instanceof Unary unary) {
            return isLinear(unary.operand(), carriers, lateValues);
        } else if (e instanceof Binary binary && binary.type().isReal()) {
            return switch (binary.operator()) {
                case ADD, SUBTRACT ->
                    isLinear(binary.left(), carriers, lateValues) && isLinear(binary.right(), carriers, lateValues);
                case MULTIPLY ->
                    isFactor(binary.right(), carriers, lateValues) && isLinear(binary.left(), carriers, lateValues)
                            || isFactor(binary.left(), carriers, lateValues)
                                    && isLinear(binary.right(), carriers, lateValues);
                case DIVIDE ->
                    isFactor(binary.right(), carriers, lateValues) && isLinear(binary.left(), carriers, lateValues);
                default -> false;
            };
        }
        return false;
    }

    private boolean isFactor(Expression e, Set<Variable> carriers, Set<Variable> lateValues) {
        return Walk.reads(e).stream().noneMatch(carriers::contains) && effects.isInvariant(e, lateValues);
    }

    /** The reverse sweep over the linear chain, with expressions instead of code. */
    private Map<Variable, Expression> reverse(List<Statement> chain, Set<Variable> carriers) {
        Map<Variable, Expression> adjoints = new HashMap<>();
        for (Variable carrier : carriers) {
            if (knownBars.contains(carrier)) {
                adjoints.put(carrier, new Read(bars.of(carrier)));
            }
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            Statement statement = chain.get(i);
            if (statement instanceof Return s) {
                for (int k = 0; k < s.values().size(); k++) {
                    spread(s.values().get(k), resultBars.get(k), carriers, adjoints);
                }
            } else if (statement instanceof Increment s
                    && adjoints.get(s.target().root()) != null) {
                spread(s.value(), adjoints.get(s.target().root()), carriers, adjoints);
            } else if (!(statement instanceof Increment)) {
                Expression bar = adjoints.remove(
                        Objects.requireNonNull(target(statement)).root());
                if (bar != null) {
                    Expression value = statement instanceof Declare d ? d.value() : ((Assign) statement).value();
                    spread(value, bar, carriers, adjoints);
                }
            }
        }
        return adjoints;
    }

    private void spread(Expression e, Expression bar, Set<Variable> carriers, Map<Variable, Expression> adjoints) {
        if (Walk.reads(e).stream().noneMatch(carriers::contains)) {
            return;
        }
        if (e instanceof Read read) {
            adjoints.merge(read.variable(), bar, Arithmetic::add);
        } else if (e instanceof Unary unary) {
            spread(unary.operand(), Arithmetic.negate(bar), carriers, adjoints);
        } else if (e instanceof Binary binary) {
            boolean onLeft = Walk.reads(binary.left()).stream().anyMatch(carriers::contains);
            switch (binary.operator()) {
                case ADD -> {
                    spread(binary.left(), bar, carriers, adjoints);
                    spread(binary.right(), bar, carriers, adjoints);
                }
                case SUBTRACT -> {
                    spread(binary.left(), bar, carriers, adjoints);
                    spread(binary.right(), Arithmetic.negate(bar), carriers, adjoints);
                }
                case MULTIPLY ->
                    spread(
                            onLeft ? binary.left() : binary.right(),
                            Arithmetic.multiply(bar, onLeft ? binary.right() : binary.left()),
                            carriers,
                            adjoints);
                default -> spread(binary.left(), Arithmetic.divide(bar, binary.right()), carriers, adjoints);
            }
        }
    }
}
