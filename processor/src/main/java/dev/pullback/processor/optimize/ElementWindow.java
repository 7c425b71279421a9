package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The elements of one array that an iteration of a loop uses, {@code a[i - 2]} to {@code a[i]}, each in a local variable. One
 * element enters and one leaves per iteration; the others move on by one.
 */
final class ElementWindow {
    private static final int MAX_SIZE = 5;

    private final Read array;
    private final CountedLoop loop;
    private final Set<Integer> added;
    private final int first;
    private final int last;
    private final Map<Integer, Variable> locals = new HashMap<>();

    private ElementWindow(Read array, CountedLoop loop, SortedSet<Integer> used, Set<Integer> added) {
        this.array = array;
        this.loop = loop;
        this.added = added;
        this.first = used.first();
        this.last = used.last();
        for (int offset = first; offset <= last; offset++) {
            locals.put(offset, new Variable(name(offset), ((ArrayType) array.type()).element()));
        }
    }

    /** The window of an array in a loop that only adds to its elements, or empty if there is none. */
    static Optional<ElementWindow> of(Read array, CountedLoop loop, ArrayRoots roots) {
        TreeSet<Integer> used = new TreeSet<>();
        TreeSet<Integer> added = new TreeSet<>();
        Variable root = roots.root(array);
        for (Statement statement : loop.body().statements()) {
            Place target = Effects.target(statement);
            if (target != null && roots.root(target) == root) {
                OptionalInt offset = offset(target, array, loop.index());
                if (offset.isEmpty() || !(statement instanceof Increment)) {
                    return Optional.empty();
                }
                added.add(offset.getAsInt());
            }
            List<Expression> inputs = statement instanceof Assign s ? List.of(s.value()) : Walk.inputs(statement);
            if (!inputs.stream().allMatch(e -> collect(e, array, root, roots, loop.index(), used))) {
                return Optional.empty();
            }
        }
        boolean isWindow = Math.abs(loop.step()) == 1
                && added.size() > 1
                && used.last() - used.first() < MAX_SIZE
                && !Walk.declarations(loop.body()).contains(array.variable());
        return isWindow ? Optional.of(new ElementWindow(array, loop, used, added)) : Optional.empty();
    }

    /** Collects the offsets of the elements used; false if the array is used in any other way, or perhaps not at all. */
    private static boolean collect(
            Expression e, Read array, Variable root, ArrayRoots roots, Variable index, Set<Integer> used) {
        if (e instanceof Length) {
            return true;
        } else if (e instanceof Place place && roots.root(place) == root) {
            OptionalInt offset = offset(place, array, index);
            offset.ifPresent(used::add);
            return offset.isPresent();
        } else if (e instanceof Conditional || e instanceof Logical) {
            return Walk.reads(e).stream().noneMatch(v -> roots.root(v) == root);
        }
        return Walk.operands(e).stream().allMatch(operand -> collect(operand, array, root, roots, index, used));
    }

    private static OptionalInt offset(Place place, Read array, Variable index) {
        if (!(place instanceof ArrayRead element) || !element.array().equals(array)) {
            return OptionalInt.empty();
        }
        Expression e = element.index();
        if (e.equals(new Read(index))) {
            return OptionalInt.of(0);
        }
        if (e instanceof Binary sum
                && sum.left().equals(new Read(index))
                && sum.right() instanceof Literal literal
                && literal.value() instanceof Integer number
                && Math.abs(number) < MAX_SIZE) {
            return switch (sum.operator()) {
                case ADD -> OptionalInt.of(number);
                case SUBTRACT -> OptionalInt.of(-number);
                default -> OptionalInt.empty();
            };
        }
        return OptionalInt.empty();
    }

    Read array() {
        return array;
    }

    /** The lowest offset. */
    int first() {
        return first;
    }

    /** The highest offset. */
    int last() {
        return last;
    }

    /** The index of the element at an offset. */
    Expression index(int offset) {
        return LoopHeader.plus(new Read(loop.index()), offset);
    }

    /** What is loaded before the loop: all but the element that enters in the first iteration. */
    List<Statement> before() {
        List<Statement> result = new ArrayList<>();
        for (int offset = first; offset <= last; offset++) {
            if (offset != entering()) {
                Expression element = new ArrayRead(array, LoopHeader.plus(loop.from(), offset));
                result.add(new Declare(local(offset), element, Origin.NONE));
            }
        }
        return result;
    }

    /** The loop with the elements in local variables. */
    CountedLoop carried() {
        List<Statement> body = new ArrayList<>();
        body.add(new Declare(local(entering()), new ArrayRead(array, index(entering())), Origin.NONE));
        body.addAll(
                new IrRewriter() {
                    @Override
                    public Expression rewrite(Expression expression) {
                        OptionalInt offset = expression instanceof Place place
                                ? offset(place, array, loop.index())
                                : OptionalInt.empty();
                        return offset.isPresent() ? new Read(local(offset.getAsInt())) : rewriteChildren(expression);
                    }
                }.rewrite(loop.body()).statements());
        body.add(new Assign(new ArrayRead(array, index(leaving())), new Read(local(leaving())), Origin.NONE));
        for (int offset = leaving(); offset != entering(); offset += loop.step()) {
            body.add(new Assign(new Read(local(offset)), new Read(local(offset + loop.step())), Origin.NONE));
        }
        return loop.withBody(new Block(body));
    }

    /** What is stored after the loop: the elements that something was added to and that have not left. */
    List<Statement> after() {
        List<Statement> result = new ArrayList<>();
        Expression lastIndex = LoopHeader.plus(loop.to(), -loop.step());
        for (int offset = leaving(); offset != entering(); offset += loop.step()) {
            int moved = offset;
            if (added.stream().anyMatch(o -> loop.step() > 0 ? o > moved : o < moved)) {
                Expression index = LoopHeader.plus(lastIndex, offset + loop.step());
                result.add(new Assign(new ArrayRead(array, index), new Read(local(offset)), Origin.NONE));
            }
        }
        return result;
    }

    private int entering() {
        return loop.step() > 0 ? last : first;
    }

    private int leaving() {
        return loop.step() > 0 ? first : last;
    }

    private Variable local(int offset) {
        return Objects.requireNonNull(locals.get(offset), "outside of the window");
    }

    private String name(int offset) {
        String index = loop.index().name();
        String at = array.variable().name() + index.substring(0, 1).toUpperCase(Locale.ROOT) + index.substring(1);
        return offset == 0 ? at : at + (offset > 0 ? "Plus" : "Minus") + Math.abs(offset);
    }
}
