package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.request.RequestReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Types of the expressions in a body.
 *
 * <p>javac could tell, but asking it ({@code Trees.getElement} on a body expression) attributes the user's whole class in
 * place, and when that class has {@code var q = OuterDerivatives.fGradient(x)}, a class that we are about to generate, javac
 * 17 to 25 crashes afterwards. So everything is worked out here from declarations, which {@code javax.lang.model} gives
 * without attribution. The caller keeps the scope in step with the statement it is at.
 */
final class BodyTyper extends SimpleTreeVisitor<TypeMirror, Void> {

    private final CompilerAccess compiler;
    private final SymbolResolver symbols;
    private final NumericPromotion promotion;
    private final MethodTypes methods;
    private final GeneratedGradients gradients;
    private final Map<Tree, TypeMirror> known = new IdentityHashMap<>();

    /** Types expressions whose names {@code symbols} resolves. */
    BodyTyper(CompilerAccess compiler, SymbolResolver symbols) {
        this.compiler = compiler;
        this.symbols = symbols;
        this.promotion = new NumericPromotion(compiler.types());
        this.methods = new MethodTypes(compiler);
        this.gradients = new GeneratedGradients(compiler, symbols, this);
    }

    /** The type of an expression. */
    TypeMirror typeOf(ExpressionTree tree) {
        TypeMirror type = known.get(tree);
        if (type == null) {
            type = MethodTypes.bound(visit(tree, null));
            known.put(tree, type);
        }
        return type;
    }

    /** The type of a local variable: the declared one, or for {@code var} that of the initial value. */
    TypeMirror typeOf(VariableTree variable) {
        Tree type = variable.getType();
        ExpressionTree initial = variable.getInitializer();
        if (type != null && !(type instanceof ErroneousTree) && !type.toString().equals("var")) {
            return symbols.typeOf(type);
        }
        if (initial == null) {
            throw ill(variable, "a variable without a type");
        }
        return typeOf(initial);
    }

    /** The Java type behind a type of the representation. */
    TypeMirror mirror(IrType type) {
        return type instanceof dev.pullback.processor.ir.ArrayType array
                ? compiler.types().getArrayType(mirror(array.element()))
                : primitive(TypeKind.valueOf(((PrimitiveType) type).name()));
    }

    /** What an identifier or a qualified name means. */
    Symbol symbolOf(ExpressionTree name) {
        return symbols.resolve(name, this);
    }

    /** Whether the name of a value can be resolved in the current scope. */
    boolean isKnown(ExpressionTree name) {
        return symbols.isValue(name, this);
    }

    /** Whether an expression is a value rather than the name of a class or package. */
    boolean isValue(ExpressionTree tree) {
        return symbols.isValue(tree, this);
    }

    /** The method that a call means. */
    OverloadResolver.Choice methodOf(MethodInvocationTree call) {
        List<ExecutableElement> candidates = symbols.methods(call.getMethodSelect(), this).stream()
                .filter(method -> takesFunctions(method, call.getArguments()))
                .toList();
        List<TypeMirror> arguments =
                call.getArguments().stream().map(argument -> typeOf(argument)).toList();
        return choose(call, call.getMethodSelect(), candidates, arguments);
    }

    /** The constructor of {@code type} that a call means. */
    OverloadResolver.Choice constructorOf(TypeElement type, List<? extends ExpressionTree> arguments, Tree call) {
        List<TypeMirror> types =
                arguments.stream().map(argument -> typeOf(argument)).toList();
        return choose(call, type.getSimpleName(), ElementFilter.constructorsIn(type.getEnclosedElements()), types);
    }

    private OverloadResolver.Choice choose(
            Tree call, Object name, List<ExecutableElement> candidates, List<TypeMirror> arguments) {
        return new OverloadResolver(compiler.types())
                .choose(candidates, arguments)
                .orElseThrow(() -> new Unsupported(Diagnostic.of(
                        DiagnosticCode.AD306,
                        symbols.position(call),
                        name,
                        arguments.stream().map(TypeMirror::toString).collect(Collectors.joining(", ", "(", ")")))));
    }

    /** Whether a method has interfaces in the places of those arguments that are functions. */
    private static boolean takesFunctions(ExecutableElement method, List<? extends ExpressionTree> arguments) {
        int count = Math.min(arguments.size(), method.getParameters().size());
        return IntStream.range(0, count)
                .filter(i -> FunctionValue.isFunction(arguments.get(i)))
                .mapToObj(i -> method.getParameters().get(i).asType())
                .noneMatch(type -> type instanceof DeclaredType declared
                        && !declared.asElement().getKind().isInterface());
    }

