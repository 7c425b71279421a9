package dev.pullback.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The processor's {@code -A} options.
 *
 * @param dump where the stages of methods are shown: a directory for files, or the name of a method for compiler notes
 * @param explain the name of a method whose constants are shown, or {@code all}
 * @param isTbrOn whether only values the reverse sweep needs are recorded; off records everything overwritten
 * @param passesOff optimisation passes to leave out, by name
 * @param methodBytes a longer generated method, in bytes of bytecode, is cut into parts
 */
record ProcessorOptions(
        Optional<String> dump, Optional<String> explain, boolean isTbrOn, Set<String> passesOff, int methodBytes) {

    static final String DUMP = "pullback.dump";
    static final String EXPLAIN = "pullback.explain";
    static final String TBR = "pullback.tbr";
    static final String PASSES_OFF = "pullback.passes.off";
    static final String METHOD_BYTES = "pullback.method.bytes";

    /** HotSpot does not compile methods of more bytecodes than this ({@code HugeMethodLimit}). */
    static final int MOST_METHOD_BYTES = 8_000;

    ProcessorOptions {
        passesOff = Set.copyOf(passesOff);
    }

    /** The names of all options. */
    static Set<String> names() {
        return Set.of(DUMP, EXPLAIN, TBR, PASSES_OFF, METHOD_BYTES);
    }

    /** The options that the compiler was started with. */
    static ProcessorOptions of(Map<String, String> options) {
        Set<String> passesOff = Arrays.stream(
                        text(options, PASSES_OFF).orElse("").split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
        return new ProcessorOptions(
                text(options, DUMP),
                text(options, EXPLAIN),
                !text(options, TBR).equals(Optional.of("false")),
                passesOff,
                text(options, METHOD_BYTES).map(Integer::valueOf).orElse(MOST_METHOD_BYTES));
    }

    /** Whether the constants of a method are to be shown. */
    boolean explains(String method) {
        return explain.filter(target -> target.equals(method) || target.equals("all"))
                .isPresent();
    }

    private static Optional<String> text(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).filter(Predicate.not(String::isBlank));
    }
}
