package dev.pullback.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.request.RequestReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What the names in one body mean: joins the local variables of the current scope with the members and imports that {@link
 * NameResolver} finds. A variable obscures a type of its name, and a type obscures a package (JLS 6.4.2).
 */
final class SymbolResolver {

    /** Why a gradient with several parts is refused. */
    static final String AS_OBJECT = "it stands here as an object, not for one of its parts";

    private final CompilerAccess compiler;
    private final NameResolver names;
    private final CompilationUnitTree unit;
    private Scope scope = new Scope(null);

    SymbolResolver(CompilerAccess compiler, CompilationUnitTree unit, TypeElement enclosing) {
        this.compiler = compiler;
        this.unit = unit;
        this.names = new NameResolver(compiler.elements(), unit, enclosing);
    }

    // ---- scopes ----

    Scope scope() {
        return scope;
    }

    /** Opens a block. */
    void enter() {
        scope = new Scope(scope);
    }

    /** Closes the innermost block. */
    void leave() {
        scope = scope.outer();
    }

    /** Lowers something in a block of its own inside another scope. */
    <R> R within(Scope other, Supplier<R> lowering) {
        Scope before = scope;
        scope = new Scope(other);
        try {
            return lowering.get();
        } finally {
            scope = before;
        }
    }

    // ---- names ----

    /** What an identifier or qualified name means. */
    Symbol resolve(ExpressionTree tree, BodyTyper typer) {
        Symbol found = find(tree, typer)
                .filter(symbol -> !(symbol instanceof Symbol.PackageName))
                .orElseThrow(() -> unresolved(tree));
        if (found instanceof Symbol.LocalName name && name.local().isGradient()) {
            throw wrongGradient(tree, name.local().name(), AS_OBJECT);
        }
        return found;
    }

    /** The error for a gradient that cannot be differentiated. */
    Unsupported wrongGradient(Tree tree, String name, String reason) {
        return new Unsupported(Diagnostic.of(DiagnosticCode.AD226, position(tree), name, reason));
    }

    /** Whether an expression is a value rather than the name of a type or package. */
    boolean isValue(ExpressionTree tree, BodyTyper typer) {
        boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        if (!isName || PassiveLowering.isClassLiteral(tree)) {
            return true;
        }
        Optional<Symbol> symbol = find(tree, typer);
        return symbol.isPresent()
                && !(symbol.get() instanceof Symbol.TypeName)
                && !(symbol.get() instanceof Symbol.PackageName);
    }

    private Optional<Symbol> find(ExpressionTree tree, BodyTyper typer) {
        if (tree instanceof IdentifierTree identifier) {
            return Optional.of(simple(tree, identifier.getName().toString()));
        } else if (tree instanceof MemberSelectTree select) {
            return member(select, typer);
        }
        return Optional.empty();
    }

    private Symbol simple(Tree tree, String name) {
        Optional<Local> local = scope.find(name);
        if (local.isPresent()) {
            return new Symbol.LocalName(local.get());
        }
        if (name.equals("this") || name.equals("super")) {
            throw new Unsupported(Diagnostic.of(DiagnosticCode.AD202, position(tree), "'" + name + "'"));
        }
        Optional<VariableElement> field = names.field(name);
        if (field.isPresent()) {
            return new Symbol.FieldName(field.get(), ownType(field.get()));
        }
        return names.type(name).<Symbol>map(Symbol.TypeName::new).orElseGet(() -> new Symbol.PackageName(name));
    }

    /** The type of a field as a member of the receiver's class, which may give a superclass type arguments. */
    private TypeMirror ownType(VariableElement field) {
        return scope.find("this")
                .map(Local::type)
                .filter(type -> compiler.types()
                        .isSubtype(
                                compiler.types().erasure(type),
                                compiler.types()
                                        .erasure(RequestReader.declaringType(field)
                                                .asType())))
                .map(type -> compiler.types().asMemberOf((DeclaredType) type, field))
                .orElseGet(field::asType);
    }

    private Optional<Symbol> member(MemberSelectTree select, BodyTyper typer) {
        String name = select.getIdentifier().toString();
        ExpressionTree qualifier = select.getExpression();
        Optional<Symbol> owner = find(qualifier, typer);
        if (owner.isPresent() && owner.get() instanceof Symbol.PackageName packageName) {
            String qualified = packageName.name() + "." + name;
            return Optional.of(names.qualifiedType(qualified)
                    .<Symbol>map(Symbol.TypeName::new)
                    .orElseGet(() -> new Symbol.PackageName(qualified)));
        } else if (owner.isPresent() && owner.get() instanceof Symbol.TypeName typeName) {
            return staticMember(typeName.type(), name);
        } else if (owner.isPresent() && owner.get() instanceof Symbol.LocalName record) {
            Optional<Local> component = record.local().component(name);
            if (component.isPresent()) {
                return component.map(Symbol.LocalName::new);
            }
        }
        TypeMirror type = typer.typeOf(qualifier);
        if (type.getKind() == TypeKind.ARRAY && name.equals("length")) {
            return Optional.of(new Symbol.ArrayLength(qualifier));
        }
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? names.memberField(element, name)
                        .map(field ->
                                new Symbol.FieldName(field, compiler.types().asMemberOf(declared, field)))
                : Optional.empty();
    }

    private Optional<Symbol> staticMember(TypeElement owner, String name) {
        Optional<Symbol> field =
                names.memberField(owner, name).map(element -> new Symbol.FieldName(element, element.asType()));
        return field.isPresent() ? field : names.memberType(owner, name).map(Symbol.TypeName::new);
    }

