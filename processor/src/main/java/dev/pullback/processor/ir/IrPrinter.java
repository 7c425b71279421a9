package dev.pullback.processor.ir;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text form of the representation, for dumps, goldens and messages: one statement a line, compound operands always in
 * parentheses, so that the text shows the tree.
 *
 * <p>Deterministic. Variables of one name are told apart by a suffix in the order of their appearance ({@code x}, {@code
 * x#2}); tape slots are numbered apart and written {@code @x}. A known origin follows its statement as {@code // 42}.
 */
public final class IrPrinter implements StatementVisitor<IrPrinter>, ExpressionVisitor<String> {

    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private int depth;

    private IrPrinter() {}

    /** Prints a function with its signature. */
    public static String print(Function function) {
        IrPrinter printer = new IrPrinter();
        String parameters =
                function.parameters().stream().map(printer::declaration).collect(Collectors.joining(", "));
        printer.open(function.returnType() + " " + function.name() + "(" + parameters + ")", Origin.NONE);
        printer.printBlock(function.body());
        printer.close();
        return printer.out.toString();
    }

    /** Prints a statement with the statements inside it; every line ends with a line feed. */
    public static String print(Statement statement) {
        IrPrinter printer = new IrPrinter();
        statement.accept(printer);
        return printer.out.toString();
    }

    /** Prints an expression in one line. */
    public static String print(Expression expression) {
        return expression.accept(new IrPrinter());
    }

    // ---- statements ----

    @Override
    public IrPrinter visitDeclare(Declare node) {
        String declaration = declaration(node.variable());
        Expression initial = node.initial();
        return line(initial == null ? declaration : declaration + " = " + text(initial), node.origin());
    }

    @Override
    public IrPrinter visitAssign(Assign node) {
        return line(text(node.target()) + " = " + text(node.value()), node.origin());
    }

    @Override
    public IrPrinter visitIncrement(Increment node) {
        return line(text(node.target()) + " += " + text(node.value()), node.origin());
    }

    @Override
    public IrPrinter visitIf(If node) {
        open("if (" + text(node.condition()) + ")", node.origin());
        printBlock(node.whenTrue());
        if (!node.whenFalse().isEmpty()) {
            depth--;
            open("} else", Origin.NONE);
            printBlock(node.whenFalse());
        }
        return close();
    }

    @Override
    public IrPrinter visitCountedLoop(CountedLoop node) {
        String index = name(node.index(), node.index().name());
        String from = text(node.from());
        String to = text(node.to());
        String header = String.format(
                Locale.ROOT,
                "for (int %s = %s; %s %s %s; %s += %d)",
                index,
                from,
                index,
                node.step() > 0 ? "<" : ">",
                to,
                index,
                node.step());
        open(header, node.origin());
        printBlock(node.body());
        return close();
    }

    @Override
    public IrPrinter visitWhile(While node) {
        open("while (" + text(node.condition()) + ")", node.origin());
        printBlock(node.body());
        return close();
    }

    @Override
    public IrPrinter visitReturn(Return node) {
        String values = node.values().stream().map(this::text).collect(Collectors.joining(", "));
        return line(("return " + values).strip(), node.origin());
    }

    @Override
    public IrPrinter visitCallStatement(CallStatement node) {
        return line(text(node.call()), node.origin());
    }

    @Override
    public IrPrinter visitInvoke(Invoke node) {
        String arguments = arguments(node.arguments());
        String callee = qualified(node.callee().method());
        String result = node.result() == null ? "" : declaration(node.result()) + " = ";
        return line("invoke " + result + callee + "(" + arguments + ")", node.origin());
    }

    @Override
    public IrPrinter visitPerform(Perform node) {
        String target = node.result() == null ? "" : declaration(node.result()) + " = ";
        return line("perform " + target + text(node.code()), node.origin());
    }

    @Override
    public IrPrinter visitThrow(Throw node) {
        return line("throw " + text(node.exception()), node.origin());
    }

    @Override
    public IrPrinter visitPush(Push node) {
        return line("push " + slot(node.slot()) + " <- " + text(node.value()), node.origin());
    }

    @Override
    public IrPrinter visitPop(Pop node) {
        return line("pop " + slot(node.slot()) + " -> " + text(node.target()), node.origin());
    }

    // ---- expressions ----

    @Override
    public String visitLiteral(Literal node) {
        return switch (node.type()) {
            case LONG -> node.value() + "L";
            case FLOAT -> node.value() + "f";
            default -> String.valueOf(node.value());
        };
    }

    @Override
    public String visitRead(Read node) {
        return name(node.variable(), node.variable().name());
    }

    @Override
    public String visitArrayRead(ArrayRead node) {
        return text(node.array()) + "[" + text(node.index()) + "]";
    }

    @Override
    public String visitStaticField(StaticField node) {
        return shortOwner(node.owner()) + node.name();
    }

    @Override
    public String visitLength(Length node) {
        return text(node.array()) + ".length";
    }

    @Override
    public String visitUnary(Unary node) {
        return node.operator().symbol() + operand(node.operand());
    }

    @Override
    public String visitBinary(Binary node) {
        return operand(node.left()) + " " + node.operator().symbol() + " " + operand(node.right());
    }

    @Override
    public String visitCompare(Compare node) {
        return operand(node.left()) + " " + node.operator().symbol() + " " + operand(node.right());
    }

    @Override
    public String visitLogical(Logical node) {
        return operand(node.left()) + " " + node.operator().symbol() + " " + operand(node.right());
    }

    @Override
    public String visitConditional(Conditional node) {
        return operand(node.condition()) + " ? " + operand(node.whenTrue()) + " : " + operand(node.whenFalse());
    }

    @Override
    public String visitCall(Call node) {
        return qualified(node.method()) + "(" + arguments(node.arguments()) + ")";
    }

    @Override
    public String visitCast(Cast node) {
        return "(" + node.type() + ") " + operand(node.operand());
    }

    @Override
    public String visitNewArray(NewArray node) {
        StringBuilder text = new StringBuilder("new ").append(node.type().scalar());
        for (Expression dimension : node.dimensions()) {
            text.append('[').append(text(dimension)).append(']');
        }
        return text + "[]".repeat(node.type().rank() - node.dimensions().size());
    }

    @Override
    public String visitOpaque(Opaque node) {
        return node.pieces().stream().map(this::piece).collect(Collectors.joining());
    }

    // ---- pieces ----

    private String piece(Opaque.Piece piece) {
        if (piece instanceof Opaque.Operand operand) {
            return operand(operand.expression());
        }
        if (piece instanceof Opaque.Hidden hidden) {
            return hidden.field().owner() + "." + hidden.field().name();
        }
        return piece instanceof Opaque.Type type ? type.type().toString() : ((Opaque.Text) piece).java();
    }

    private String text(Expression expression) {
        return expression.accept(this);
    }

    /** An operand: in parentheses unless nothing around it could claim a part of it. */
    private String operand(Expression expression) {
        boolean isAtom = expression instanceof Place
                || expression instanceof Literal
                || expression instanceof Length
                || expression instanceof StaticField
                || expression instanceof Call
                || expression instanceof Opaque opaque && opaque.precedence() == Opaque.PRIMARY;
        return isAtom ? text(expression) : "(" + text(expression) + ")";
    }

    private String arguments(List<Expression> arguments) {
        return arguments.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String declaration(Variable variable) {
        return variable.type() + " " + name(variable, variable.name());
    }

    private String slot(TapeSlot slot) {
        return name(slot, "@" + slot.name()) + ":" + slot.type();
    }

    private String name(Object named, String wish) {
        return names.computeIfAbsent(named, key -> {
            int count = uses.merge(wish, 1, Integer::sum);
            return count == 1 ? wish : wish + "#" + count;
        });
    }

    private static String qualified(MethodRef method) {
        return (method.isStatic() ? "" : "virtual ") + shortOwner(method.owner()) + method.name();
    }

    private static String shortOwner(String owner) {
        return owner.isEmpty() ? "" : owner.replaceFirst("^java\\.lang\\.", "") + ".";
    }

    private void printBlock(Block block) {
        block.statements().forEach(statement -> statement.accept(this));
    }

    private void open(String header, Origin origin) {
        line(header + " {", origin);
        depth++;
    }

    private IrPrinter close() {
        depth--;
        return line("}", Origin.NONE);
    }

    private IrPrinter line(String text, Origin origin) {
        out.append(INDENT.repeat(depth)).append(text);
        if (origin.isKnown()) {
            out.append("  // ").append(origin.line());
        } else if (!origin.text().isEmpty()) {
            out.append("  // ").append(origin.text());
        }
        out.append('\n');
        return this;
    }
}
