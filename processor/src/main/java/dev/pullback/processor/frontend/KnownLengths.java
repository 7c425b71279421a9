package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of arrays, in terms of what keeps its value wherever they are compared. Equal expressions are equal lengths; what a call
 * of a helper gives is as long as its body says.
 */
final class KnownLengths {
    private final java.util.function.Function<Callee, HelperEffects> effects;
    private final Map<Variable, Statement> definitions = new HashMap<>();
    private final Set<Variable> assigned = new HashSet<>();
    private final Set<IrType> handedOut = new HashSet<>();
    private final Set<Variable> fixed;
    private final Effects changes;
    private final List<Variable> moved;
    private final Set<Variable> used = new LinkedHashSet<>();
    private boolean dependsOnOthers;

    /**
     * For one function.
     *
     * @param fixed what keeps its value as long as the lengths are compared
     * @param moved variables that mean one array after the other and all have one length, that of the first, which may be part of an
     *     answer
     */
    KnownLengths(
            Function function,
            java.util.function.Function<Callee, HelperEffects> effects,
            Set<Variable> fixed,
            List<Variable> moved) {
        this.effects = effects;
        this.fixed = fixed;
        this.moved = moved;
        this.changes = Effects.of(function.body().statements(), effects);
        Walk.statements(function.body(), this::define);
    }

    private void define(Statement statement) {
        if (statement instanceof Perform || statement instanceof Invoke) {
            // Objects may change the elements of what they are given.
            Walk.inputs(statement).stream()
                    .flatMap(e -> Walk.reads(e).stream())
                    .filter(v -> v.type() instanceof ArrayType)
                    .forEach(v -> handedOut.add(((ArrayType) v.type()).scalar()));
        }
        if (statement instanceof Declare s && s.initial() != null) {
            define(s.variable(), statement);
        } else if (statement instanceof Perform s && s.result() != null) {
            define(s.variable(), statement);
        } else if (statement instanceof Invoke s && s.result() != null) {
            define(s.variable(), statement);
        } else if (statement instanceof Assign s && s.target() instanceof Read target) {
            assigned.add(target.variable());
        } else if (statement instanceof Increment s && s.target() instanceof Read target) {
            assigned.add(target.variable());
        }
    }

    private void define(Variable variable, Statement statement) {
        Statement before = definitions.put(variable, statement);
        if (before != null && !before.equals(statement)) {
            assigned.add(variable);
        }
    }

    /** What is declared around a statement of the function before it, and its parameters. */
    static Set<Variable> declaredBefore(Statement end, Function function) {
        Set<Variable> result = new HashSet<>(function.parameters());
        addDeclared(function.body(), end, result);
        return result;
    }

    private static boolean addDeclared(Block block, Statement end, Set<Variable> result) {
        for (Statement statement : block.statements()) {
            if (statement == end) {
                return true;
            }
            for (Block inner : Walk.blocks(statement)) {
                Set<Variable> inside = new HashSet<>();
                if (addDeclared(inner, end, inside)) {
                    result.addAll(inside);
                    if (statement instanceof CountedLoop loop) {
                        result.add(loop.index());
                    }
                    return true;
                }
            }
            if (Walk.blocks(statement).isEmpty()) {
                result.addAll(Walk.declarations(Block.of(statement)));
            }
        }
        return false;
    }

    /** The length of an array, if it is known. */
    Optional<Expression> of(Place array) {
        dependsOnOthers = false;
        used.clear();
        Known known = new Known();
        Expression result = known.length(array);
        return known.isKnown ? Optional.of(result) : Optional.empty();
    }

    /** The lengths of a vector, or of a matrix whose rows have one length; those of an argument have one if nothing is thrown. */
    Optional<List<Expression>> shape(Variable array) {
        if (((ArrayType) array.type()).rank() == 1) {
            return of(new Read(array)).map(List::of);
        }
        dependsOnOthers = false;
        Statement definition = definitions.get(array);
        if (definition == null && fixed.contains(array) && !assigned.contains(array)) {
            return Optional.of(ReferenceCode.lengths(new Read(array)));
        }
        NewArray made = block(array);
        if (made == null) {
            return Optional.empty();
        }
        Known known = new Known();
        List<Expression> result = made.dimensions().stream().map(known::rewrite).toList();
        return known.isKnown ? Optional.of(result) : Optional.empty();
    }

    /** How a variable's array is made, if that is at once and with rows of one length. */
    private @Nullable NewArray block(Variable array) {
        return definitions.get(array) instanceof Declare declare
                        && declare.initial() instanceof NewArray made
                        && made.isWhole()
                        && !made.isJagged()
                ? made
                : null;
    }

    /** The length of the array that a statement gives a name, if it is known. */
    Optional<Expression> ofDefined(Statement definition) {
        Place source = ReferenceGroup.source(definition);
        if (source != null) {
            return of(source);
        }
        dependsOnOthers = Known.isForeign(definition);
        used.clear();
        Known known = new Known();
        Expression result = known.definedLength(definition);
        return known.isKnown ? Optional.ofNullable(result) : Optional.empty();
    }

    /** Whether the last length asked for was not found because it is that of another class's array, or an object's number. */
    boolean dependsOnOthers() {
        return dependsOnOthers;
    }

    /** The variables between the array of the last question and what its length is said with. */
    Set<Variable> used() {
        return used;
    }

    /** Whether a length can be computed before it is needed: it throws nothing and costs next to nothing. */
    static boolean isCheap(Expression length) {
        boolean[] result = {true};
        Walk.expressions(
                length,
                e -> result[0] &= e instanceof Literal
                        || e instanceof Read
                        || e instanceof Length size && size.array() instanceof Read
                        || e instanceof Call call && call.method().name().equals("columns")
                        || e instanceof Binary operation && isCheap(operation));
        return result[0];
    }

