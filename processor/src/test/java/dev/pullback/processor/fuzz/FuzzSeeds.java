package dev.pullback.processor.fuzz;

/** How many random programs the tests try: {@code -Dpullback.fuzz.seeds} of the main test, and of the others a part of that. */
final class FuzzSeeds {
    /** The first seed. */
    static final long START = Long.getLong("pullback.fuzz.start", 0);

    /** The seeds of the main test. */
    static final long ALL = Long.getLong("pullback.fuzz.seeds", 1000);

    private FuzzSeeds() {}

    /** The seeds of another test: so many percent, unless {@code -Dpullback.fuzz.<name>} sets how many. */
    static int percent(String name, int share) {
        return Math.toIntExact(Long.getLong("pullback.fuzz." + name, ALL * share / 100));
    }
}
