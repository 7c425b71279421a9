package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws the methods of a random program: helpers first, then the main method that may call them. */
final class ProgramGenerator {
    private static final int POINTS = 2;

    /** Below it, a parameter is a number. */
    private static final int SCALARS = 22;

    private final Random random;
    private final int size;
    private final int rows;
    private final boolean hasObjects;

    /** Which array parameters a method may write to. */
    private enum Writes {
        ANY,
        NONE,
        /** One, if it is the only array: what a recursive method overwrites shares no memory with another argument. */
        ONE
    }

    /** {@code hasObjects} tells whether values may live in objects and fields. */
    ProgramGenerator(Random random, boolean hasObjects) {
        this.random = random;
        this.hasObjects = hasObjects;
        this.size = random.nextInt(10) == 0 ? 5 + random.nextInt(6) : 2 + random.nextInt(3);
        this.rows = 2 + random.nextInt(2);
    }

    FuzzProgram generate(String name) {
        List<Callee> callees = new ArrayList<>();
        int helpers = random.nextInt(3) * random.nextInt(2);
        for (int i = 0; i < helpers; i++) {
            boolean isForeign = random.nextInt(4) == 0;
            callees.add(helper(isForeign ? name + "Library" : "", "helper" + (i + 1), isForeign ? List.of() : callees));
        }
        Scope scope = new Scope();
        List<Scope.Slot> parameters = parameters(scope, 2 + random.nextInt(3), true, Writes.ANY, false);
        List<Boolean> passive = passive(parameters);
        boolean isLong = random.nextInt(200) == 0;
        int length = isLong ? 60 + random.nextInt(60) : length();
        FuzzType type = hasObjects || random.nextInt(6) > 0 ? FuzzType.DOUBLE : vectorType(parameters);
        boolean mayLeave = !isLong && !hasOneEnd(type);
        List<FuzzStatement> body =
                new StatementGenerator(random, scope, callees, rows, size, mayLeave).body(length, type, 0, size - 1);
        List<FuzzMethod> methods = callees.stream().map(Callee::method).toList();
        List<FuzzMethod.Parameter> declared = declared(parameters, passive);
        boolean isSecondOrder = !isLong && type == FuzzType.DOUBLE && random.nextInt(4) == 0;
        if (type == FuzzType.VOID || type.isArray() && random.nextBoolean()) {
            declared = outputs(parameters, declared);
        } else if (hasObjects) {
            declared = new HomeGenerator(random).settle(parameters, declared);
            isSecondOrder &= declared.stream().noneMatch(p -> p.home() == Home.INDEPENDENT_FIELD);
        }
        isSecondOrder &= methods.stream().noneMatch(m -> m.isForeign() && PairPrinter.areInSignature(m));
        FuzzMethod main = new FuzzMethod("", "f", type, declared, body);
        if (hasObjects) {
            SelectorGenerator selectors = new SelectorGenerator(random);
            main = selectors.name(main);
            methods = methods.stream()
                    .map(m -> m.isForeign() ? m : selectors.name(m))
                    .toList();
        }
        List<Arguments> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(RandomProgram.point(ordered(parameters, declared), declared, random));
        }
        FuzzProgram program = new FuzzProgram("", name, main, methods, points, isSecondOrder, false);
        boolean isSingle = random.nextInt(12) == 0 && SinglePrecision.isPossible(main, methods);
        return isSingle ? program.inSinglePrecision() : program;
    }

    private static List<Scope.Slot> ordered(List<Scope.Slot> slots, List<FuzzMethod.Parameter> parameters) {
        return parameters.stream()
                .map(p -> slots.stream()
                        .filter(s -> s.variable().name().equals(p.name()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private FuzzType vectorType(List<Scope.Slot> parameters) {
        boolean hasOutput = parameters.stream().anyMatch(ProgramGenerator::mayBeOutput);
        return hasOutput && random.nextBoolean()
                ? FuzzType.VOID
                : random.nextInt(3) == 0 ? FuzzType.MATRIX : FuzzType.DOUBLES;
    }

    private static boolean mayBeOutput(Scope.Slot slot) {
        return slot.isAssignable() && (slot.type() == FuzzType.DOUBLES || slot.type() == FuzzType.MATRIX);
    }

    private static List<FuzzMethod.Parameter> outputs(List<Scope.Slot> slots, List<FuzzMethod.Parameter> parameters) {
        List<FuzzMethod.Parameter> result = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            FuzzMethod.Parameter parameter = parameters.get(i);
            result.add(mayBeOutput(slots.get(i)) ? parameter.at(Home.OUTPUT) : parameter);
        }
        return result;
    }

    /** Most programs are small: they are quick to check, and nearly every mistake shows in a few statements. */
    private int length() {
        return random.nextInt(4) > 0 ? 1 + random.nextInt(4) : 4 + random.nextInt(6);
    }

    private Callee helper(String owner, String name, List<Callee> callees) {
        Scope scope = new Scope();
        boolean isRecursive = owner.isEmpty() && random.nextInt(4) == 0;
        List<Scope.Slot> parameters = new ArrayList<>();
        if (isRecursive) {
            parameters.add(slot(scope.fresh(Callee.DEPTH), FuzzType.INT, false, 0, 0, 0, Callee.MOST_DEPTH));
            scope.add(parameters.get(0));
        }
        Writes writes = isRecursive ? Writes.ONE : owner.isEmpty() ? Writes.ANY : Writes.NONE;
        boolean takesPairs = owner.isEmpty() ? !isRecursive : hasObjects;
        parameters.addAll(parameters(scope, 1 + random.nextInt(3), false, writes, takesPairs));
        List<Boolean> none = Collections.nCopies(parameters.size(), false);
        FuzzType type = writes == Writes.ANY ? resultType() : FuzzType.DOUBLE;
        if (!owner.isEmpty() && hasObjects && random.nextInt(3) == 0) {
            type = FuzzType.PAIR;
        }
        int high = size - 1;
        FuzzMethod method = new FuzzMethod(owner, name, type, declared(parameters, none), List.of());
        List<Callee> known = new ArrayList<>(callees);
        if (isRecursive) {
            known.add(new Callee(method, parameters, 0, high));
        }
        List<FuzzStatement> body = new ArrayList<>();
        StatementGenerator statements =
                new StatementGenerator(random, scope, List.copyOf(known), rows, size, !hasOneEnd(type));
        if (isRecursive) {
            body.add(statements.endOfRecursion(type, high));
        }
        body.addAll(statements.body(1 + random.nextInt(4), type, 0, high));
        return new Callee(method.withBody(body), parameters, 0, high);
    }

    private FuzzType resultType() {
        return switch (random.nextInt(12)) {
            case 0 -> FuzzType.INT;
            case 1 -> FuzzType.BOOLEAN;
            case 2, 3 -> FuzzType.VOID;
            case 4 -> random.nextInt(3) == 0 ? FuzzType.MATRIX : FuzzType.DOUBLES;
            case 5, 6 -> random.nextInt(3) == 0 ? FuzzType.PAIRS : FuzzType.PAIR;
            default -> FuzzType.DOUBLE;
        };
    }

    /** Whether a method of this type has no return but its last statement. */
    private static boolean hasOneEnd(FuzzType type) {
        return type == FuzzType.VOID || type == FuzzType.DOUBLES || type == FuzzType.MATRIX || type == FuzzType.PAIRS;
    }

    private static List<FuzzMethod.Parameter> declared(List<Scope.Slot> parameters, List<Boolean> passive) {
        List<FuzzMethod.Parameter> declared = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Scope.Slot slot = parameters.get(i);
            declared.add(new FuzzMethod.Parameter(slot.type(), slot.variable().name(), passive.get(i), Home.ARGUMENT));
        }
        return declared;
    }

    /** Some reals are constants, if they are never written and another one is left. */
    private List<Boolean> passive(List<Scope.Slot> parameters) {
        List<Boolean> passive = new ArrayList<>();
        long reals = parameters.stream().filter(ProgramGenerator::isReal).count();
        for (Scope.Slot slot : parameters) {
            boolean chosen = isReal(slot) && !slot.isAssignable() && reals > 1 && random.nextInt(3) == 0;
            reals -= chosen ? 1 : 0;
            passive.add(chosen);
        }
        return passive;
    }

    private static boolean isArray(Scope.Slot slot) {
        return slot.length() > 0;
    }

    private static boolean isReal(Scope.Slot slot) {
        return slot.type().isReal();
    }

    private List<Scope.Slot> parameters(Scope scope, int count, boolean isMain, Writes writes, boolean takesPairs) {
        List<Scope.Slot> parameters = new ArrayList<>();
        boolean anyReal = false;
        for (int i = 0; i < count; i++) {
            boolean mustBeReal = i == count - 1 && !anyReal;
            boolean isAlone = writes == Writes.ONE && parameters.stream().anyMatch(s -> isArray(s) && s.isAssignable());
            int kind = random.nextInt(isAlone ? SCALARS : mustBeReal ? 60 : 100);
            Scope.Slot slot = parameter(scope, kind, isMain, isWritten(writes, kind, parameters), takesPairs);
            anyReal |= isReal(slot);
            scope.add(slot);
            parameters.add(slot);
        }
        return parameters;
    }

    private boolean isWritten(Writes writes, int kind, List<Scope.Slot> others) {
        return switch (writes) {
            case ANY -> random.nextInt(3) == 0;
            case NONE -> false;
            case ONE -> {
                boolean isCube = kind >= 48 && kind < 51;
                yield !isCube && others.stream().noneMatch(ProgramGenerator::isArray) && random.nextInt(3) > 0;
            }
        };
    }

    private Scope.Slot parameter(Scope scope, int kind, boolean isMain, boolean isWritten, boolean takesPairs) {
        if (kind < SCALARS) {
            return slot(scope.fresh(pick("x", "y", "z")), FuzzType.DOUBLE, random.nextInt(4) > 0, 0, 0, 0, 0);
        } else if (kind < 48) {
            return slot(
                    scope.fresh(pick("a", "b", "c", FuzzMethod.VARIABLE)), FuzzType.DOUBLES, isWritten, size, 0, 0, 0);
        } else if (kind < 51) {
            return slot(scope.fresh("cube"), FuzzType.CUBE, isWritten, rows, 2, 0, 0);
        } else if (kind < 60) {
            return slot(scope.fresh(pick("m", "w")), FuzzType.MATRIX, isWritten, rows, size, 0, 0);
        } else if (kind < 78) {
            boolean isLength = isMain && random.nextInt(2) == 0;
            boolean isAssignable = !isLength && random.nextInt(3) == 0;
            int value = 1 + random.nextInt(size);
            return slot(
                    scope.fresh("n"),
                    FuzzType.INT,
                    isAssignable,
                    0,
                    0,
                    isLength ? value : 0,
                    isLength ? value : size - 1);
        } else if (kind < 88 && isMain) {
            return slot(scope.fresh("index"), FuzzType.INTS, false, size, 0, 0, size - 1);
        } else if (kind < 88 && takesPairs) {
            return random.nextInt(3) == 0
                    ? slot(scope.fresh("pairs"), FuzzType.PAIRS, isWritten, rows, 0, 0, 0)
                    : slot(scope.fresh("pair"), FuzzType.PAIR, true, 0, 0, 0, 0);
        } else if (kind < 92 && isMain) {
            return slot(scope.fresh("count"), FuzzType.LONG, false, 0, 0, 0, 0);
        }
        return slot(scope.fresh("flag"), FuzzType.BOOLEAN, true, 0, 0, 0, 0);
    }

    private static Scope.Slot slot(
            String name, FuzzType type, boolean isAssignable, int length, int columns, int low, int high) {
        return new Scope.Slot(new FuzzExpression.Var(name, type), isAssignable, length, columns, low, high);
    }

    private String pick(String... names) {
        return names[random.nextInt(names.length)];
    }
}
