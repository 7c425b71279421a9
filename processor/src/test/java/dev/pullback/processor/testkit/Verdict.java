package dev.pullback.processor.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What oracles found: violations, and how many entries central differences could and could not judge. */
public final class Verdict {
    /** The share of unjudged entries from which on a test says nothing. */
    private static final double MOST_UNJUDGED = 0.2;

    private static final int SHOWN = 2;

    private final List<Violation> violations = new ArrayList<>();
    private int judged;
    private int unjudged;

    /**
     * Something an oracle does not accept.
     *
     * @param oracle the oracle's name
     * @param message expected and actual
     */
    public record Violation(String oracle, String message) {
        @Override
        public String toString() {
            return oracle + ": " + message;
        }
    }

    /** Records a violation. */
    public void add(String oracle, String message) {
        violations.add(new Violation(oracle, message));
    }

    /** Records what another verdict holds. */
    public void addAll(Verdict other) {
        violations.addAll(other.violations);
        judged += other.judged;
        unjudged += other.unjudged;
    }

    void judge() {
        judged++;
    }

    void leaveUnjudged() {
        unjudged++;
    }

    /** Everything found so far. */
    public List<Violation> violations() {
        return violations;
    }

    /** Names of the oracles that found something. */
    public Set<String> oracles() {
        return violations.stream().map(Violation::oracle).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Entries that central differences judged. */
    public int judged() {
        return judged;
    }

    /** Entries near kinks, or too noisy, for central differences. */
    public int unjudged() {
        return unjudged;
    }

    /** Whether so much stayed unjudged that central differences prove nothing. */
    public boolean isInconclusive() {
        return unjudged > MOST_UNJUDGED * (judged + unjudged);
    }

    /** The first violations of each oracle. */
    public List<Violation> summary() {
        Map<String, Integer> counts = new HashMap<>();
        return violations.stream()
                .filter(v -> counts.merge(v.oracle(), 1, Integer::sum) <= SHOWN)
                .toList();
    }

    @Override
    public String toString() {
        return summary().stream().map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
