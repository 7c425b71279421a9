package dev.pullback.processor.testkit;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a primal and its generated derivatives by reflection, with flat vectors instead of typed bars. Every call works on
 * copies of the arguments; what the callee left in them is part of the {@link Outcome}. Exceptions of the callee are thrown
 * on.
 */
public final class DerivativeProbe implements DifferentiatedMethod {
    private final Method primal;
    private final Class<?> derivatives;
    private final @Nullable Method arrangement;

    /**
     * What a call returned and left behind.
     *
     * @param result the returned number; NaN when the method returns a gradient
     * @param bars the bars afterwards, flat; empty for methods without bars
     * @param after the arguments afterwards
     */
    public record Outcome(double result, double[] bars, Arguments after) {}

    private DerivativeProbe(Method primal, Class<?> derivatives, @Nullable Method arrangement) {
        this.primal = primal;
        this.derivatives = derivatives;
        this.arrangement = arrangement;
    }

    /** The only method of that name in a class, with its generated class from the same compilation. */
    public static DerivativeProbe of(CompilationResult compilation, String className, String method) {
        Method primal = Arrays.stream(compilation.load(className).getDeclaredMethods())
                .filter(m -> m.getName().equals(method) && !m.isSynthetic())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + method + " in " + className));
        primal.setAccessible(true);
        Class<?> derivatives = compilation.load(className.replace('$', '_') + "Derivatives");
        return new DerivativeProbe(primal, derivatives, null);
    }

    /** The same, with arguments that a static method of the primal's class makes of the values that a point consists of. */
    public DerivativeProbe arrangedBy(String name) {
        Method method = Arrays.stream(primal.getDeclaringClass().getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return new DerivativeProbe(primal, derivatives, method);
    }

    @Override
    public boolean isSingle() {
        return primal.getReturnType() == float.class
                || Arrays.stream(primal.getParameterTypes())
                        .anyMatch(type -> type == float.class || type == float[].class || type == float[][].class);
    }

    @Override
    public boolean has(String suffix) {
        boolean isArranged = arrangement != null;
        return !(isArranged && suffix.equals("Objective"))
                && Arrays.stream(derivatives.getDeclaredMethods())
                        .anyMatch(m -> m.getName().equals(primal.getName() + suffix));
    }

    @Override
    public Outcome value(Arguments arguments) {
        Arguments own = arguments.copy();
        double result = number(call(primal, made(arranged(own))));
        return new Outcome(result, new double[0], own);
    }

    @Override
    public Outcome valueAndGradient(Arguments arguments, double[] initialBars, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        Bars bars = new Bars(own, initialBars);
        return valueAndGradient(own, bars, workspace);
    }

    @Override
    public void throwing(Arguments arguments, double[] flatBars) {
        Bars bars = new Bars(arguments, flatBars);
        try {
            valueAndGradient(arguments.copy(), bars, null);
        } finally {
            System.arraycopy(bars.flat(), 0, flatBars, 0, flatBars.length);
        }
    }

    private Outcome valueAndGradient(Arguments own, Bars bars, @Nullable Workspace workspace) {
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        List<Class<?>> types = types();
        append(bars, all, types);
        double result = number(call("ValueAndGradient", all, types, workspace));
        return new Outcome(result, bars.flat(), own);
    }

    @Override
    public Outcome pullback(Arguments arguments, double seed, double[] initialBars, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        Bars bars = new Bars(own, initialBars);
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        List<Class<?>> types = types();
        boolean isSingle = primal.getReturnType() == float.class;
        all.add(isSingle ? (Object) (float) seed : (Object) seed);
        types.add(primal.getReturnType());
        append(bars, all, types);
        Object result = call("Pullback", all, types, workspace);
        return new Outcome(result instanceof Double value ? value : Double.NaN, bars.flat(), own);
    }

    @Override
    public Outcome pushforward(Arguments arguments, double[] tangent, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        Arguments dots = arguments.withFlat(tangent);
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        List<Class<?>> types = types();
        for (Object dot : dots.independents()) {
            all.add(dot);
            types.add(
                    dot instanceof Number
                            ? MethodType.methodType(dot.getClass()).unwrap().returnType()
                            : dot.getClass());
        }
        double result = number(call("Pushforward", all, types, workspace));
        return new Outcome(result, new double[0], own);
    }

    @Override
    public Outcome pushforwards(Arguments arguments, double[][] directions, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        List<Class<?>> types = types();
        all.add(directions);
        types.add(double[][].class);
        if (workspace == null) {
            return new Outcome(Double.NaN, (double[]) call("Pushforwards", all, types, null), own);
        }
        double[] tangents = new double[directions.length];
        Arrays.fill(tangents, Double.NaN);
        all.add(tangents);
        types.add(double[].class);
        call("Pushforwards", all, types, workspace);
        return new Outcome(Double.NaN, tangents, own);
    }

    @Override
    public Outcome gradient(Arguments arguments) {
        Arguments own = arguments.copy();
        Object result = call("Gradient", new ArrayList<>(Arrays.asList(arranged(own))), types(), null);
        return new Outcome(Double.NaN, flatten(result), own);
    }

    @Override
    public Outcome hessianVector(Arguments arguments, double[] vector, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        List<Class<?>> types = types();
        all.add(vector.clone());
        types.add(double[].class);
        if (workspace == null) {
            return new Outcome(Double.NaN, (double[]) call("HessianVector", all, types, null), own);
        }
        double[] product = new double[vector.length];
        Arrays.fill(product, Double.NaN);
        all.add(product);
        types.add(double[].class);
        call("HessianVector", all, types, workspace);
        return new Outcome(Double.NaN, product, own);
    }

    @Override
    public Outcome taylor(Arguments arguments, double[] direction, int order, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        List<Class<?>> types = types();
        all.add(direction.clone());
        types.add(double[].class);
        if (workspace == null) {
            all.add(order);
            types.add(int.class);
            return new Outcome(Double.NaN, (double[]) call("Taylor", all, types, null), own);
        }
        double[] coefficients = new double[order + 1];
        Arrays.fill(coefficients, Double.NaN);
        all.add(coefficients);
        types.add(double[].class);
        call("Taylor", all, types, workspace);
        return new Outcome(Double.NaN, coefficients, own);
    }

    @Override
    public Outcome thirdOrder(Arguments arguments, double[] vector, double[] direction, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        List<Class<?>> types = types();
        all.add(vector.clone());
        types.add(double[].class);
        all.add(direction.clone());
        types.add(double[].class);
        if (workspace == null) {
            return new Outcome(Double.NaN, (double[]) call("ThirdOrder", all, types, null), own);
        }
        double[] result = new double[vector.length];
        Arrays.fill(result, Double.NaN);
        all.add(result);
        types.add(double[].class);
        call("ThirdOrder", all, types, workspace);
        return new Outcome(Double.NaN, result, own);
    }

    @Override
    public SparsityPattern hessianPattern(Arguments arguments) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        SparsityPattern pattern = (SparsityPattern) call("HessianPattern", all, types(), null);
        if (own.difference(arguments) != null) {
            throw new AssertionError("the pattern changed its arguments: " + own.difference(arguments));
        }
        return pattern;
    }

    @Override
    public double[][] hessian(Arguments arguments) {
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(arguments.copy())));
        return (double[][]) call("Hessian", all, types(), null);
    }

    @Override
    public double[] hessianDiagonal(Arguments arguments) {
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(arguments.copy())));
        return (double[]) call("HessianDiagonal", all, types(), null);
    }

    @Override
    public Outcome gradientAndHessian(
            Arguments arguments, double[] gradient, double[][] hessian, @Nullable Workspace workspace) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(arranged(own)));
        List<Class<?>> types = types();
        all.add(gradient);
        types.add(double[].class);
        all.add(hessian);
        types.add(double[][].class);
        double result = number(call("GradientAndHessian", all, types, workspace));
        return new Outcome(result, gradient, own);
    }

    @Override
    public Objective objective(Arguments arguments) {
        Arguments own = arguments.copy();
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < own.values().length; i++) {
            if (!arguments.isIndependent(i)) {
                all.add(own.values()[i]);
            }
        }
        List<Object> arrays = arguments.independents().stream()
                .filter(v -> v.getClass().isArray())
                .toList();
        if (arrays.size() > 1 || arrays.stream().anyMatch(Object[].class::isInstance)) {
            arrays.forEach(array -> addSizes(array, all));
        }
        Method method = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(m -> m.getName().equals(primal.getName() + "Objective") && takes(m, all))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return (Objective) call(method, made(all.toArray()));
    }

    /** There may be another objective that takes the independents instead of their sizes. */
    private static boolean takes(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments.size()
                && IntStream.range(0, types.length)
                        .allMatch(i -> arguments.get(i) instanceof Arguments.Made
                                || types[i].isArray()
                                        == arguments.get(i).getClass().isArray());
    }

    private static void addSizes(Object array, List<Object> sizes) {
        sizes.add(Array.getLength(array));
        if (array.getClass().getComponentType().isArray()) {
            addSizes(
                    Array.getLength(array) == 0
                            ? Array.newInstance(
                                    array.getClass().getComponentType().getComponentType(), 0)
                            : Array.get(array, 0),
                    sizes);
        }
    }

    private static void append(Bars bars, List<Object> all, List<Class<?>> types) {
        bars.values().forEach(bar -> {
            all.add(bar);
            types.add(bar.getClass());
        });
    }

    private static double number(Object result) {
        return ((Number) result).doubleValue();
    }

    private static double[] flatten(Object gradient) {
        if (gradient instanceof Number || gradient.getClass().isArray()) {
            return Arguments.flatten(List.of(gradient));
        }
        List<Object> parts = new ArrayList<>();
        for (Field field : gradient.getClass().getDeclaredFields()) {
            parts.add(callOn(gradient, accessor(gradient, field.getName())));
        }
        return Arguments.flatten(parts);
    }

    private static Method accessor(Object gradient, String name) {
        try {
            Method accessor = gradient.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private Object call(String suffix, List<Object> arguments, List<Class<?>> types, @Nullable Workspace workspace) {
        if (workspace != null) {
            arguments.add(workspace);
            types.add(Workspace.class);
        }
        try {
            Method method = derivatives.getDeclaredMethod(name(suffix), types.toArray(Class<?>[]::new));
            method.setAccessible(true);
            return call(method, made(arguments.toArray()));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(
                    "no " + primal.getName() + suffix + types + " among "
                            + Arrays.toString(derivatives.getDeclaredMethods()),
                    e);
        }
    }

    /** The pullback of a method that overwrites its arguments has a name of its own. */
    private String name(String suffix) {
        String name = primal.getName() + suffix;
        boolean isInPlace = suffix.equals("Pullback")
                && Arrays.stream(derivatives.getDeclaredMethods())
                        .anyMatch(m -> m.getName().equals(name + "InPlace"));
        return isInPlace ? name + "InPlace" : name;
    }

    /** The parameters of the derivatives that stand for those of the primal: its receiver first, if it has one. */
    private List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        if (!Modifier.isStatic(primal.getModifiers())) {
            types.add(primal.getDeclaringClass());
        }
        types.addAll(Arrays.asList(primal.getParameterTypes()));
        return types;
    }

    private Object[] arranged(Arguments values) {
        return arrangement == null ? values.values() : (Object[]) callOn(null, arrangement, values.values());
    }

    /** The arguments with new objects in place of the names of the methods that make them. */
    private Object[] made(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Arguments.Made made ? make(made.factory()) : argument)
                .toArray();
    }

    private Object make(String factory) {
        try {
            Method method = primal.getDeclaringClass().getDeclaredMethod(factory);
            method.setAccessible(true);
            return callOn(null, method);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("no method " + factory + "() that makes an argument", e);
        }
    }

    private static Object call(Method method, Object[] arguments) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return isStatic
                ? callOn(null, method, arguments)
                : callOn(arguments[0], method, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static Object callOn(@Nullable Object receiver, Method method, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw DerivativeProbe.<RuntimeException>unchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable cause) throws T {
        throw (T) cause;
    }
}
