package dev.pullback.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final int[] ENDS = {
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1,
        Integer.MIN_VALUE + 4,
        -5,
        -1,
        0,
        1,
        2,
        3,
        7,
        Integer.MAX_VALUE - 6,
        Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE
    };
    private static final int[] STEPS = {1, 2, 3, 7, -1, -2, -3, -7};

    /** Against a loop in long, where nothing overflows; long loops by their arithmetic. */
    @Test
    void lastIsTheLastValueOfTheIndex() {
        for (int from : ENDS) {
            for (int to : ENDS) {
                for (int step : STEPS) {
                    long before = (long) from - step;
                    if (before < Integer.MIN_VALUE || before > Integer.MAX_VALUE) {
                        assertThrows(ArithmeticException.class, () -> Loops.last(from, to, step));
                    } else {
                        assertLast(from, to, step, Loops.last(from, to, step));
                    }
                }
            }
        }
    }

    @Test
    void tripsCountsIterations() {
        assertEquals(0, Loops.trips(2, Integer.MIN_VALUE, 1));
        assertEquals(0, Loops.trips(5, 5, -2));
        assertEquals(3, Loops.trips(1, 6, 2));
        assertEquals(3, Loops.trips(Integer.MIN_VALUE, Integer.MAX_VALUE, 2_000_000_000));
        assertEquals(4, Loops.trips(3, -1, -1));
        assertEquals(Integer.MAX_VALUE, Loops.trips(-1, Integer.MAX_VALUE, 1));
    }

    private static void assertLast(int from, int to, int step, int last) {
        String text = from + ", " + to + ", " + step;
        if (step > 0 ? from >= to : from <= to) {
            assertEquals((long) from - step, last, text);
            return;
        }
        assertEquals(0, ((long) last - from) % step, text);
        assertTrue(step > 0 ? from <= last && last < to : from >= last && last > to, text);
        long next = (long) last + step;
        assertTrue(step > 0 ? next >= to : next <= to, text);
    }

    @Test
    void noIntBeforeTheFirstIsAnError() {
        Exception e = assertThrows(ArithmeticException.class, () -> Loops.last(Integer.MIN_VALUE, 3, 1));
        assertTrue(e.getMessage().contains("begins at -2147483648"), e.getMessage());
    }
}
