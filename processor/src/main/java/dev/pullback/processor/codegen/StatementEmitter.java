package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StatementVisitor;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.List;

/**
 * Statements as Java text, each run of statements of one origin below a reference to the user's line.
 *
 * <p>An origin without a line but with a text is a heading: the text stands above the first statement that has it.
 */
final class StatementEmitter implements StatementVisitor<CodeBlock.Builder> {

    private static final int RELATIONAL_OPERAND = 10;
    private static final int PREFIX_OPERAND = 14;

    private final CodeBlock.Builder code = CodeBlock.builder();
    private final GeneratedNames names;
    private final ExpressionEmitter expressions;
    private Origin current = Origin.NONE;

    private StatementEmitter(GeneratedNames names) {
        this.names = names;
        this.expressions = new ExpressionEmitter(names);
    }

    /** The body of a method. */
    static CodeBlock emit(Block body, GeneratedNames names) {
        StatementEmitter emitter = new StatementEmitter(names);
        List<Statement> statements = body.statements();
        int last = statements.size() - 1;
        boolean endsWithReturn = last >= 0
                && statements.get(last) instanceof Return end
                && end.values().isEmpty();
        emitter.emit(endsWithReturn ? statements.subList(0, last) : statements, Origin.NONE);
        return emitter.code.build();
    }

    @Override
    public CodeBlock.Builder visitDeclare(Declare node) {
        TypeName type = JavaTypes.of(node.variable().type());
        String name = names.of(node.variable());
        Expression initial = node.initial();
        if (initial == null) {
            statement("$T $L", type, name);
        } else {
            Snippet value =
                    initial instanceof NewArray array ? expressions.newArray(array) : expressions.promoted(initial);
            statement("$T $L = $L", type, name, value);
        }
        return code;
    }

    @Override
    public CodeBlock.Builder visitAssign(Assign node) {
        Snippet target = expressions.emit(node.target());
        if (!(node.value() instanceof Binary update) || !update.left().equals(node.target()) || !isCompound(update)) {
            statement("$L = $L", target, expressions.promoted(node.value()));
        } else if (isStep(update)) {
            statement("$L$L", target, update.operator().symbol().repeat(2));
        } else {
            String symbol = update.operator().symbol();
            statement("$L $L= $L", target, symbol, expressions.promoted(update.right()));
        }
        return code;
    }

    @Override
    public CodeBlock.Builder visitIncrement(Increment node) {
        Snippet target = expressions.emit(node.target());
        if (node.value() instanceof Unary unary && unary.operator() == Unary.Operator.NEGATE) {
            statement("$L -= $L", target, expressions.promoted(unary.operand()));
        } else {
            statement("$L += $L", target, expressions.promoted(node.value()));
        }
        return code;
    }

    @Override
    public CodeBlock.Builder visitIf(If node) {
        if (node.whenTrue().isEmpty() && !node.whenFalse().isEmpty()) {
            begin("if ($L)", negated(node.condition()));
            emit(node.whenFalse(), node.origin());
        } else {
            begin("if ($L)", expressions.emit(node.condition()));
            emit(node.whenTrue(), node.origin());
            emitElse(node.whenFalse(), node.origin());
        }
        code.endControlFlow();
        return code;
    }

    @Override
    public CodeBlock.Builder visitCountedLoop(CountedLoop node) {
        String index = names.of(node.index());
        begin(
                "for (int $L = $L; $L $L; $L)",
                index,
                expressions.emit(node.from()),
                index,
                bound(node),
                update(index, node.step()));
        emit(node.body(), node.origin());
        code.endControlFlow();
        return code;
    }

    @Override
    public CodeBlock.Builder visitWhile(While node) {
        begin("while ($L)", expressions.emit(node.condition()));
        emit(node.body(), node.origin());
        code.endControlFlow();
        return code;
    }

    @Override
    public CodeBlock.Builder visitReturn(Return node) {
        if (node.values().isEmpty()) {
            statement("return");
        } else if (node.values().size() == 1) {
            statement("return $L", expressions.promoted(node.values().get(0)));
        } else {
            throw unexpected(node);
        }
        return code;
    }

    @Override
    public CodeBlock.Builder visitCallStatement(CallStatement node) {
        statement("$L", expressions.emit(node.call()));
        return code;
    }

    @Override
    public CodeBlock.Builder visitInvoke(Invoke node) {
        throw unexpected(node);
    }

