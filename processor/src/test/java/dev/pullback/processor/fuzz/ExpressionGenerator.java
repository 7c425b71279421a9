package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Cast;
import dev.pullback.processor.fuzz.FuzzExpression.Choice;
import dev.pullback.processor.fuzz.FuzzExpression.Conditional;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Invocation;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.NewPair;
import dev.pullback.processor.fuzz.FuzzExpression.Part;
import dev.pullback.processor.fuzz.FuzzExpression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random expressions over a scope: reals that stay in the domains of functions, ints within asked ranges, conditions. */
final class ExpressionGenerator {
    private static final double[] NUMBERS = {0.5, 2.0, 1.0, -1.0, 0.25, 3.0, -0.5, 1.5, 0.1, -2.0, 0.0};
    private static final String[] BOUNDED = {"sin", "cos", "tanh", "atan"};
    private static final String[] KINKED = {"abs", "abs", "signum", "floor", "ceil", "rint"};

    private final Random random;
    private final Scope scope;
    private final List<Callee> callees;
    private final FunctionGenerator functions;

    ExpressionGenerator(Random random, Scope scope, List<Callee> callees) {
        this.random = random;
        this.scope = scope;
        this.callees = callees;
        this.functions = new FunctionGenerator(random, scope, callees, this);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    // ---- reals ----

    /** A real expression of at most this depth. */
    FuzzExpression real(int depth) {
        if (depth <= 0 || chance(0.15)) {
            return leaf();
        }
        if (chance(0.04)) {
            return functions.streamSum(depth);
        }
        FuzzExpression applied = chance(0.2) ? functions.apply(depth) : null;
        if (applied != null) {
            return applied;
        }
        int kind = random.nextInt(100);
        if (kind < 45) {
            return new Binary(pick(List.of("+", "-", "*", "*", "+")), realOrInt(depth - 1), real(depth - 1));
        } else if (kind < 53) {
            return new Binary("/", real(depth - 1), positive(depth - 1));
        } else if (kind < 58) {
            return new Unary("-", real(depth - 1));
        } else if (kind < 60) {
            List<FuzzExpression> choice = new ArrayList<>(List.of(integer(0, 2, 1), real(depth - 1), real(depth - 1)));
            choice.add(chance(0.5) ? 1 : 3, real(0));
            return new Choice(List.copyOf(choice));
        } else if (kind < 65) {
            return new Conditional(condition(1), real(depth - 1), real(depth - 1));
        } else if (kind < 90) {
            return math(depth);
        }
        FuzzExpression call = call(FuzzType.DOUBLE, depth, chance(0.3), Integer.MIN_VALUE, Integer.MAX_VALUE);
        return call == null ? real(depth - 1) : call;
    }

    private FuzzExpression realOrInt(int depth) {
        List<Scope.Slot> ints = scope.find(FuzzType.INT, s -> true);
        List<Scope.Slot> longs = scope.find(FuzzType.LONG, s -> true);
        if (chance(0.12) && !ints.isEmpty()) {
            FuzzExpression variable = pick(ints).variable();
            return chance(0.3) ? new Cast(FuzzType.DOUBLE, variable) : variable;
        }
        return chance(0.1) && !longs.isEmpty() ? pick(longs).variable() : real(depth);
    }

    /** A pair of reals: a variable, what a helper returns, or a new one. */
    FuzzExpression pair(int depth) {
        List<Scope.Slot> pairs = new ArrayList<>(scope.find(FuzzType.PAIR, s -> true));
        pairs.addAll(scope.find(FuzzType.PAIRS, s -> true));
        if (!pairs.isEmpty() && chance(0.4)) {
            return pairOf(pick(pairs));
        }
        FuzzExpression call = depth > 0 && chance(0.6) ? call(FuzzType.PAIR, depth, true, 0, 0) : null;
        return call == null ? new NewPair(List.of(real(depth), real(depth))) : call;
    }

    /** A variable that holds a pair, or an element of an array of pairs. */
    private FuzzExpression pairOf(Scope.Slot slot) {
        return slot.type() == FuzzType.PAIR
                ? slot.variable()
                : new Element(slot.variable(), integer(0, slot.length() - 1, 1));
    }

    /** An array of a function of each element of another one. */
    FuzzExpression mapped(Scope.Slot vector) {
        return functions.mapped(vector);
    }

    /** A variable, an element or a constant. */
    FuzzExpression leaf() {
        List<Scope.Slot> candidates = new ArrayList<>(scope.find(FuzzType.DOUBLE, s -> true));
        candidates.addAll(scope.find(FuzzType.DOUBLES, s -> true));
        candidates.addAll(scope.find(FuzzType.MATRIX, s -> true));
        candidates.addAll(scope.find(FuzzType.CUBE, s -> true));
        candidates.addAll(scope.find(FuzzType.PAIR, s -> true));
        candidates.addAll(scope.find(FuzzType.PAIRS, s -> true));
        if (candidates.isEmpty() || chance(0.12)) {
            return chance(0.2) ? pick(RandomProgram.CONSTANTS) : Literal.of(NUMBERS[random.nextInt(NUMBERS.length)]);
        }
        Scope.Slot slot = pick(candidates);
        return switch (slot.type()) {
            case DOUBLES -> new Element(slot.variable(), integer(0, slot.length() - 1, 1));
            case MATRIX, CUBE -> entry(slot);
            case PAIR, PAIRS -> new Part(pairOf(slot), chance(0.5));
            default -> slot.variable();
        };
    }

    FuzzExpression entry(Scope.Slot matrix) {
        if (matrix.type() == FuzzType.CUBE) {
            FuzzExpression plane = new Element(matrix.variable(), integer(0, matrix.length() - 1, 1));
            FuzzExpression row = new Element(plane, integer(0, matrix.columns() - 1, 1));
            return new Element(row, integer(0, Scope.DEPTH - 1, 1));
        }
        Element row = new Element(matrix.variable(), integer(0, matrix.length() - 1, 1));
        return new Element(row, integer(0, matrix.columns() - 1, 1));
    }

    /** A real expression with values of at least 0.5. */
    FuzzExpression positive(int depth) {
        if (chance(0.5)) {
            return new Binary("+", Literal.of(1.0), square());
        }
        return new Binary("+", Literal.of(1.5), math(chance(0.5) ? "sin" : "tanh", real(depth)));
    }

    private FuzzExpression square() {
        FuzzExpression e = leaf();
        return new Binary("*", e, e);
    }

    /** The expression squeezed into a bounded range. */
    FuzzExpression bounded(FuzzExpression e) {
        return chance(0.8)
                ? math(BOUNDED[random.nextInt(BOUNDED.length)], e)
                : new Binary("/", e, new Binary("+", Literal.of(1.0), square()));
    }

    private FuzzExpression math(String name, FuzzExpression... arguments) {
        return new MathCall(chance(0.15) ? "StrictMath" : "Math", name, List.of(arguments), FuzzType.DOUBLE);
    }

    private FuzzExpression math(int depth) {
        FuzzExpression x = real(depth - 1);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> bounded(x);
            case 5 -> math("exp", bounded(x));
            case 6 -> math("log", positive(depth - 1));
            case 7 -> math("sqrt", positive(depth - 1));
            case 8 -> math("pow", positive(depth - 1), bounded(x));
            case 9 -> math("pow", chance(0.5) ? x : bounded(x), Literal.of(chance(0.5) ? 2.0 : 3.0));
            case 10, 11 -> math("max", x, real(depth - 1));
            case 12, 13 -> math("min", x, real(depth - 1));
            case 14 -> math(KINKED[random.nextInt(KINKED.length)], x);
            case 15 -> math("hypot", x, positive(depth - 1));
            case 16 -> math("atan2", x, positive(depth - 1));
            case 17 -> math("fma", x, real(depth - 1), real(depth - 1));
            case 18 -> math(chance(0.5) ? "asin" : "acos", new Binary("*", Literal.of(0.75), math("sin", x)));
            case 19 -> math(pick(List.of("sinh", "cosh", "expm1", "tan")), math("sin", x));
            case 20 -> math(pick(List.of("log1p", "cbrt", "log10")), positive(depth - 1));
            case 21 -> math(chance(0.5) ? "toRadians" : "toDegrees", math("tanh", x));
            case 22 -> math("copySign", positive(depth - 1), x);
            default -> new Binary("%", x, positive(depth - 1));
        };
    }

