package dev.pullback.processor.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Moves parameters that the method never assigns into fields, behind accessors and into static arrays. */
final class HomeGenerator {
    private final Random random;

    HomeGenerator(Random random) {
        this.random = random;
    }

    /** The parameters of the main method with homes, independent fields first. */
    List<FuzzMethod.Parameter> settle(List<Scope.Slot> slots, List<FuzzMethod.Parameter> parameters) {
        boolean hasIndependentFields = random.nextInt(3) == 0;
        List<FuzzMethod.Parameter> settled = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            FuzzMethod.Parameter parameter = parameters.get(i);
            settled.add(slots.get(i).isAssignable() ? parameter : parameter.at(home(parameter, hasIndependentFields)));
        }
        settled.sort(Comparator.comparing(p -> p.home() != Home.INDEPENDENT_FIELD));
        return settled;
    }

    private Home home(FuzzMethod.Parameter parameter, boolean hasIndependentFields) {
        FuzzType type = parameter.type();
        if (type.isReal() && !parameter.isPassive()) {
            return hasIndependentFields && random.nextInt(3) > 0 ? Home.INDEPENDENT_FIELD : Home.ARGUMENT;
        }
        return switch (random.nextInt(6)) {
            case 0 -> Home.ARGUMENT;
            case 1, 2 -> Home.FIELD;
            case 3 -> type.isArray() && type != FuzzType.CUBE ? Home.STATIC : Home.ACCESSOR;
            default -> Home.ACCESSOR;
        };
    }
}
