package dev.pullback.processor.ir;

/** A statement with at most one side effect of its own. */
public sealed interface Statement
        permits Declare,
                Assign,
                Increment,
                If,
                CountedLoop,
                While,
                Return,
                CallStatement,
                Invoke,
                Perform,
                Throw,
                Push,
                Pop {

    /** Where the statement comes from. */
    Origin origin();

    /** Calls the visitor's method for this node. */
    <R> R accept(StatementVisitor<R> visitor);
}
