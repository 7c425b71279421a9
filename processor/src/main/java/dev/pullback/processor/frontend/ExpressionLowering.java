package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreeScanner;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers expressions: the result is pure, side effects inside become statements in front of it. An operand that the source
 * evaluates before such a statement, and that the statement could disturb, is bound to a variable first.
 */
final class ExpressionLowering extends SimpleTreeVisitor<Expression, Void> {

    private final SymbolResolver symbols;
    private final BodyBuilder body;
    private final BodyTyper typer;
    private final FieldLowering fields;
    private final InstanceMembers instances;
    private final PassiveLowering passive;
    private final Helpers helpers;
    private final OperatorLowering operators;
    private final ArrayLowering arrays;
    private final AssignmentLowering assignments;
    private final RecordLowering records;
    private final CallArguments arguments;
    private final CallLowering calls;
    private @Nullable SwitchLowering switches;

    /** Lowers into {@code body}; {@code calls} get their callees from {@code helpers}. */
    ExpressionLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            CompilerAccess compiler,
            Visibility visibility,
            Helpers helpers) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.instances = new InstanceMembers(body, typer, symbols, this, helpers, visibility);
        this.passive = new PassiveLowering(body, typer, this, compiler, visibility, helpers.topLevel());
        this.fields = new FieldLowering(body, visibility, new LoggerFields(typer, passive, compiler, visibility));
        this.helpers = helpers;
        this.operators = new OperatorLowering(body, typer, this);
        this.arrays = new ArrayLowering(body, typer, this);
        this.assignments = new AssignmentLowering(body, typer, symbols, this, operators);
        this.records = new RecordLowering(body, typer, symbols, this, visibility, helpers);
        this.arguments = new CallArguments(body, this);
        this.calls = new CallLowering(
                body, typer, this, helpers, new PassiveCalls(body, typer, passive, instances, visibility), visibility);
    }

    InstanceMembers instances() {
        return instances;
    }

    PassiveLowering passive() {
        return passive;
    }

    ArrayLowering arrays() {
        return arrays;
    }

    /** Connects the visitors of what holds statements with expressions of their own. */
    void connect(SwitchLowering switchLowering, FunctionLowering functions) {
        this.switches = switchLowering;
        calls.connect(functions);
    }

    CallArguments arguments() {
        return arguments;
    }

    CallLowering calls() {
        return calls;
    }

    RecordLowering records() {
        return records;
    }

    // ---- entry points ----

    /** The value of an expression of the subset, of its own type. */
    Expression value(ExpressionTree tree) {
        ExpressionTree bare = withoutParentheses(tree);
        if (!SubsetChecker.isAccepted(bare.getKind())) {
            throw new Unsupported(SubsetChecker.rejection(bare, body.position(bare)));
        }
        if (bare instanceof MethodInvocationTree call
                && !typer.isArrayClone(call)
                && !arrays.copies().isCopy(call)) {
            return calls.value(call);
        }
        TypeMirror type = typer.typeOf(bare);
        if (records.shapeOf(bare).isPresent() && !records.isField(bare)) {
            throw body.reject(DiagnosticCode.AD269, bare, type);
        }
        operandType(bare);
        return BodyBuilder.isArray(type) ? arrays.place(bare) : visit(bare, null);
    }

    /** The type that an operand takes part with; a {@code char} literal is the {@code int} that it is converted to. */
    IrType operandType(ExpressionTree tree) {
        return switch (withoutParentheses(tree).getKind()) {
            case CHAR_LITERAL -> PrimitiveType.INT;
            case NULL_LITERAL -> ObjectType.OBJECT;
            default -> PassiveLowering.unboxed(body.valueType(typer.typeOf(tree), tree));
        };
    }

    /** The value of an expression where {@code type} is expected. */
    Expression value(ExpressionTree tree, IrType type) {
        ExpressionTree bare = withoutParentheses(tree);
        return type instanceof ObjectType
                        && bare instanceof NewClassTree created
                        && records.shapeOf(bare).isPresent()
                ? passive.newRecord(created)
                : widen(value(tree), type, tree);
    }

    /** Lowers an expression for its side effects only. */
    void effect(ExpressionTree tree) {
        ExpressionTree bare = withoutParentheses(tree);
        if (bare instanceof AssignmentTree assignment) {
            assignments.assign(assignment);
        } else if (bare instanceof CompoundAssignmentTree compound) {
            assignments.compound(compound);
        } else if (bare instanceof UnaryTree unary && AssignmentLowering.isStep(unary)) {
            assignments.step(unary);
        } else if (bare instanceof MethodInvocationTree call) {
            calls.effect(call);
        } else if (bare instanceof NewClassTree created) {
            passive.newObject(created);
        } else {
            throw new Unsupported(SubsetChecker.rejection(bare, body.position(bare)));
        }
    }

    /** The values of several expressions, evaluated in order. */
    List<Expression> values(List<? extends ExpressionTree> trees, List<? extends IrType> types) {
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            ExpressionTree tree = trees.get(i);
            IrType type = types.get(i);
            parts.add(() -> List.of(value(tree, type)));
        }
        return inOrder(parts);
    }

    /** The values of several parts, lowered in order, in one list. */
    List<Expression> inOrder(List<Supplier<List<Expression>>> parts) {
        List<Expression> values = new ArrayList<>();
        for (Supplier<List<Expression>> part : parts) {
            int mark = body.mark();
            List<Expression> own = part.get();
            keepAhead(values, mark);
            values.addAll(own);
        }
        return values;
    }

    /** The value of an expression where {@code type} is expected, as the list of its leaves: one, unless it is a record. */
    List<Expression> leaves(ExpressionTree tree, TypeMirror type) {
        Optional<RecordShape> shape = RecordShape.of(type);
        if (shape.isPresent() && shape.get().isArray() && records.shapeOf(tree).isEmpty()) {
            return List.of(value(tree));
        } else if (shape.isPresent()) {
            return records.value(tree);
        } else if (!isLeaf(type) && isInert(tree)) {
            return List.of();
        }
        return List.of(value(tree, body.irType(type, tree)));
    }

    /** Whether values of a type have one variable. */
    boolean isLeaf(TypeMirror type) {
        return TypeMapping.irType(type).isPresent();
    }

    /** Whether evaluating an expression does nothing, so that a value that nobody can use may be left out. */
    private static boolean isInert(ExpressionTree tree) {
        ExpressionTree bare = withoutParentheses(tree);
        return bare instanceof LiteralTree || bare instanceof IdentifierTree;
    }

    /** Binds those of {@code earlier} that the statements since {@code mark} could disturb. */
    void keepAhead(List<Expression> earlier, int mark) {
        if (body.mark() == mark) {
            return;
        }
        Effects effects = effectsSince(mark);
        int at = mark;
        for (int i = 0; i < earlier.size(); i++) {
            if (!EvaluationOrder.mayFollow(earlier.get(i), effects)) {
                Expression value = earlier.get(i);
                earlier.set(i, body.bindAt(at++, "operand", value));
                alias(((Read) earlier.get(i)).variable(), value);
            }
        }
    }

    private void alias(Variable variable, Expression value) {
        if (value instanceof Place place && place.type().isArray()) {
            body.alias(variable, place.root());
        }
    }

    /** What the statements since {@code mark} may change. */
    Effects effectsSince(int mark) {
        return Effects.of(body.since(mark), helpers::effects);
    }

    /** What the statements of a block may change. */
    Effects effectsOf(Block block) {
        return Effects.of(block.statements(), helpers::effects);
    }

    /** Converts where Java converts silently; a position that would need a cast is ill-typed. */
    Expression widen(Expression value, IrType type, Tree tree) {
        if (type instanceof ObjectType) {
            return passive.object(value, type, tree);
        } else if (value.type() instanceof ObjectType && type instanceof PrimitiveType) {
            return widen(passive.unbox(value, tree), type, tree);
        }
        return Conversions.widen(value, type)
                .orElseThrow(() -> body.reject(DiagnosticCode.AD305, tree, "a value of type " + value.type()));
    }

    /** Converts as a cast does. */
    Expression cast(Expression value, IrType type, Tree tree) {
        if (value.type().isReal() && type instanceof PrimitiveType integer && integer.isNumeric() && !type.isReal()) {
            return new Cast(type, value, Diagnostic.of(DiagnosticCode.AD410, body.position(tree), type));
        }
        return Conversions.cast(value, type)
                .orElseThrow(() -> body.reject(DiagnosticCode.AD305, tree, "a value of type " + value.type()));
    }

    static ExpressionTree withoutParentheses(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized
                ? withoutParentheses(parenthesized.getExpression())
                : tree;
    }

    // ---- names and literals ----

    @Override
    protected Expression defaultAction(Tree tree, @Nullable Void unused) {
        throw new Unsupported(SubsetChecker.rejection(tree, body.position(tree)));
    }

    @Override
    public Expression visitLiteral(LiteralTree tree, @Nullable Void unused) {
        Object value = tree.getValue();
        if (value == null || value instanceof String) {
            return passive.literal(tree);
        } else if (value instanceof Character character) {
            return Literal.of((int) character);
        }
        return new Literal(value, (PrimitiveType) operandType(tree));
    }

    @Override
    public Expression visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        return name(tree);
    }

    @Override
    public Expression visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        return PassiveLowering.isClassLiteral(tree) ? passive.classLiteral(tree) : name(tree);
    }

    /** The value behind a name: a variable, a static field, or a length. */
    Expression name(ExpressionTree tree) {
        Symbol symbol = typer.symbolOf(tree);
        if (symbol instanceof Symbol.LocalName name) {
            if (name.local().function().isPresent()) {
                throw body.reject(DiagnosticCode.AD251, tree);
            }
            return new Read(name.local().variable());
        } else if (records.isField(tree)) {
            return records.field((MemberSelectTree) tree).get(0);
        } else if (symbol instanceof Symbol.FieldName name) {
            return name.field().getModifiers().contains(Modifier.STATIC)
                    ? fields.read(name.field(), tree)
                    : instances.field(name.field(), name.type(), tree);
        } else if (symbol instanceof Symbol.ArrayLength length) {
            return new Length(
                    records.shapeOf(length.array()).isPresent()
                            ? (Place) records.value(length.array()).get(0)
                            : arrays.place(length.array()));
        }
        throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
    }

    /** The value of a static field. */
    Expression field(VariableElement field, Tree tree) {
        return fields.read(field, tree);
    }

    @Override
    public Expression visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        return arrays.element(tree);
    }

    // ---- operators ----

    @Override
    public Expression visitUnary(UnaryTree tree, @Nullable Void unused) {
        return AssignmentLowering.isStep(tree) ? assignments.stepValue(tree) : operators.unary(tree);
    }

    @Override
    public Expression visitBinary(BinaryTree tree, @Nullable Void unused) {
        return switch (tree.getKind()) {
            case CONDITIONAL_AND -> logical(tree, Logical.Operator.AND);
            case CONDITIONAL_OR -> logical(tree, Logical.Operator.OR);
            case EQUAL_TO, NOT_EQUAL_TO ->
                passive.isOnReferences(tree) ? passive.identity(tree) : operators.binary(tree);
            case PLUS ->
                operandType(tree) instanceof ObjectType
                        ? passive.concatenation(tree.getLeftOperand(), tree.getRightOperand())
                        : operators.binary(tree);
            default -> operators.binary(tree);
        };
    }

    @Override
    public Expression visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        if (tree.getPattern() != null) {
            declareUnknown(tree.getPattern());
            throw body.reject(DiagnosticCode.AD202, tree, "a pattern (other than instanceof and a cast)");
        }
        return passive.instanceOf(tree);
    }

    /** Makes the variables of a rejected pattern known, so that their uses do not count as errors of their own. */
    private void declareUnknown(Tree pattern) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                symbols.scope().declare(new Local(variable.getName().toString(), null, null));
                return null;
            }
        }.scan(pattern, null);
    }

    @Override
    public Expression visitNewClass(NewClassTree tree, @Nullable Void unused) {
        return passive.newObject(tree);
    }

    @Override
    public Expression visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        IrType type = body.irType(typer.typeOf(tree), tree);
        if (type instanceof ObjectType object) {
            return passive.cast(tree, object);
        }
        Expression value = value(tree.getExpression());
        return cast(value.type() instanceof ObjectType ? passive.unbox(value, tree) : value, type, tree);
    }

    /** The right operand is evaluated only if the left one does not decide, so its effects go into a branch. */
    private Expression logical(BinaryTree tree, Logical.Operator operator) {
        Expression left = value(tree.getLeftOperand(), PrimitiveType.BOOLEAN);
        Variable result = new Variable("condition", PrimitiveType.BOOLEAN);
        Holder right = new Holder();
        Block effects = body.block(() -> right.value = value(tree.getRightOperand(), PrimitiveType.BOOLEAN));
        if (effects.isEmpty()) {
            return new Logical(operator, left, right.value());
        }
        body.emit(new Declare(result, left, body.origin()));
        Expression test =
                operator == Logical.Operator.AND ? new Read(result) : new Unary(Unary.Operator.NOT, new Read(result));
        Block rest = assigning(effects, result, right.value());
        body.emit(new If(test, rest, Block.EMPTY, body.origin()));
        return new Read(result);
    }

    @Override
    public Expression visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        IrType type = body.irType(typer.typeOf(tree), tree);
        Expression condition = value(tree.getCondition(), PrimitiveType.BOOLEAN);
        Holder whenTrue = new Holder();
        Holder whenFalse = new Holder();
        Block trueEffects = body.block(() -> whenTrue.value = value(tree.getTrueExpression(), type));
        Block falseEffects = body.block(() -> whenFalse.value = value(tree.getFalseExpression(), type));
        if (trueEffects.isEmpty() && falseEffects.isEmpty() && type instanceof PrimitiveType) {
            return new Conditional(condition, whenTrue.value(), whenFalse.value());
        }
        Variable result = new Variable("choice", type);
        body.emit(new Declare(result, null, body.origin()));
        body.emit(new If(
                condition,
                assigning(trueEffects, result, whenTrue.value()),
                assigning(falseEffects, result, whenFalse.value()),
                body.origin()));
        return new Read(result);
    }

    @Override
    public Expression visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        Variable result = new Variable("choice", body.irType(typer.typeOf(tree), tree));
        body.emit(new Declare(result, null, body.origin()));
        assignChoice(result, tree);
        return new Read(result);
    }

    /** Assigns the value of a switch expression, converted to the variable's type in each of its cases. */
    void assignChoice(Variable variable, SwitchExpressionTree tree) {
        Objects.requireNonNull(switches, "not connected").lower(tree, value -> {
            if (withoutParentheses(value) instanceof SwitchExpressionTree inner) {
                assignChoice(variable, inner);
            } else {
                body.emit(new Assign(new Read(variable), value(value, variable.type()), body.origin()));
            }
        });
    }

    private Block assigning(Block effects, Variable result, Expression value) {
        return body.block(() -> {
            body.emitAll(effects);
            body.emit(new Assign(new Read(result), value, body.origin()));
        });
    }

    /** The value that a block of side effects ends with. */
    private static final class Holder {
        private @Nullable Expression value;

        Expression value() {
            if (value == null) {
                throw new IllegalStateException("not lowered");
            }
            return value;
        }
    }

    // ---- assignments as expressions ----

    @Override
    public Expression visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        return assignments.assignValue(tree);
    }

    @Override
    public Expression visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        return assignments.compoundValue(tree);
    }
}
