package dev.pullback.processor.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables that a random statement may use, with what is known about their values. */
final class Scope {
    /** The length of the innermost rows of arrays of three dimensions. */
    static final int DEPTH = 2;

    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of("f"));
    private final AtomicInteger functions;

    /** An empty scope of a method. */
    Scope() {
        this(new AtomicInteger());
    }

    private Scope(AtomicInteger functions) {
        this.functions = functions;
    }

    /**
     * A variable in scope.
     *
     * @param variable name and type
     * @param isAssignable whether it, or for arrays its elements, may be assigned
     * @param length number of elements or rows; zero for scalars
     * @param columns number of elements of a row; zero for all but matrices
     * @param low least value of an int, or of the elements of an int array
     * @param high greatest such value
     */
    record Slot(FuzzExpression.Var variable, boolean isAssignable, int length, int columns, int low, int high) {
        FuzzType type() {
            return variable.type();
        }
    }

    /** A name that no visible variable has; readable, with a number only where needed. */
    String fresh(String base) {
        String name = base;
        for (int i = 1; taken.contains(name); i++) {
            name = base + i;
        }
        taken.add(name);
        return name;
    }

    /** A name for the parameter of a function: no other variable of the method ever has it. */
    String parameter() {
        return "it" + functions.incrementAndGet();
    }

    FuzzExpression.Var add(String name, FuzzType type, boolean isAssignable, int length, int columns) {
        return add(new Slot(new FuzzExpression.Var(name, type), isAssignable, length, columns, 0, 0));
    }

    FuzzExpression.Var addInt(String name, boolean isAssignable, int low, int high) {
        return add(new Slot(new FuzzExpression.Var(name, FuzzType.INT), isAssignable, 0, 0, low, high));
    }

    FuzzExpression.Var add(Slot slot) {
        slots.add(slot);
        return slot.variable();
    }

    /** Variables of a type that fulfil a condition. */
    List<Slot> find(FuzzType type, Predicate<Slot> condition) {
        return slots.stream().filter(s -> s.type() == type && condition.test(s)).toList();
    }

    /** The same variables, without those that may be assigned: functions may use the others. */
    Scope constants() {
        Scope result = new Scope(functions);
        result.taken.addAll(taken);
        slots.stream().filter(Scope::isNeverAssigned).forEach(result.slots::add);
        return result;
    }

    /** References that take other arrays, indices and what a loop halves are assigned though statements must not assign them. */
    private static boolean isNeverAssigned(Slot slot) {
        String name = slot.variable().name();
        return switch (slot.type()) {
            case DOUBLES, MATRIX, CUBE, PAIRS -> !name.matches("(u|v|cursor|now|before)\\d*");
            case INT -> !slot.isAssignable() && name.matches("n\\d*|" + Callee.DEPTH);
            case INTS, UNARY, BINARY -> true;
            default -> !slot.isAssignable() && !name.startsWith("rest");
        };
    }

    /** Forgets the variables declared inside a block while it is generated. */
    <T> T inner(java.util.function.Supplier<T> block) {
        int size = slots.size();
        T result = block.get();
        for (Slot slot : slots.subList(size, slots.size())) {
            taken.remove(slot.variable().name());
        }
        slots.subList(size, slots.size()).clear();
        return result;
    }

    /** The slot of a variable. */
    @Nullable
    Slot slot(String name) {
        return slots.stream()
                .filter(s -> s.variable().name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
