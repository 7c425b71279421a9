package dev.pullback.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers what has to do with passive objects: strings, null, comparisons of references, casts, new objects. None of it carries
 * a derivative, so the representation keeps the code as it is ({@link Opaque}).
 */
final class PassiveLowering {

    private static final int FIRST_WITH_MATCH_EXCEPTION = 21;

    private static final int EQUALITY = 8;
    private static final int RELATIONAL = 9;
    private static final int ADDITIVE = 11;
    private static final int UNARY = 14;

    private static final Map<String, PrimitiveType> BOXES = Map.of(
            "java.lang.Boolean", PrimitiveType.BOOLEAN,
            "java.lang.Integer", PrimitiveType.INT,
            "java.lang.Short", PrimitiveType.SHORT,
            "java.lang.Byte", PrimitiveType.BYTE,
            "java.lang.Character", PrimitiveType.CHAR,
            "java.lang.Long", PrimitiveType.LONG,
            "java.lang.Float", PrimitiveType.FLOAT,
            "java.lang.Double", PrimitiveType.DOUBLE);

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final CompilerAccess compiler;
    private final Visibility visibility;
    private final ObjectType primalClass;

    PassiveLowering(
            BodyBuilder body,
            BodyTyper typer,
            ExpressionLowering expressions,
            CompilerAccess compiler,
            Visibility visibility,
            TypeElement topLevel) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.compiler = compiler;
        this.visibility = visibility;
        this.primalClass = new ObjectType(topLevel.getQualifiedName().toString());
    }

    // ---- values ----

    /** A string, or null. */
    Opaque literal(LiteralTree tree) {
        return tree.getKind() == Tree.Kind.NULL_LITERAL
                ? Opaque.nullOf(ObjectType.OBJECT)
                : Opaque.constant(ObjectType.STRING, compiler.elements().getConstantExpression(tree.getValue()));
    }

    /** Whether an expression is {@code Type.class}. */
    static boolean isClassLiteral(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class");
    }

    /** {@code Type.class}. */
    Opaque classLiteral(MemberSelectTree tree) {
        IrType type = body.valueType(typer.typeOfType(tree.getExpression()), tree);
        ObjectType named = type instanceof ObjectType object ? new ObjectType(object.qualifiedName()) : null;
        if (named == null) {
            throw body.reject(DiagnosticCode.AD202, tree, "'" + tree + "'");
        }
        return new PassiveCode().type(named).text(".class").primary(body.valueType(typer.typeOf(tree), tree), null);
    }

    /** The value of an argument, with the very type it has in the source, since overloads depend on it. */
    Expression argument(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (bare instanceof LambdaExpressionTree message) {
            return message(message);
        }
        return bare.getKind() == Tree.Kind.CHAR_LITERAL
                ? Opaque.constant(
                        PrimitiveType.INT, compiler.elements().getConstantExpression(((LiteralTree) bare).getValue()))
                : expressions.value(bare);
    }

    /** {@code () -> "text"}: any other function would have to be called where nobody sees it. */
    private Expression message(LambdaExpressionTree tree) {
        int mark = body.mark();
        boolean isExpression = tree.getParameters().isEmpty() && tree.getBody() instanceof ExpressionTree;
        Expression text = isExpression ? expressions.value((ExpressionTree) tree.getBody()) : null;
        if (text == null || body.mark() > mark || !Walk.reads(text).isEmpty()) {
            throw body.reject(DiagnosticCode.AD251, tree);
        }
        return new PassiveCode().text("() -> ").operand(text, 0).operation(ObjectType.OBJECT, 0);
    }

    /** The values of arguments, evaluated in order. */
    List<Expression> arguments(List<? extends ExpressionTree> trees) {
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        trees.forEach(tree -> parts.add(() -> List.of(argument(tree))));
        return expressions.inOrder(parts);
    }

    /** The number or truth value in a box. */
    Expression unbox(Expression box, Tree tree) {
        PrimitiveType type = BOXES.get(box.type().toString());
        if (type == null) {
            throw body.reject(DiagnosticCode.AD305, tree, "a value of type " + box.type());
        }
        return body.convert(box, type);
    }

    /** The primitive type that a type is or boxes; any other type as it is. */
    static IrType unboxed(IrType type) {
        IrType primitive = BOXES.get(type.toString());
        return primitive == null ? type : primitive;
    }

    /** The value where an object is expected; a number in a box would lose its derivative. */
    Expression object(Expression value, IrType type, Tree tree) {
        if (!(value.type() instanceof ObjectType)) {
            throw body.reject(DiagnosticCode.AD303, tree, type);
        }
        return value instanceof Opaque code ? code.as(type) : value;
    }

    // ---- operators ----

    /** {@code "text" + value}. */
    Expression concatenation(ExpressionTree left, ExpressionTree right) {
        List<Expression> operands =
                expressions.inOrder(List.of(() -> List.of(described(left)), () -> List.of(described(right))));
        return new PassiveCode()
                .operand(operands.get(0), ADDITIVE)
                .text(" + ")
                .operand(operands.get(1), ADDITIVE + 1)
                .operation(ObjectType.STRING, ADDITIVE);
    }

    /** A value in a text: of a record that was taken apart, the object again, out of which nobody reads a number. */
    private Expression described(ExpressionTree tree) {
        return isRecord(tree) ? expressions.records().object(tree) : argument(tree);
    }

    /** Whether an equality compares references. */
    boolean isOnReferences(BinaryTree tree) {
        return isReference(tree.getLeftOperand()) && isReference(tree.getRightOperand());
    }

    private boolean isReference(ExpressionTree tree) {
        TypeKind kind = typer.typeOf(tree).getKind();
        return kind == TypeKind.NULL || kind == TypeKind.DECLARED || kind == TypeKind.ARRAY;
    }

    /** Whether a value is a record that is taken apart, so that there is no object to pass on. */
    boolean isRecord(ExpressionTree tree) {
        return expressions.records().shapeOf(tree).isPresent();
    }

    /** {@code a == b} on references. */
    Expression identity(BinaryTree tree) {
        if (isRecord(tree.getLeftOperand()) || isRecord(tree.getRightOperand())) {
            throw body.reject(DiagnosticCode.AD267, tree, tree.getKind() == Tree.Kind.EQUAL_TO ? "==" : "!=");
        }
        TypeKind left = typer.typeOf(tree.getLeftOperand()).getKind();
        TypeKind right = typer.typeOf(tree.getRightOperand()).getKind();
        if (left == TypeKind.ARRAY && right == TypeKind.ARRAY) {
            throw body.reject(DiagnosticCode.AD210, tree);
        }
        List<Expression> operands = arguments(List.of(tree.getLeftOperand(), tree.getRightOperand()));
        return new PassiveCode()
                .operand(operands.get(0), EQUALITY)
                .text(tree.getKind() == Tree.Kind.EQUAL_TO ? " == " : " != ")
                .operand(operands.get(1), EQUALITY + 1)
                .operation(PrimitiveType.BOOLEAN, EQUALITY);
    }

    /** {@code object instanceof Type}, without a variable. */
    Expression instanceOf(InstanceOfTree tree) {
        Expression object = argument(tree.getExpression());
        return new PassiveCode()
                .operand(object, RELATIONAL)
                .text(" instanceof ")
                .type(body.irType(typer.typeOfType(tree.getType()), tree))
                .operation(PrimitiveType.BOOLEAN, RELATIONAL);
    }

    /** {@code (Type) object}. */
    Expression cast(TypeCastTree tree, ObjectType type) {
        Expression object = object(argument(tree.getExpression()), type, tree);
        if (!type.arguments().isEmpty()) {
            throw body.reject(DiagnosticCode.AD303, tree.getType(), type);
        }
        Opaque code = new PassiveCode()
                .text("(")
                .type(type)
                .text(") ")
                .operand(object, UNARY)
                .operation(type, UNARY);
        return body.perform("object", code);
    }

    // ---- new objects ----

    /** {@code new Type(arguments)} of passive arguments. */
    Expression newObject(NewClassTree tree) {
        Diagnostic refusal = Diagnostic.of(DiagnosticCode.AD232, body.position(tree), tree.getIdentifier());
        return body.perform("object", construction(tree, refusal));
    }

    /** A new record of constants, where something else than such a record is expected. */
    Expression newRecord(NewClassTree tree) {
        Diagnostic refusal = Diagnostic.of(DiagnosticCode.AD269, body.position(tree), typer.typeOf(tree));
        return body.perform("object", construction(tree, refusal));
    }

    /** The exception that a {@code throw} throws. */
    Expression exception(ExpressionTree tree) {
        TypeMirror type = typer.typeOf(tree);
        if (typer.methodTypes().isChecked(type)) {
            throw body.reject(DiagnosticCode.AD231, tree, type);
        }
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        return bare instanceof NewClassTree created ? construction(created, null) : expressions.value(tree);
    }

    /** What a failed {@code assert} throws. */
    Opaque assertionError(@Nullable ExpressionTree detail) {
        ObjectType type = new ObjectType("java.lang.AssertionError");
        List<Expression> arguments = detail == null ? List.of() : arguments(List.of(detail));
        return new PassiveCode().text("new ").type(type).arguments(arguments).primary(type, null);
    }

    /**
     * What a switch expression throws for an enum constant that its class did not have yet when the switch was compiled: with
     * Java 21 the class changed (JLS 15.28.2).
     */
    Opaque noCase() {
        boolean isRecent = compiler.release() >= FIRST_WITH_MATCH_EXCEPTION;
        ObjectType type =
                new ObjectType(isRecent ? "java.lang.MatchException" : "java.lang.IncompatibleClassChangeError");
        return new PassiveCode()
                .text("new ")
                .type(type)
                .text(isRecent ? "(null, null)" : "()")
                .primary(type, null);
    }

    /** Whether assertions are on in the primal's class. */
    Expression assertionsEnabled() {
        Opaque status = new PassiveCode()
                .type(primalClass)
                .text(".class.desiredAssertionStatus()")
                .primary(PrimitiveType.BOOLEAN, null);
        return body.constant("assertionsEnabled", status);
    }

    private static boolean isInner(DeclaredType type) {
        return type.getEnclosingType().getKind() == TypeKind.DECLARED;
    }

    private Opaque construction(NewClassTree tree, @Nullable Diagnostic refusal) {
        TypeMirror type = typer.typeOf(tree);
        if (!(type instanceof DeclaredType declared)
                || tree.getClassBody() != null
                || tree.getEnclosingExpression() != null
                || isInner(declared)) {
            throw body.reject(DiagnosticCode.AD202, tree, "a new object of an inner or anonymous class");
        } else if (tree.getIdentifier() instanceof ParameterizedTypeTree generic
                && generic.getTypeArguments().isEmpty()) {
            throw body.reject(DiagnosticCode.AD202, tree, "a new object without explicit type arguments");
        }
        ExecutableElement constructor = typer.constructorOf(
                        (TypeElement) declared.asElement(), tree.getArguments(), tree)
                .method();
        if (!visibility.isVisible(constructor)) {
            throw body.reject(DiagnosticCode.AD230, tree, tree.getIdentifier());
        }
        typer.methodTypes().checkedException(constructor).ifPresent(exception -> {
            throw body.reject(DiagnosticCode.AD231, tree, exception);
        });
        IrType irType = body.valueType(type, tree);
        List<Expression> arguments = arguments(tree.getArguments());
        return new PassiveCode().text("new ").type(irType).arguments(arguments).primary(irType, refusal);
    }
}
