package dev.pullback.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import org.junit.jupiter.api.Test;

/** The fence has no gap. */
final class SubsetCheckerTest {
    private static final int CHECKED_FEATURE_VERSION = 17;

    @Test
    void everyKindOfTreeIsListed() {
        if (Runtime.version().feature() > CHECKED_FEATURE_VERSION) {
            return;
        }
        assertThat(Tree.Kind.values()).allMatch(SubsetChecker::isListed);
    }
}
