package dev.pullback.processor.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Inequalities {@code x - y <= c} between unknown whole numbers, and what follows from them. */
final class Differences {

    private record Bound(Object high, Object low, long distance) {}

    private final List<Bound> bounds = new ArrayList<>();

    /** Notes {@code high - low <= distance}. */
    void atMost(Object high, Object low, long distance) {
        bounds.add(new Bound(high, low, distance));
    }

    /** Whether {@code high - low <= distance} follows: the shortest path from one to the other (Bellman 1958, Ford 1956). */
    boolean implies(Object high, Object low, long distance) {
        Map<Object, Long> farthest = new HashMap<>();
        farthest.put(low, 0L);
        boolean changed = true;
        for (int i = 0; changed && i <= bounds.size(); i++) {
            changed = false;
            for (Bound bound : bounds) {
                Long base = farthest.get(bound.low());
                if (base != null && base + bound.distance() < farthest.getOrDefault(bound.high(), Long.MAX_VALUE)) {
                    farthest.put(bound.high(), base + bound.distance());
                    changed = true;
                }
            }
        }
        Long found = farthest.get(high);
        return found != null && found <= distance;
    }
}
