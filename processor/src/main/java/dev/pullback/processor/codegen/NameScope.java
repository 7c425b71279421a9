package dev.pullback.processor.codegen;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** Hands out names that differ from each other and from Java's words; a taken name gets the suffix 2, 3 and so on. */
final class NameScope {

    private final Set<String> taken = new HashSet<>();

    /** A scope in which the given names are taken. */
    NameScope(Set<String> taken) {
        this.taken.addAll(taken);
    }

    /** Takes {@code wish} or, if that is not free, the first free name that consists of it and a number. */
    String take(String wish) {
        String name = firstFree(wish, taken::contains);
        taken.add(name);
        return name;
    }

    /** The first name, beginning with {@code wish} itself, that is an identifier and not taken. */
    static String firstFree(String wish, Predicate<String> isTaken) {
        String name = wish;
        for (int suffix = 2; isTaken.test(name) || !isUsable(name); suffix++) {
            name = wish + suffix;
        }
        return name;
    }

    private static boolean isUsable(String name) {
        // yield is a legal name that a statement cannot begin with.
        return SourceVersion.isName(name, SourceVersion.RELEASE_17) && !name.equals("yield");
    }
}
