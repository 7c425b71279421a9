package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Statement;
import java.util.ArrayList;
import java.util.List;

/** The code of both sweeps for a run of statements. The reverse sweep grows at its front. */
final class Sweeps {
    private final List<Statement> forward = new ArrayList<>();
    private List<Statement> reverse = new ArrayList<>();

    /** Appends to the forward sweep. */
    void forward(Statement statement) {
        forward.add(statement);
    }

    /** Appends to the forward sweep. */
    void forward(List<? extends Statement> statements) {
        forward.addAll(statements);
    }

    /** Puts code in front of the reverse sweep. */
    void reverse(List<? extends Statement> statements) {
        List<Statement> joined = new ArrayList<>(statements);
        joined.addAll(reverse);
        reverse = joined;
    }

    /** Whether nothing has to be reversed. */
    boolean isPassive() {
        return reverse.isEmpty();
    }

    List<Statement> forwardStatements() {
        return forward;
    }

    List<Statement> reverseStatements() {
        return reverse;
    }

    Block forwardBlock() {
        return new Block(forward);
    }

    Block reverseBlock() {
        return new Block(reverse);
    }
}
