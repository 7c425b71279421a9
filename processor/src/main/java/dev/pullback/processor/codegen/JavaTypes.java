package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.List;
import java.util.Map;

/** The types of the representation and of the runtime as JavaPoet names them. */
final class JavaTypes {

    static final ClassName WORKSPACE = ClassName.get("dev.pullback.runtime", "Workspace");
    static final ClassName OBJECTIVE = ClassName.get("dev.pullback.runtime", "Objective");
    static final ClassName JACOBIANS = ClassName.get("dev.pullback.runtime", "Jacobians");
    static final ClassName SERIES = ClassName.get("dev.pullback.runtime.taylor", "Series");
    static final ClassName PATTERN = ClassName.get("dev.pullback.runtime.sparse", "SparsityPattern");
    static final ClassName PARAMETER_BLOCKS = ClassName.get("dev.pullback.runtime", "ParameterBlocks");
    static final ClassName RECORDS = ClassName.get("dev.pullback.runtime", "Records");
    static final ClassName SHARED_MEMORY = ClassName.get("dev.pullback.runtime", "SharedMemory");
    static final ClassName SHAPES = ClassName.get("dev.pullback.runtime", "Shapes");
    static final ClassName GENERATED = ClassName.get("dev.pullback.annotations", "PullbackGenerated");
    static final ClassName SECOND_ORDER_OBJECTIVE = ClassName.get("dev.pullback.runtime", "SecondOrderObjective");
    static final ClassName EXAMPLE_LOSS = ClassName.get("dev.pullback.runtime.data", "ExampleLoss");
    static final ClassName FIXED_POINT = ClassName.get("dev.pullback.runtime.implicit", "FixedPoint");
    static final ClassName ROOT = ClassName.get("dev.pullback.runtime.implicit", "Root");

    static final ClassName FIELD_HANDLES = ClassName.get("dev.pullback.runtime", "FieldHandles");
    static final ClassName VAR_HANDLE = ClassName.get("java.lang.invoke", "VarHandle");
    static final ClassName METHOD_HANDLES = ClassName.get("java.lang.invoke", "MethodHandles");

    /** The classes that generated classes may name whatever their methods do. */
    static final List<ClassName> OURS = List.of(
            WORKSPACE,
            OBJECTIVE,
            JACOBIANS,
            SERIES,
            PATTERN,
            PARAMETER_BLOCKS,
            RECORDS,
            SHARED_MEMORY,
            SHAPES,
            GENERATED,
            SECOND_ORDER_OBJECTIVE,
            EXAMPLE_LOSS,
            FIXED_POINT,
            ROOT,
            FIELD_HANDLES,
            VAR_HANDLE,
            METHOD_HANDLES);

    static final TypeName VECTOR = ArrayTypeName.of(TypeName.DOUBLE);
    static final TypeName MATRIX = ArrayTypeName.of(VECTOR);

    // Without a package JavaPoet writes the simple name and no import. Should the primal's package have a class of that
    // name, the result does not compile; of Math it would, with other numbers, so that one is imported.
    static final ClassName OVERRIDE = ClassName.get("", "Override");
    static final ClassName SUPPRESS_WARNINGS = ClassName.get("", "SuppressWarnings");
    static final ClassName STRING = ClassName.get("", "String");
    static final ClassName UNSUPPORTED = ClassName.get("", "UnsupportedOperationException");
    static final ClassName ILLEGAL_ARGUMENT = ClassName.get("", "IllegalArgumentException");

    /** Where user code names one of them, it must be the same one. */
    private static final Map<String, ClassName> KNOWN = Map.of(
            "java.lang.String", STRING,
            "java.lang.UnsupportedOperationException", UNSUPPORTED,
            "java.lang.IllegalArgumentException", ILLEGAL_ARGUMENT);

    private JavaTypes() {}

    /** The Java type of a type of the representation. */
    static TypeName of(IrType type) {
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof ObjectType object) {
            return of(object);
        }
        return switch ((PrimitiveType) type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case VOID -> TypeName.VOID;
        };
    }

    /** The type without type arguments, as class literals need it. */
    static TypeName erased(IrType type) {
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(erased(array.element()));
        }
        return of(type instanceof ObjectType object ? new ObjectType(object.qualifiedName()) : type);
    }

    /** The type of the partial derivatives with respect to a variable: those of all scalars stand in one vector. */
    static TypeName partial(IrType type) {
        return type.isArray() ? of(type) : TypeName.DOUBLE;
    }

    /** The type of an array's elements behind all dimensions. */
    static TypeName scalar(IrType array) {
        return of(((ArrayType) array).scalar());
    }

    private static TypeName of(ObjectType type) {
        ClassName raw = KNOWN.getOrDefault(type.qualifiedName(), className(type.qualifiedName()));
        if (type.arguments().isEmpty()) {
            return raw;
        }
        return ParameterizedTypeName.get(
                raw, type.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new));
    }

    private static TypeName of(ObjectType.Argument argument) {
        return switch (argument.variance()) {
            case EXACT -> of(argument.type());
            case EXTENDS -> WildcardTypeName.subtypeOf(of(argument.type()));
            case SUPER -> WildcardTypeName.supertypeOf(of(argument.type()));
        };
    }

    /** The class of the given simple names, from the outermost one inwards. */
    static ClassName nested(String packageName, List<String> classNames) {
        return ClassName.get(
                packageName,
                classNames.get(0),
                classNames.subList(1, classNames.size()).toArray(String[]::new));
    }

    /**
     * Splits a canonical name into package and classes: the first segment that starts with a capital begins the classes; in a
     * name without capitals the last segment is the class.
     */
    static ClassName className(String canonicalName) {
        List<String> segments = List.of(canonicalName.split("\\."));
        int first = 0;
        while (first < segments.size() - 1
                && !Character.isUpperCase(segments.get(first).codePointAt(0))) {
            first++;
        }
        return nested(String.join(".", segments.subList(0, first)), segments.subList(first, segments.size()));
    }
}
