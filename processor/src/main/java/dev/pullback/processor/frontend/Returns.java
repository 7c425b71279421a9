package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import dev.pullback.processor.ir.Block;
import org.jspecify.annotations.Nullable;

/** What the return statements of a body become: those of a function, or values for the body that it is lowered into. */
interface Returns {

    /** Lowers a return statement of {@code frame} that gives {@code value}, if any. */
    void lower(ReturnTree tree, @Nullable ExpressionTree value, BodyFrame frame);

    /** Checks all returns of a body at its end. */
    default void check(Block body) {}
}