    // ---- ints ----

    /** An int expression whose values lie in a range. */
    FuzzExpression integer(int low, int high, int depth) {
        List<FuzzExpression> candidates = new ArrayList<>();
        candidates.add(Literal.of(low + random.nextInt(high - low + 1)));
        for (Scope.Slot slot : scope.find(FuzzType.INT, s -> true)) {
            addShifted(slot, low, high, candidates);
        }
        for (Scope.Slot slot : scope.find(FuzzType.INTS, s -> s.low() >= low && s.high() <= high)) {
            if (depth > 0) {
                candidates.add(new Element(slot.variable(), integer(0, slot.length() - 1, depth - 1)));
            }
        }
        for (Scope.Slot slot : scope.find(FuzzType.DOUBLES, s -> s.length() - 1 >= low && s.length() - 1 <= high)) {
            if (chance(0.3)) {
                candidates.add(new Binary("-", new Length(slot.variable()), Literal.of(1)));
            }
        }
        if (depth > 0 && chance(0.05)) {
            candidates.add(new Conditional(condition(0), integer(low, high, depth - 1), integer(low, high, depth - 1)));
        }
        List<Scope.Slot> reals = scope.find(FuzzType.DOUBLE, s -> true);
        if (depth > 0 && low == 0 && !reals.isEmpty() && chance(0.03)) {
            FuzzExpression real = new Binary("*", Literal.of(3.0), pick(reals).variable());
            List<FuzzExpression> operands = List.of(new Cast(FuzzType.INT, real), Literal.of(high + 1));
            candidates.add(new MathCall("Math", "floorMod", operands, FuzzType.INT));
        }
        if (depth > 0 && chance(0.1)) {
            FuzzExpression call = call(FuzzType.INT, depth - 1, false, low, high);
            if (call != null) {
                return call;
            }
        }
        if (candidates.size() > 1 && chance(0.8)) {
            candidates.remove(0);
        }
        return pick(candidates);
    }

