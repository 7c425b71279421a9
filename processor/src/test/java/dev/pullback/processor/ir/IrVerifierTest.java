package dev.pullback.processor.ir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every invariant is broken once on purpose: a verifier that has never caught anything verifies nothing. */
class IrVerifierTest {

    private static final IrType DOUBLES = new ArrayType(PrimitiveType.DOUBLE);

    private final Variable a = new Variable("a", DOUBLES);
    private final Variable n = new Variable("n", PrimitiveType.INT);
    private final Variable x = new Variable("x", PrimitiveType.DOUBLE);
    private final Variable y = new Variable("y", PrimitiveType.DOUBLE);
    private final Variable i = new Variable("i", PrimitiveType.INT);
    private final TapeSlot slot = new TapeSlot("x", PrimitiveType.DOUBLE);
    private final Expression isPositive = new Compare(Compare.Operator.GREATER, read(x), Literal.ZERO);

    @Test
    void acceptsAWellFormedFunction() {
        verify(
                declare(y, null),
                new If(isPositive, Block.of(assign(y, read(x))), Block.of(assign(y, Literal.ONE)), Origin.NONE),
                new Declare(a2(), new NewArray((ArrayType) DOUBLES, List.of(read(n))), Origin.NONE),
                loop(i, read(n), new Push(slot, element(a, read(i)), Origin.NONE)),
                loop(i, new Length(read(a)), new Pop(slot, element(a, read(i)), Origin.NONE)),
                new Increment(read(y), binary(Binary.Operator.MULTIPLY, read(y), read(x)), Origin.NONE));
    }

    @Test
    void acceptsAReturnInEveryBranch() {
        Statement branch = new If(isPositive, Block.of(result(read(x))), Block.of(result(read(x))), Origin.NONE);
        IrVerifier.verify(new Function("f", List.of(x), PrimitiveType.DOUBLE, Block.of(branch)));
    }

