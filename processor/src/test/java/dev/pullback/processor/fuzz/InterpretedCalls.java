package dev.pullback.processor.fuzz;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StaticField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Calls of the platform and of the runtime, as they are. */
final class InterpretedCalls {
    private static final Map<MethodRef, MethodHandle> METHODS = new ConcurrentHashMap<>();
    private static final Map<StaticField, Object> CONSTANTS = new ConcurrentHashMap<>();

    private InterpretedCalls() {}

    static Object call(MethodRef method, Object[] arguments) {
        MethodHandle handle = METHODS.computeIfAbsent(method, InterpretedCalls::find);
        try {
            return handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The method whose parameters take the arguments, as they are if possible: {@code System.arraycopy} takes objects. */
    private static MethodHandle find(MethodRef method) {
        List<Class<?>> parameters = method.parameterTypes().stream()
                .<Class<?>>map(InterpretedCalls::javaClass)
                .toList();
        int arity = parameters.size() + (method.isStatic() ? 0 : 1);
        try {
            return Arrays.stream(Class.forName(method.owner()).getMethods())
                    .filter(m -> m.getName().equals(method.name())
                            && Modifier.isStatic(m.getModifiers()) == method.isStatic()
                            && m.getParameterCount() == parameters.size()
                            && IntStream.range(0, parameters.size())
                                    .allMatch(i -> accepts(m.getParameterTypes()[i], parameters.get(i))))
                    .min(Comparator.comparing(
                            m -> !List.of(m.getParameterTypes()).equals(parameters)))
                    .map(m -> handle(m, false, arity))
                    .or(() -> variadic(method).map(m -> handle(m, true, arity)))
                    .orElseThrow(() -> new FunctionInterpreter.Unknown(method.toString()));
        } catch (ClassNotFoundException e) {
            throw new FunctionInterpreter.Unknown(e.toString());
        }
    }

    /** The method of that name that takes any number of arguments. */
    private static Optional<Method> variadic(MethodRef method) {
        try {
            return Arrays.stream(Class.forName(method.owner()).getMethods())
                    .filter(m -> m.getName().equals(method.name()) && m.isVarArgs())
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean accepts(Class<?> parameter, Class<?> argument) {
        return parameter == argument
                || parameter == double.class && argument == float.class
                || !argument.isPrimitive() && parameter.isAssignableFrom(argument);
    }

    private static MethodHandle handle(Method method, boolean isVariadic, int count) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            handle = isVariadic ? handle : handle.asFixedArity();
            return handle.asType(MethodType.genericMethodType(count)).asSpreader(Object[].class, count);
        } catch (IllegalAccessException e) {
            throw new FunctionInterpreter.Unknown(e.toString());
        }
    }

    static Object constant(StaticField field) {
        return CONSTANTS.computeIfAbsent(field, f -> {
            try {
                return Class.forName(f.owner()).getField(f.name()).get(null);
            } catch (ReflectiveOperationException e) {
                throw new FunctionInterpreter.Unknown(f + ": " + e);
            }
        });
    }

    static Class<?> javaClass(IrType type) {
        if (type instanceof ArrayType array) {
            return javaClass(array.element()).arrayType();
        } else if (type instanceof PrimitiveType primitive) {
            return switch (primitive) {
                case BOOLEAN -> boolean.class;
                case BYTE -> byte.class;
                case SHORT -> short.class;
                case CHAR -> char.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
                case VOID -> void.class;
            };
        }
        try {
            return Class.forName(((ObjectType) type).qualifiedName());
        } catch (ClassNotFoundException e) {
            throw new FunctionInterpreter.Unknown(type.toString());
        }
    }
}
