package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Reads good and malformed problem texts. */
class TokenScannerTest {

    @Test
    void linesMayBreakAnywhere() {
        GmmData data = GmmData.parse(scanner("1 2 1\n0.5\n\n0.25 1 2  \n3\n4 7 1.0\n0 \n"));

        assertThat(data.alpha()).containsExactly(0.5, 0.25);
        assertThat(data.icf()).isDeepEqualTo(new double[][] {{3}, {4}});
        assertThat(data.m()).isZero();
    }

    @Test
    void namesTheLineOfAMalformedNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GmmData.parse(scanner("1 2 1\n0.5\nabc")))
                .withMessage("test:3: expected a number for alpha[1] but found 'abc'");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GmmData.parse(scanner("1 1 1\n0.5\n1 2 3\n1.0")))
                .withMessage("test:4: the text ends before m");
    }

    @Test
    void rejectsWhatIsTooMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GmmData.parse(scanner("1 1 1\n0.5\n1 2 3\n1.0 0\n9")))
                .withMessage("test:5: expected the end but found '9'");
    }

    @Test
    void rejectsSizesThatAreNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GmmData.parse(scanner("0 1 1")))
                .withMessage("test:1: expected a positive integer for D but found '0'");
    }

    @Test
    void namesAMissingResource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GmmData.load("nothing"))
                .withMessage("no resource gmm/nothing.txt or gmm/nothing.txt.gz");
    }

    private static TokenScanner scanner(String text) {
        return new TokenScanner("test", new StringReader(text));
    }
}
