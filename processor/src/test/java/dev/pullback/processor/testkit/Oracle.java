package dev.pullback.processor.testkit;

/** Judges the derivatives of one method at one point. */
public interface Oracle {

    /** The name that violations carry. */
    String name();

    /** Adds what is wrong to the verdict. */
    void check(Inspection inspection, Verdict verdict);
}
