package dev.pullback.processor.ir;

/** One method per statement node, none with a default: a new node breaks every visitor at compile time. */
public interface StatementVisitor<R> {
    R visitDeclare(Declare node);

    R visitAssign(Assign node);

    R visitIncrement(Increment node);

    R visitIf(If node);

    R visitCountedLoop(CountedLoop node);

    R visitWhile(While node);

    R visitReturn(Return node);

    R visitCallStatement(CallStatement node);

    R visitInvoke(Invoke node);

    R visitPerform(Perform node);

    R visitThrow(Throw node);

    R visitPush(Push node);

    R visitPop(Pop node);
}
