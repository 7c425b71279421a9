package dev.pullback.processor.ir;

/** An expression that can also be assigned to: a variable or an array element. */
public sealed interface Place extends Expression permits Read, ArrayRead {

    /** The variable that is read or written, or the one through which the array is reached. */
    Variable root();
}