    @Test
    void namesStageStatementAndReason() {
        assertThatThrownBy(() -> verify(loop(i, read(n), assign(x, read(y)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("after test, f: y is not declared here\nin: x = y");
    }

    @Test
    void rejectsReadsOutsideTheScope() {
        rejects("i is not declared here", loop(i, read(n)), assign(n, read(i)));
        rejects("i is not declared here", loop(i, read(i)));
        rejects(
                "y is not declared here",
                new If(isPositive, Block.of(declare(y, read(x))), Block.EMPTY, Origin.NONE),
                assign(x, read(y)));
        rejects("y is not declared here", new Increment(read(y), read(x), Origin.NONE));
        rejects("y is not declared here", assign(y, read(x)));
    }

    @Test
    void rejectsReadsBeforeAssignment() {
        rejects("y may not have been assigned", declare(y, null), assign(x, read(y)));
        rejects(
                "y may not have been assigned",
                declare(y, null),
                new If(isPositive, Block.of(assign(y, read(x))), Block.EMPTY, Origin.NONE),
                assign(x, read(y)));
        rejects(
                "y may not have been assigned",
                declare(y, null),
                loop(i, read(n), assign(y, read(x))),
                assign(x, read(y)));
        rejects("y may not have been assigned", declare(y, null), new Increment(read(y), read(x), Origin.NONE));
    }

    @Test
    void rejectsOverlappingDeclarations() {
        rejects("x is declared already", declare(x, Literal.ONE));
        rejects("i is declared already", loop(i, read(n), loop(i, read(n))));
    }

    @Test
    void rejectsTypesThatDisagree() {
        rejects("* between double and int", assign(x, binary(Binary.Operator.MULTIPLY, read(x), read(n))));
        rejects("& between double and double", assign(x, binary(Binary.Operator.BIT_AND, read(x), read(x))));
        rejects(
                "< between int and double",
                new While(new Compare(Compare.Operator.LESS, read(n), read(x)), Block.EMPTY, Origin.NONE));
        rejects("a condition is int instead of boolean", new If(read(n), Block.EMPTY, Block.EMPTY, Origin.NONE));
        rejects("an array index is double", assign(x, element(a, read(x))));
        rejects("a bound is double", loop(i, read(x)));
        rejects("a value of type int for a place of type double", assign(x, read(n)));
        rejects(
                "a value of type double for a place of type int",
                declare(new Variable("k", PrimitiveType.INT), read(x)));
        rejects("an incremented place is int", new Increment(read(n), read(x), Origin.NONE));
        rejects("an increment is int", new Increment(read(x), read(n), Origin.NONE));
        rejects("! on double", assign(x, new Unary(Unary.Operator.NOT, read(x))));
        rejects("the other branch is int", assign(x, new Conditional(isPositive, read(x), read(n))));
        rejects("a cast from double[] to double", assign(x, new Cast(PrimitiveType.DOUBLE, read(a))));
        rejects("the literal 1 is not of type double", assign(x, new Literal(1, PrimitiveType.DOUBLE)));
        rejects("the result is int instead of double", result(read(n)));
        rejects("a result of type double is expected", new Return(List.of(), Origin.NONE));
    }

    @Test
    void rejectsWrongArguments() {
        MethodRef exp = MethodRef.ofStatic("java.lang.Math", "exp", PrimitiveType.DOUBLE, PrimitiveType.DOUBLE);
        rejects("2 arguments for", assign(x, new Call(exp, read(x), read(x))));
        rejects("argument 1 of exp is int instead of double", assign(x, new Call(exp, read(n))));
        rejects("argument 1 of exp is int", new CallStatement(new Call(exp, read(n)), Origin.NONE));
        Callee callee = new Callee(exp, "", List.of(true));
        rejects("argument 1 of exp is int", new Invoke(y, callee, List.of(read(n)), Origin.NONE));
    }

    @Test
    void rejectsLoopsThatChangeTheirHeader() {
        rejects("the body assigns the index i", loop(i, read(n), assign(i, Literal.of(0))));
        rejects("the body assigns what the bound n reads", loop(i, read(n), assign(n, read(i))));
        Variable bounds = new Variable("bounds", new ArrayType(PrimitiveType.INT));
        rejects(
                "the body assigns what the bound bounds[0] reads",
                new Declare(bounds, new NewArray((ArrayType) bounds.type(), List.of(read(n))), Origin.NONE),
                loop(i, element(bounds, Literal.of(0)), new Assign(element(bounds, read(i)), read(n), Origin.NONE)));
    }

    @Test
    void rejectsNewArraysElsewhere() {
        Expression array = new NewArray((ArrayType) DOUBLES, List.of(read(n)));
        rejects("a new array can only initialise a variable", assign(a, array));
    }

    @Test
    void rejectsUnbalancedTapes() {
        rejects("x is pushed and never popped", new Push(slot, read(x), Origin.NONE));
        rejects("x is popped and never pushed", new Pop(slot, read(x), Origin.NONE));
        rejects("a pushed value is int", new Push(slot, read(n), Origin.NONE));
        rejects("a popped value is double, its place int", new Pop(slot, read(n), Origin.NONE));
    }

    @Test
    void rejectsUnreachableStatements() {
        rejects("the statement is never reached", result(read(x)), assign(x, Literal.ONE));
        rejects("the statement is never reached", new While(Literal.TRUE, Block.EMPTY, Origin.NONE), result(read(x)));
        Function noResult = new Function("f", List.of(x), PrimitiveType.DOUBLE, Block.EMPTY);
        assertThatThrownBy(() -> IrVerifier.verify(noResult))
                .hasMessageContaining("the end is reached without a result");
    }

    private void rejects(String reason, Statement... statements) {
        assertThatThrownBy(() -> verify(statements))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }

    /** Verifies a function of {@code a}, {@code n} and {@code x} that ends with a result if the statements do not. */
    private void verify(Statement... statements) {
        List<Statement> body = new java.util.ArrayList<>(List.of(statements));
        if (!(body.get(body.size() - 1) instanceof Return)) {
            body.add(result(read(x)));
        }
        IrVerifier.verify(new Function("f", List.of(a, n, x), PrimitiveType.DOUBLE, new Block(body)), "test");
    }

    private static Variable a2() {
        return new Variable("a2", DOUBLES);
    }

    private static Place read(Variable variable) {
        return new Read(variable);
    }

    private static Place element(Variable array, Expression index) {
        return new ArrayRead(read(array), index);
    }

    private static Expression binary(Binary.Operator operator, Expression left, Expression right) {
        return new Binary(operator, left, right);
    }

    private static Statement declare(Variable variable, Expression initial) {
        return new Declare(variable, initial, Origin.NONE);
    }

    private static Statement assign(Variable target, Expression value) {
        return new Assign(read(target), value, Origin.NONE);
    }

    private static Statement result(Expression value) {
        return new Return(value, Origin.NONE);
    }

    private static Statement loop(Variable index, Expression to, Statement... body) {
        return new CountedLoop(index, Literal.of(0), to, 1, Block.of(body), Origin.NONE);
    }
}