    @Override
    public CodeBlock.Builder visitPerform(Perform node) {
        Snippet value = expressions.emit(node.code());
        Variable result = node.result();
        if (result == null) {
            statement("$L", value);
        } else {
            statement("$T $L = $L", JavaTypes.of(result.type()), names.of(result), value);
        }
        return code;
    }

    @Override
    public CodeBlock.Builder visitThrow(Throw node) {
        statement("throw $L", expressions.emit(node.exception()));
        return code;
    }

    @Override
    public CodeBlock.Builder visitPush(Push node) {
        throw unexpected(node);
    }

    @Override
    public CodeBlock.Builder visitPop(Pop node) {
        throw unexpected(node);
    }

    // ---- lines, blocks and origins ----

    private void statement(String format, Object... arguments) {
        Snippet line = Snippet.of(format, arguments);
        // As one piece; JavaPoet's marks around a statement matter for lines that it does not break itself.
        code.add(line.format() + ";\n", line.arguments());
    }

    private void begin(String format, Object... arguments) {
        Snippet line = Snippet.of(format, arguments);
        code.beginControlFlow(line.format(), line.arguments());
    }

    private void emit(Block block, Origin enclosing) {
        emit(block.statements(), enclosing);
    }

    private void emit(List<Statement> statements, Origin enclosing) {
        current = enclosing;
        for (int i = 0; i < statements.size(); i++) {
            emitOrigin(statements.get(i).origin(), i == 0);
            statements.get(i).accept(this);
        }
    }

    private void emitOrigin(Origin origin, boolean isFirst) {
        if (origin.equals(current) || origin.equals(Origin.NONE)) {
            return;
        }
        current = origin;
        String text = commentText(origin.text());
        if (origin.isKnown()) {
            code.add("// line $L: $L\n", origin.line(), text);
        } else {
            code.add(isFirst ? "// $L\n" : "\n// $L\n", text);
        }
    }

    /** Keeps a comment a comment: one line, and no Unicode escape, which Java would translate to a line break. */
    private static String commentText(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("\\u", "\\ u");
    }

    private void emitElse(Block whenFalse, Origin enclosing) {
        if (whenFalse.isEmpty()) {
            return;
        }
        List<Statement> statements = whenFalse.statements();
        if (statements.size() == 1
                && statements.get(0) instanceof If inner
                && !inner.whenTrue().isEmpty()) {
            Snippet condition = Snippet.of("else if ($L)", expressions.emit(inner.condition()));
            code.nextControlFlow(condition.format(), condition.arguments());
            current = enclosing;
            emitOrigin(inner.origin(), true);
            emit(inner.whenTrue(), inner.origin());
            emitElse(inner.whenFalse(), inner.origin());
        } else {
            code.nextControlFlow("else");
            emit(whenFalse, enclosing);
        }
    }

    private Snippet negated(Expression condition) {
        if (condition instanceof Unary unary && unary.operator() == Unary.Operator.NOT) {
            return expressions.emit(unary.operand());
        }
        return Snippet.of("!$L", expressions.operand(condition, PREFIX_OPERAND));
    }

    // ---- updates and bounds ----

    private static boolean isCompound(Binary update) {
        return switch (update.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            default -> false;
        };
    }

    private static boolean isStep(Binary update) {
        return (update.operator() == Binary.Operator.ADD || update.operator() == Binary.Operator.SUBTRACT)
                && !update.type().isReal()
                && update.right() instanceof Literal literal
                && literal.is(1);
    }

    /** {@code < to}, or {@code <= e} where {@code to} is {@code e + 1}, of which there may be no {@code int}; and the mirror images. */
    private Snippet bound(CountedLoop node) {
        boolean isUp = node.step() > 0;
        Expression to = node.to();
        if (!isUp
                && to instanceof Literal literal
                && literal.value() instanceof Integer last
                && last < Integer.MAX_VALUE) {
            return Snippet.of(">= $L", last + 1);
        }
        if (LoopHeader.isBehindLast(to, node.step()) && to instanceof Binary binary) {
            return Snippet.of("$L $L", isUp ? "<=" : ">=", expressions.operand(binary.left(), RELATIONAL_OPERAND));
        }
        return Snippet.of("$L $L", isUp ? "<" : ">", expressions.operand(to, RELATIONAL_OPERAND));
    }

    private static String update(String index, int step) {
        if (step == 1 || step == -1) {
            return index + (step > 0 ? "++" : "--");
        }
        return step > 0 ? index + " += " + step : index + " -= " + -(long) step;
    }

    private static IllegalStateException unexpected(Statement node) {
        return new IllegalStateException("no Java form, an earlier stage must replace it: " + node);
    }
}