    private void addShifted(Scope.Slot slot, int low, int high, List<FuzzExpression> candidates) {
        FuzzExpression variable = slot.variable();
        if (slot.low() >= low && slot.high() <= high) {
            candidates.add(variable);
            candidates.add(variable);
        }
        for (int shift = 1; shift <= 2; shift++) {
            if (slot.low() + shift >= low && slot.high() + shift <= high) {
                candidates.add(new Binary("+", variable, Literal.of(shift)));
            }
            if (slot.low() - shift >= low && slot.high() - shift <= high) {
                candidates.add(new Binary("-", variable, Literal.of(shift)));
            }
        }
        if (high - slot.high() >= low && high - slot.low() <= high) {
            candidates.add(new Binary("-", Literal.of(high), variable));
        }
        if (slot.low() >= 0 && low == 0 && high > 0 && chance(0.4)) {
            FuzzExpression shifted =
                    chance(0.5) ? new Binary("+", variable, Literal.of(1)) : new Binary("*", Literal.of(2), variable);
            candidates.add(new Binary("%", shifted, Literal.of(high + 1)));
        }
        if (slot.low() >= 0 && chance(0.3)) {
            candidates.addAll(bits(slot, low, high));
        }
        if (slot.low() >= low && slot.low() <= high && slot.high() > high && chance(0.5)) {
            List<FuzzExpression> both = List.of(variable, Literal.of(high));
            candidates.add(new MathCall("Math", "min", both, FuzzType.INT));
        }
    }

    /** Bits of a variable that is not negative. */
    private static List<FuzzExpression> bits(Scope.Slot slot, int low, int high) {
        FuzzExpression variable = slot.variable();
        FuzzExpression one = Literal.of(1);
        List<FuzzExpression> bits = new ArrayList<>();
        if (slot.low() >> 1 >= low && slot.high() >> 1 <= high) {
            bits.add(new Binary(">>", variable, one));
            bits.add(new Binary(">>>", variable, one));
        }
        if (low > 0 || high == 0) {
            return bits;
        }
        FuzzExpression mask = Literal.of(Integer.highestOneBit(high + 1) - 1);
        bits.add(new Binary("&", variable, mask));
        bits.add(new Binary("&", new Unary("~", variable), mask));
        bits.add(new Binary("&", new Binary("<<", variable, one), mask));
        if ((slot.high() | 1) <= high) {
            bits.add(new Binary("^", variable, one));
            bits.add(new Binary("|", variable, one));
        }
        return bits;
    }

    // ---- conditions ----

