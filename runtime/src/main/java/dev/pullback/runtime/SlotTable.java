package dev.pullback.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects of one kind in a workspace by their number, each made when it is first asked for. */
final class SlotTable<T> {
    private static final int SPARE_SLOTS = 8;

    private final Supplier<T> maker;
    private @Nullable Object[] entries = {};

    SlotTable(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The object with this number, the same one on every call. */
    @SuppressWarnings("unchecked") // Only what the maker made is in the table.
    T get(int slot) {
        if (slot >= entries.length) {
            entries = Arrays.copyOf(entries, length(slot));
        }
        Object entry = entries[slot];
        if (entry == null) {
            entry = maker.get();
            entries[slot] = entry;
        }
        return (T) entry;
    }

    /** The objects that there are. */
    @SuppressWarnings("unchecked")
    List<T> all() {
        List<T> result = new ArrayList<>();
        for (Object entry : entries) {
            if (entry != null) {
                result.add((T) entry);
            }
        }
        return result;
    }

    /** A table length with room for the slot and some following ones. */
    static int length(int slot) {
        return slot + SPARE_SLOTS;
    }
}
