package dev.pullback.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import dev.pullback.processor.request.AnnotationValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What simple names mean inside a class, without asking javac to attribute it: members of the class and the classes around it,
 * inherited ones included, then imports, the package, and {@code java.lang} (JLS 6.5). Local variables come before all of
 * these and are the {@link Scope}'s business.
 */
final class NameResolver {

    /** How the names of generated classes end. */
    static final String DERIVATIVES = "Derivatives";

    private final Elements elements;
    private final CompilationUnitTree unit;
    private final TypeElement enclosing;

    /** Names in {@code enclosing}, which {@code unit} declares. */
    NameResolver(Elements elements, CompilationUnitTree unit, TypeElement enclosing) {
        this.elements = elements;
        this.unit = unit;
        this.enclosing = enclosing;
    }

    // ---- types ----

    /** The type with a simple name. */
    Optional<TypeElement> type(String name) {
        return Stream.<Function<String, Optional<TypeElement>>>of(
                        this::memberTypeInScope,
                        this::singleTypeImport,
                        this::typeOfPackage,
                        this::singleStaticTypeImport,
                        this::onDemandType)
                .flatMap(search -> search.apply(name).stream())
                .findFirst();
    }

    /** The type parameter, of a class around, with a simple name. */
    Optional<TypeMirror> typeParameter(String name) {
        for (Element scope = enclosing; scope instanceof TypeElement type; scope = scope.getEnclosingElement()) {
            Optional<TypeMirror> found = type.getTypeParameters().stream()
                    .filter(parameter -> parameter.getSimpleName().contentEquals(name))
                    .map(Element::asType)
                    .findFirst();
            if (found.isPresent()
                    || memberType(type, name).isPresent()
                    || type.getModifiers().contains(Modifier.STATIC)) {
                return found.filter(parameter -> memberType(type, name).isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The type with a canonical name. */
    Optional<TypeElement> qualifiedType(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }

    /** A nested type of {@code owner}, inherited ones included. */
    Optional<TypeElement> memberType(TypeElement owner, String name) {
        return members(owner, ElementFilter::typesIn, name).stream().findFirst();
    }

    private Optional<TypeElement> memberTypeInScope(String name) {
        for (Element scope = enclosing; scope instanceof TypeElement type; scope = scope.getEnclosingElement()) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = memberType(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> singleTypeImport(String name) {
        return imports(false)
                .filter(select -> select.getIdentifier().contentEquals(name))
                .flatMap(select -> qualifiedType(select.toString()).stream())
                .findFirst();
    }

    private Optional<TypeElement> singleStaticTypeImport(String name) {
        return imports(true)
                .filter(select -> select.getIdentifier().contentEquals(name))
                .flatMap(select -> qualifiedType(select.getExpression().toString()).stream())
                .flatMap(owner -> memberType(owner, name).stream())
                .findFirst();
    }

    private Optional<TypeElement> typeOfPackage(String name) {
        String packageName = elements.getPackageOf(enclosing).getQualifiedName().toString();
        return qualifiedType(packageName.isEmpty() ? name : packageName + "." + name);
    }

    private Optional<TypeElement> onDemandType(String name) {
        Stream<String> owners = imports(false)
                .filter(NameResolver::isOnDemand)
                .map(select -> select.getExpression().toString());
        return Stream.concat(owners, Stream.of("java.lang"))
                .flatMap(owner -> qualifiedType(owner + "." + name).stream())
                .findFirst();
    }

    // ---- fields ----

    /** The field that a simple name means. */
    Optional<VariableElement> field(String name) {
        for (Element scope = enclosing; scope instanceof TypeElement type; scope = scope.getEnclosingElement()) {
            Optional<VariableElement> member = memberField(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return staticallyImported(name)
                .flatMap(owner -> memberField(owner, name).stream())
                .filter(field -> field.getModifiers().contains(Modifier.STATIC))
                .findFirst();
    }

    /** A field of {@code owner}, inherited ones included; a field hides inherited ones of its name. */
    Optional<VariableElement> memberField(TypeElement owner, String name) {
        return members(owner, ElementFilter::fieldsIn, name).stream().findFirst();
    }

    // ---- methods ----

    /** The methods that a simple name can mean: those of the innermost class that has any, or imported ones. */
    List<ExecutableElement> methods(String name) {
        for (Element scope = enclosing; scope instanceof TypeElement type; scope = scope.getEnclosingElement()) {
            List<ExecutableElement> members = memberMethods(type, name);
            if (!members.isEmpty()) {
                return members;
            }
        }
        List<ExecutableElement> single = importedMethods(singleStaticImports(name), name);
        return single.isEmpty() ? importedMethods(onDemandStaticImports(), name) : single;
    }

    /** All methods of {@code owner} with a name, inherited ones included, overridden and hidden ones left out. */
    List<ExecutableElement> memberMethods(TypeElement owner, String name) {
        List<ExecutableElement> found = new ArrayList<>();
        for (ExecutableElement method : members(owner, ElementFilter::methodsIn, name)) {
            boolean isOverridden = found.stream()
                    .anyMatch(other -> elements.overrides(other, method, owner) || elements.hides(other, method));
            if (!isOverridden) {
                found.add(method);
            }
        }
        return found;
    }

    private List<ExecutableElement> importedMethods(Stream<TypeElement> owners, String name) {
        return owners.flatMap(owner -> memberMethods(owner, name).stream())
                .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                .distinct()
                .toList();
    }

    // ---- generated classes ----

    /** The class whose derivatives a class of this name holds, whether or not that is generated yet. */
    Optional<TypeElement> derivedClass(String name) {
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            return derivedClass(name.substring(0, dot), name.substring(dot + 1));
        }
        Stream<String> named = imports(false)
                .filter(select -> select.getIdentifier().contentEquals(name))
                .map(select -> select.getExpression().toString());
        Stream<String> onDemand = imports(false)
                .filter(NameResolver::isOnDemand)
                .map(select -> select.getExpression().toString());
        String own = elements.getPackageOf(enclosing).getQualifiedName().toString();
        return Stream.of(named, Stream.of(own), onDemand)
                .flatMap(packages -> packages)
                .flatMap(packageName -> derivedClass(packageName, name).stream())
                .findFirst();
    }

    /** The class whose derivatives a static import brings. */
    Optional<TypeElement> derivedClassOfImport(String method) {
        return imports(true)
                .filter(select -> isOnDemand(select) || select.getIdentifier().contentEquals(method))
                .flatMap(select -> derivedClass(select.getExpression().toString()).stream())
                .findFirst();
    }

    private Optional<TypeElement> derivedClass(String packageName, String generated) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        boolean isOther = qualifiedType(prefix + generated)
                .filter(type -> !AnnotationValues.isGenerated(type))
                .isPresent();
        if (!generated.endsWith(DERIVATIVES) || isOther) {
            return Optional.empty();
        }
        String name = generated.substring(0, generated.length() - DERIVATIVES.length());
        return primal(prefix, name);
    }

    /** The class with a name in which {@code _} stands for itself or before a nested class. */
    private Optional<TypeElement> primal(String prefix, String name) {
        Optional<TypeElement> found = qualifiedType(prefix + name);
        for (int i = name.indexOf('_'); i > 0 && found.isEmpty(); i = name.indexOf('_', i + 1)) {
            String outer = prefix + name.substring(0, i);
            if (qualifiedType(outer).isPresent()) {
                found = primal(outer + ".", name.substring(i + 1));
            }
        }
        return found;
    }

    // ---- members and imports ----

    /** Accessible members of a kind and name that {@code owner} declares or inherits, its own first. */
    private <E extends Element> List<E> members(
            TypeElement owner, Function<Iterable<? extends Element>, List<E>> filter, String name) {
        List<E> found = new ArrayList<>();
        for (TypeElement type : withSupertypes(owner)) {
            for (E element : filter.apply(type.getEnclosedElements())) {
                if (element.getSimpleName().contentEquals(name) && isAccessible(element, !type.equals(owner))) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    /** Whether code of the enclosing class may use a member; of inherited ones private ones are none. */
    private boolean isAccessible(Element member, boolean isInherited) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)) {
            return true;
        } else if (modifiers.contains(Modifier.PRIVATE)) {
            return !isInherited && outermost(member).equals(outermost(enclosing));
        }
        return elements.getPackageOf(member).equals(elements.getPackageOf(enclosing));
    }

    private static Element outermost(Element element) {
        Element outer = element.getEnclosingElement();
        return outer == null || outer instanceof PackageElement ? element : outermost(outer);
    }

    /** A type and its supertypes: superclasses before interfaces. */
    private Set<TypeElement> withSupertypes(TypeElement type) {
        Set<TypeElement> types = new LinkedHashSet<>();
        addSupertypes(type, types);
        // The members of Object are members of interfaces, too.
        types.add(elements.getTypeElement("java.lang.Object"));
        return types;
    }

    private static void addSupertypes(TypeElement type, Set<TypeElement> types) {
        if (types.add(type)) {
            asElement(type.getSuperclass()).ifPresent(superclass -> addSupertypes(superclass, types));
            type.getInterfaces()
                    .forEach(mirror -> asElement(mirror).ifPresent(superType -> addSupertypes(superType, types)));
        }
    }

    private static Optional<TypeElement> asElement(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private Stream<TypeElement> staticallyImported(String name) {
        return Stream.concat(singleStaticImports(name), onDemandStaticImports());
    }

    private Stream<TypeElement> singleStaticImports(String name) {
        return imports(true)
                .filter(select -> select.getIdentifier().contentEquals(name))
                .flatMap(select -> qualifiedType(select.getExpression().toString()).stream());
    }

    private Stream<TypeElement> onDemandStaticImports() {
        return imports(true)
                .filter(NameResolver::isOnDemand)
                .flatMap(select -> qualifiedType(select.getExpression().toString()).stream());
    }

    /** Whether an import that could bring {@code name} names a class that does not exist. */
    boolean hasUnresolvedStaticImport(String name) {
        return imports(true)
                .filter(select -> isOnDemand(select) || select.getIdentifier().contentEquals(name))
                .anyMatch(select ->
                        qualifiedType(select.getExpression().toString()).isEmpty());
    }

    private static boolean isOnDemand(MemberSelectTree select) {
        return select.getIdentifier().contentEquals("*");
    }

    private Stream<MemberSelectTree> imports(boolean isStatic) {
        return unit.getImports().stream()
                .filter(tree -> tree.isStatic() == isStatic)
                .map(ImportTree::getQualifiedIdentifier)
                .filter(MemberSelectTree.class::isInstance)
                .map(MemberSelectTree.class::cast);
    }
}