    /** A condition. */
    FuzzExpression condition(int depth) {
        int kind = random.nextInt(100);
        List<Scope.Slot> flags = scope.find(FuzzType.BOOLEAN, s -> true);
        List<Scope.Slot> ints = scope.find(FuzzType.INT, s -> true);
        if (kind < 12 && depth > 0) {
            String operator = chance(0.25) ? pick(List.of("&", "|", "^")) : chance(0.5) ? "&&" : "||";
            return new Binary(operator, condition(depth - 1), condition(depth - 1));
        } else if (kind < 17 && depth > 0) {
            FuzzExpression inner = condition(0);
            return new Unary("!", inner);
        } else if (kind < 32 && !flags.isEmpty()) {
            return pick(flags).variable();
        } else if (kind < 37 && depth > 0) {
            FuzzExpression call = call(FuzzType.BOOLEAN, depth, false, 0, 0);
            return call == null ? condition(depth - 1) : call;
        } else if (kind < 60 && !ints.isEmpty()) {
            FuzzExpression variable = pick(ints).variable();
            FuzzExpression parity =
                    chance(0.5) ? new Binary("%", variable, Literal.of(2)) : new Binary("&", variable, Literal.of(1));
            return chance(0.5)
                    ? new Binary("==", parity, Literal.of(0))
                    : new Binary(pick(List.of("<", ">=", "==", "!=")), variable, integer(0, 3, 0));
        }
        return new Binary(pick(List.of("<", "<=", ">", ">=")), real(depth), chance(0.5) ? real(depth) : leaf());
    }

    // ---- calls ----

    /** A call of a method with this result type and range; null if none fits. */
    @Nullable
    FuzzExpression call(FuzzType type, int depth, boolean mayWrite, int low, int high) {
        List<Callee> fitting = callees.stream()
                .filter(c -> c.method().type() == type && (mayWrite || !c.writes()))
                .filter(c -> type != FuzzType.INT || c.low() >= low && c.high() <= high)
                .toList();
        return fitting.isEmpty() ? null : call(pick(fitting), depth);
    }

    private @Nullable FuzzExpression call(Callee callee, int depth) {
        List<FuzzExpression> arguments = new ArrayList<>();
        for (Scope.Slot parameter : callee.parameters()) {
            FuzzExpression argument = switch (parameter.type()) {
                case DOUBLE -> real(depth - 2);
                case INT ->
                    parameter.variable().name().equals(Callee.DEPTH)
                            ? recursionDepth()
                            : integer(parameter.low(), parameter.high(), Math.min(depth, 1));
                case BOOLEAN -> condition(0);
                case PAIR -> pair(depth - 2);
                case DOUBLES ->
                    callee.method().isVarargs() && isLast(parameter, callee) && chance(0.4)
                            ? elements(parameter.length(), depth - 2)
                            : array(parameter, others(callee, arguments));
                default -> array(parameter, others(callee, arguments));
            };
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        FuzzMethod method = callee.method();
        return new Invocation(method.owner(), method.name(), method.type(), arguments);
    }

    private static boolean isLast(Scope.Slot parameter, Callee callee) {
        return parameter == callee.parameters().get(callee.parameters().size() - 1);
    }

    private FuzzExpression elements(int count, int depth) {
        return new ArrayLiteral(
                FuzzType.DOUBLES,
                Stream.generate(() -> real(depth)).limit(count).toList());
    }

    /** The arguments that an array may not be: mostly all, sometimes none. */
    private List<FuzzExpression> others(Callee callee, List<FuzzExpression> arguments) {
        return chance(callee.writes() ? 0.8 : 0.5) ? arguments : List.of();
    }

    /** How often the callee may call itself: less often than the method that this call stands in. */
    private FuzzExpression recursionDepth() {
        Scope.Slot own = scope.slot(Callee.DEPTH);
        return own == null
                ? Literal.of(random.nextInt(1 + Callee.MOST_DEPTH))
                : new Binary("-", own.variable(), Literal.of(1));
    }

    /** An array of the parameter's shape that is none of the others. */
    private @Nullable FuzzExpression array(Scope.Slot parameter, List<FuzzExpression> others) {
        List<Scope.Slot> candidates = scope.find(
                parameter.type(),
                s -> s.length() == parameter.length()
                        && s.columns() == parameter.columns()
                        && s.low() >= parameter.low()
                        && s.high() <= parameter.high()
                        && (s.isAssignable() || !parameter.isAssignable())
                        && !others.contains(s.variable()));
        return candidates.isEmpty() ? null : pick(candidates).variable();
    }
}