    /** Whether a class declares or inherits a member. */
    boolean isMember(Element member, TypeMirror type) {
        TypeMirror declaring = RequestReader.declaringType(member).asType();
        return compiler.types()
                .isSubtype(compiler.types().erasure(type), compiler.types().erasure(declaring));
    }

    /** The type that a type tree denotes. */
    TypeMirror typeOfType(Tree type) {
        return symbols.typeOf(type);
    }

    /** The calls of gradients that are generated. */
    GeneratedGradients gradients() {
        return gradients;
    }

    /** What is known about types of methods. */
    MethodTypes methodTypes() {
        return methods;
    }

    /** The method that a method reference means for arguments of these types; nothing when none or several fit. */
    Optional<ExecutableElement> methodOf(MemberReferenceTree reference, List<TypeMirror> arguments) {
        return new OverloadResolver(compiler.types())
                .choose(symbols.methods(reference, this), arguments)
                .filter(choice -> !choice.isVariableArity())
                .map(OverloadResolver.Choice::method);
    }

    /** Whether the call is {@code array.clone()}, which no class declares. */
    boolean isArrayClone(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("clone")
                && symbols.isValue(select.getExpression(), this)
                && typeOf(select.getExpression()).getKind() == TypeKind.ARRAY;
    }

    private Unsupported ill(Tree tree, Object what) {
        return new Unsupported(Diagnostic.of(DiagnosticCode.AD305, symbols.position(tree), what));
    }

    private TypeMirror primitive(TypeKind kind) {
        return compiler.types().getPrimitiveType(kind);
    }

    // ---- names and values ----

    @Override
    protected TypeMirror defaultAction(Tree tree, @Nullable Void unused) {
        throw new Unsupported(SubsetChecker.rejection(tree, symbols.position(tree)));
    }

    @Override
    public TypeMirror visitLiteral(LiteralTree tree, @Nullable Void unused) {
        return switch (tree.getKind()) {
            case INT_LITERAL -> primitive(TypeKind.INT);
            case LONG_LITERAL -> primitive(TypeKind.LONG);
            case FLOAT_LITERAL -> primitive(TypeKind.FLOAT);
            case DOUBLE_LITERAL -> primitive(TypeKind.DOUBLE);
            case CHAR_LITERAL -> primitive(TypeKind.CHAR);
            case BOOLEAN_LITERAL -> primitive(TypeKind.BOOLEAN);
            case NULL_LITERAL -> compiler.types().getNullType();
            default -> symbols.libraryType("java.lang.String");
        };
    }