    /** All methods that the name in a call can mean, whatever their parameters. */
    List<ExecutableElement> methods(ExpressionTree select, BodyTyper typer) {
        List<ExecutableElement> found = List.of();
        if (select instanceof IdentifierTree identifier) {
            found = names.methods(identifier.getName().toString());
        } else if (select instanceof MemberSelectTree member) {
            String name = member.getIdentifier().toString();
            found = owner(member.getExpression(), typer)
                    .map(type -> names.memberMethods(type, name))
                    .orElse(List.of());
        }
        if (found.isEmpty()) {
            throw unresolved(select);
        }
        return found;
    }

    /** The class whose derivatives the class holds that a call names, or that its method is imported from. */
    Optional<TypeElement> derivedClass(ExpressionTree select) {
        if (select instanceof MemberSelectTree member) {
            String qualifier = member.getExpression().toString();
            return scope.find(firstName(member.getExpression())).isPresent()
                    ? Optional.empty()
                    : names.derivedClass(qualifier);
        }
        return select instanceof IdentifierTree identifier
                ? names.derivedClassOfImport(identifier.getName().toString())
                : Optional.empty();
    }

    /** All methods that a method reference can mean. */
    List<ExecutableElement> methods(MemberReferenceTree reference, BodyTyper typer) {
        return owner(reference.getQualifierExpression(), typer)
                .map(type -> names.memberMethods(type, reference.getName().toString()))
                .orElse(List.of());
    }

    /** The class in which a qualified call looks for its method. */
    private Optional<TypeElement> owner(ExpressionTree qualifier, BodyTyper typer) {
        if (!isValue(qualifier, typer)) {
            Optional<TypeElement> type = find(qualifier, typer)
                    .filter(Symbol.TypeName.class::isInstance)
                    .map(symbol -> ((Symbol.TypeName) symbol).type());
            if (type.isEmpty()) {
                throw unresolvedClass(qualifier);
            }
            return type;
        }
        TypeMirror type = typer.typeOf(qualifier);
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    // ---- types ----

    /** The type that a type tree denotes. */
    TypeMirror typeOf(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive) {
            return primitive.getPrimitiveTypeKind() == TypeKind.VOID
                    ? compiler.types().getNoType(TypeKind.VOID)
                    : compiler.types().getPrimitiveType(primitive.getPrimitiveTypeKind());
        } else if (tree instanceof ArrayTypeTree array) {
            return compiler.types().getArrayType(typeOf(array.getType()));
        } else if (tree instanceof ParameterizedTypeTree parameterized) {
            return parameterized(parameterized);
        } else if (tree instanceof AnnotatedTypeTree annotated) {
            return typeOf(annotated.getUnderlyingType());
        }
        return names.typeParameter(tree.toString())
                .or(() -> typeName(tree, tree.toString())
                        .map(type -> compiler.types().erasure(type.asType())))
                .orElseThrow(() -> unresolvedClass(tree));
    }

    private TypeMirror parameterized(ParameterizedTypeTree tree) {
        TypeMirror raw = typeOf(tree.getType());
        if (tree.getTypeArguments().isEmpty() || !(raw instanceof DeclaredType declared)) {
            return raw;
        }
        TypeMirror[] arguments =
                tree.getTypeArguments().stream().map(this::typeArgument).toArray(TypeMirror[]::new);
        return compiler.types().getDeclaredType((TypeElement) declared.asElement(), arguments);
    }

    private TypeMirror typeArgument(Tree tree) {
        if (!(tree instanceof WildcardTree wildcard)) {
            return typeOf(tree);
        }
        return switch (tree.getKind()) {
            case EXTENDS_WILDCARD -> compiler.types().getWildcardType(typeOf(wildcard.getBound()), null);
            case SUPER_WILDCARD -> compiler.types().getWildcardType(null, typeOf(wildcard.getBound()));
            default -> compiler.types().getWildcardType(null, null);
        };
    }

    private Optional<TypeElement> typeName(Tree tree, String name) {
        if (tree instanceof MemberSelectTree select) {
            String identifier = select.getIdentifier().toString();
            return typeName(select.getExpression(), select.getExpression().toString())
                    .flatMap(owner -> names.memberType(owner, identifier))
                    .or(() -> names.qualifiedType(name));
        }
        return names.type(name);
    }

    /** A class of the platform. */
    TypeMirror libraryType(String name) {
        return names.qualifiedType(name).orElseThrow().asType();
    }

    // ---- errors ----

    TreePosition position(Tree tree) {
        return new TreePosition(unit, tree);
    }

    /**
     * The error for a name that means nothing. A class may still be generated, so it has a code of its own: the processor
     * waits for it, but not for a variable or method that could not come from anywhere.
     */
    Unsupported unresolved(Tree tree) {
        String first = firstName(tree);
        boolean isQualified = tree instanceof MemberSelectTree && !isKnown(first);
        return isQualified || names.hasUnresolvedStaticImport(first)
                ? unresolvedClass(tree)
                : new Unsupported(Diagnostic.of(DiagnosticCode.AD301, position(tree), tree));
    }

    private Unsupported unresolvedClass(Tree tree) {
        String first = firstName(tree);
        if (first.endsWith(NameResolver.DERIVATIVES)) {
            return new Unsupported(Diagnostic.of(DiagnosticCode.AD224, position(tree), first));
        }
        return new Unsupported(Diagnostic.of(DiagnosticCode.AD307, position(tree), tree));
    }

    private boolean isKnown(String name) {
        return scope.find(name).isPresent()
                || names.field(name).isPresent()
                || names.type(name).isPresent();
    }

    private static String firstName(Tree tree) {
        return tree instanceof MemberSelectTree select ? firstName(select.getExpression()) : tree.toString();
    }
}
