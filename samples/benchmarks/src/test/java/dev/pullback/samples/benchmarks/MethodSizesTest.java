package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads the method sizes of classes that are at hand. */
class MethodSizesTest {

    /** A class whose sizes are known: {@code return} alone, and a long constant, which takes two pool entries. */
    private static final class Sample {
        static void empty() {}

        static long wide() {
            return 0x123456789L;
        }
    }

    @Test
    void readsEveryMethod() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("MethodSizesTest$Sample.class")) {
            Map<String, Integer> sizes = MethodSizes.read(in.readAllBytes());

            assertThat(sizes).containsOnlyKeys("<init>", "empty", "wide");
            assertThat(sizes).containsEntry("empty", 1).containsEntry("wide", 4);
        }
    }

    @Test
    void findsTheLargest() {
        assertThat(MethodSizes.largest(Gmm.class.getName()).orElseThrow()).isBetween(200, 1000);
        assertThat(MethodSizes.largest("no.such.Type")).isEmpty();
    }
}
