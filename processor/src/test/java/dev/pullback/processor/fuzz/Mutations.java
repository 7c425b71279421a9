package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.TestResources;
import java.util.List;

/** The texts that mutants are made of, from {@code resources/mutations}: one per line. */
final class Mutations {
    static final List<String> STATEMENTS = read("statements");
    static final List<String> WRAPPERS = read("wrappers");
    static final List<String> DOUBLES = read("doubles");
    static final List<String> INTS = read("ints");
    static final List<String> BOOLEANS = read("booleans");
    static final List<String> NAMES = read("renames");
    static final List<String> HEADERS = read("headers");
    static final List<String> MEMBERS = read("members");

    /** Members that the other texts use, part of every mutant. */
    static final List<String> COMMON = read("common");

    private Mutations() {}

    private static List<String> read(String name) {
        return TestResources.read(TestResources.folder("mutations").resolve(name + ".txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .toList();
    }
}