    private static boolean isCheap(Binary operation) {
        return switch (operation.operator()) {
            case ADD, SUBTRACT, MULTIPLY -> true;
            case DIVIDE, REMAINDER -> operation.right() instanceof Literal divisor && !divisor.equals(Literal.of(0));
            default -> false;
        };
    }

    /** An expression in terms of what is fixed. */
    private final class Known extends IrRewriter {
        private boolean isKnown = true;

        @Override
        public Expression rewrite(Expression e) {
            if (e instanceof Length length && length.array() instanceof Place place) {
                return length(place);
            } else if (e instanceof Read read) {
                return scalar(read);
            } else if (e instanceof ArrayRead element) {
                isKnown &= !changes.writesElements(element.type()) && !handedOut.contains(element.type());
                return new ArrayRead(array(element.array()), rewrite(element.index()));
            }
            return rewriteChildren(e);
        }

        private Expression scalar(Read read) {
            Variable variable = read.variable();
            Statement definition = definitions.get(variable);
            boolean wasKnown = isKnown;
            isKnown &= !assigned.contains(variable);
            if (definition instanceof Declare declare) {
                used.add(variable);
                Expression value = rewrite(declare.value());
                if (isKnown) {
                    return fixed.contains(variable) && !isCheap(value) ? read : value;
                }
            } else if (definition instanceof Perform perform && perform.isRepeatable()) {
                Opaque code = (Opaque) rewrite(perform.code());
                if (isKnown) {
                    return code;
                }
            }
            if (fixed.contains(variable) && !assigned.contains(variable)) {
                isKnown = wasKnown;
            } else {
                isKnown = false;
                dependsOnOthers |= definition instanceof Perform || isForeign(definition);
            }
            return read;
        }

        private static boolean isForeign(@Nullable Statement definition) {
            return definition instanceof Invoke call && !call.callee().isLocal();
        }

        /** The length of a vector, or the number of rows of a matrix. */
        Expression length(Place place) {
            if (!(place instanceof Read read)) {
                return rowLength(place);
            }
            Variable variable = read.variable();
            if (moved.contains(variable)) {
                return new Length(new Read(moved.get(0)));
            }
            boolean wasKnown = isKnown;
            isKnown &= !assigned.contains(variable);
            Statement definition = definitions.get(variable);
            used.add(variable);
            Expression result = isKnown ? definedLength(definition) : null;
            if (result != null && isKnown) {
                return result;
            }
            isKnown = wasKnown && fixed.contains(variable) && !assigned.contains(variable);
            dependsOnOthers |= !isKnown && isForeign(definition);
            return new Length(place);
        }

        private Expression rowLength(Place row) {
            int depth = 0;
            Place array = row;
            while (array instanceof ArrayRead part) {
                array = part.array();
                depth++;
            }
            NewArray made = block(array.root());
            if (made == null || assigned.contains(array.root()) || changes.replacesRows()) {
                return new Length(array(row));
            }
            used.add(array.root());
            return rewrite(made.dimensions().get(depth));
        }

        private @Nullable Expression definedLength(@Nullable Statement definition) {
            if (definition instanceof Declare declare && declare.initial() instanceof NewArray created) {
                return rewrite(created.dimensions().get(0));
            } else if (definition instanceof Declare declare && declare.initial() instanceof Place source) {
                return length(source);
            } else if (definition instanceof Declare declare && declare.initial() instanceof StaticField field) {
                return new Length(field);
            } else if (definition instanceof Invoke call) {
                return effects.apply(call.callee())
                        .resultLength()
                        .map(length -> rewrite(length.of(call)))
                        .orElse(null);
            }
            return null;
        }

        /** A name for an array that means the same one wherever lengths are compared. */
        private Place array(Place place) {
            if (place instanceof ArrayRead row) {
                isKnown &= !changes.replacesRows();
                return new ArrayRead(array(row.array()), rewrite(row.index()));
            }
            Variable variable = place.root();
            if (definitions.get(variable) instanceof Declare declare
                    && declare.initial() instanceof Place alias
                    && !assigned.contains(variable)) {
                used.add(variable);
                return array(alias);
            }
            isKnown &= fixed.contains(variable) && !assigned.contains(variable);
            return place;
        }
    }

    /**
     * The length of the array that a method returns.
     *
     * @param parameters the method's
     * @param length in terms of these
     */
    record Result(List<Variable> parameters, Expression length) {

        /** The length of the result of a call, in terms of its arguments. */
        Expression of(Invoke call) {
            Map<Variable, Expression> arguments = new HashMap<>();
            for (int i = 0; i < parameters.size(); i++) {
                arguments.put(parameters.get(i), call.arguments().get(i));
            }
            return new IrRewriter() {
                @Override
                public Expression rewrite(Expression e) {
                    return e instanceof Read read ? arguments.getOrDefault(read.variable(), read) : rewriteChildren(e);
                }
            }.rewrite(length);
        }
    }

    /** The length of what a function returns, if it is always the same one. */
    static Optional<Result> result(Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        KnownLengths lengths = new KnownLengths(function, effects, Set.copyOf(function.parameters()), List.of());
        List<Optional<Expression>> found = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Return exit
                    && exit.values().size() == 1
                    && exit.values().get(0) instanceof Place place
                    && place.type().isArray()) {
                found.add(lengths.of(place));
            }
        });
        return found.stream().distinct().count() == 1
                ? found.get(0).map(length -> new Result(function.parameters(), length))
                : Optional.empty();
    }
}