    @Override
    public TypeMirror visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        return typeOf(tree.getExpression());
    }

    @Override
    public TypeMirror visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        return typeOf(tree, symbolOf(tree));
    }

    @Override
    public TypeMirror visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (PassiveLowering.isClassLiteral(tree)) {
            return compiler.types().erasure(symbols.libraryType("java.lang.Class"));
        }
        return typeOf(tree, symbolOf(tree));
    }

    private TypeMirror typeOf(ExpressionTree tree, Symbol symbol) {
        if (symbol instanceof Symbol.LocalName name) {
            return name.local().type();
        } else if (symbol instanceof Symbol.FieldName name) {
            return name.type();
        } else if (symbol instanceof Symbol.ArrayLength) {
            return primitive(TypeKind.INT);
        }
        throw symbols.unresolved(tree);
    }

    @Override
    public TypeMirror visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        if (typeOf(tree.getExpression()) instanceof ArrayType array) {
            return array.getComponentType();
        }
        throw ill(tree, "'" + tree + "'");
    }

    @Override
    public TypeMirror visitNewArray(NewArrayTree tree, @Nullable Void unused) {
        if (tree.getType() == null) {
            throw ill(tree, "an array initialiser without a type");
        }
        TypeMirror type = symbols.typeOf(tree.getType());
        int dimensions = tree.getInitializers() == null ? tree.getDimensions().size() : 1;
        for (int i = 0; i < dimensions; i++) {
            type = compiler.types().getArrayType(type);
        }
        return type;
    }

    @Override
    public TypeMirror visitNewClass(NewClassTree tree, @Nullable Void unused) {
        return symbols.typeOf(tree.getIdentifier());
    }

    @Override
    public TypeMirror visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (isArrayClone(tree)) {
            return typeOf(((MemberSelectTree) tree.getMethodSelect()).getExpression());
        }
        Optional<TypeMirror> gradient = gradients
                .partType(tree)
                .or(() -> gradients
                        .find(tree)
                        .map(found -> gradients
                                .typeOf(found)
                                .orElseThrow(
                                        () -> symbols.wrongGradient(tree, found.name(), SymbolResolver.AS_OBJECT))));
        if (gradient.isPresent()) {
            return gradient.get();
        }
        TypeMirror receiver = tree.getMethodSelect() instanceof MemberSelectTree select
                        && symbols.isValue(select.getExpression(), this)
                ? typeOf(select.getExpression())
                : null;
        List<TypeMirror> arguments =
                tree.getArguments().stream().map(argument -> typeOf(argument)).toList();
        return methods.resultOf(methodOf(tree).method(), receiver, arguments);
    }

    /** A function fits every interface, as far as overloads are concerned. */
    @Override
    public TypeMirror visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return compiler.types().getNullType();
    }

    @Override
    public TypeMirror visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        return compiler.types().getNullType();
    }

    // ---- operators ----

    @Override
    public TypeMirror visitUnary(UnaryTree tree, @Nullable Void unused) {
        TypeMirror operand = typeOf(tree.getExpression());
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT -> primitive(TypeKind.BOOLEAN);
            case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT ->
                promotion.unary(operand).orElseThrow(() -> ill(tree, "'" + tree + "'"));
            default -> operand;
        };
    }

    @Override
    public TypeMirror visitBinary(BinaryTree tree, @Nullable Void unused) {
        return switch (tree.getKind()) {
            case CONDITIONAL_AND,
                    CONDITIONAL_OR,
                    EQUAL_TO,
                    NOT_EQUAL_TO,
                    LESS_THAN,
                    LESS_THAN_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_EQUAL -> primitive(TypeKind.BOOLEAN);
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
                promotion.unary(typeOf(tree.getLeftOperand())).orElseThrow(() -> ill(tree, "'" + tree + "'"));
            default -> arithmetic(tree, typeOf(tree.getLeftOperand()), typeOf(tree.getRightOperand()));
        };
    }

    private TypeMirror arithmetic(BinaryTree tree, TypeMirror left, TypeMirror right) {
        if (promotion.isBoolean(left) && promotion.isBoolean(right)) {
            return primitive(TypeKind.BOOLEAN);
        }
        if (tree.getKind() == Tree.Kind.PLUS && (isReference(left) || isReference(right))) {
            return promotion.binary(left, right).orElseGet(() -> symbols.libraryType("java.lang.String"));
        }
        return promotion.binary(left, right).orElseThrow(() -> ill(tree, "'" + tree + "'"));
    }

    private static boolean isReference(TypeMirror type) {
        return type instanceof DeclaredType;
    }

    @Override
    public TypeMirror visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        return unify(tree, typeOf(tree.getTrueExpression()), typeOf(tree.getFalseExpression()));
    }

    /** The type of an expression that has one of two values. */
    private TypeMirror unify(Tree tree, TypeMirror first, TypeMirror second) {
        if (compiler.types().isSameType(first, second)) {
            return first;
        } else if (promotion.isBoolean(first) && promotion.isBoolean(second)) {
            return primitive(TypeKind.BOOLEAN);
        }
        return promotion.binary(first, second).orElseGet(() -> reference(tree, first, second));
    }

    @Override
    public TypeMirror visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        List<TypeMirror> results = new SwitchResults(symbols, this).of(tree);
        TypeMirror common = results.get(0);
        for (TypeMirror result : results) {
            common = unify(tree, common, result);
        }
        return common;
    }

    private TypeMirror reference(Tree tree, TypeMirror first, TypeMirror second) {
        if (compiler.types().isAssignable(first, second)) {
            return second;
        } else if (compiler.types().isAssignable(second, first)) {
            return first;
        }
        throw ill(tree, "'" + tree + "'");
    }

    @Override
    public TypeMirror visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        return typeOf(tree.getVariable());
    }

    @Override
    public TypeMirror visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        return typeOf(tree.getVariable());
    }

    @Override
    public TypeMirror visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        return symbols.typeOf(tree.getType());
    }

    @Override
    public TypeMirror visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        return primitive(TypeKind.BOOLEAN);
    }
}
