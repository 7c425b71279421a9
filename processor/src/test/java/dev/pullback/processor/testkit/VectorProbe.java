package dev.pullback.processor.testkit;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a vector-valued method {@code f} and its derivatives as a map between flat vectors: from its independents to its
 * result, if it has one, followed by its outputs.
 */
public final class VectorProbe {
    private static final Pattern OUTPUTS = Pattern.compile("outputs = (\\{[^}]*}|\"\\w+\")");
    private static final Pattern PARAMETERS = Pattern.compile("static [\\w\\[\\]]+ f\\(([^)]*)\\)");

    private final Method primal;
    private final Class<?> derivatives;
    private final List<Integer> outputs;

    private VectorProbe(Method primal, Class<?> derivatives, List<Integer> outputs) {
        this.primal = primal;
        this.derivatives = derivatives;
        this.outputs = outputs;
    }

    /** The method {@code f} of a class. */
    public static VectorProbe of(CompilationResult compilation, SourceFile source) {
        Method primal = Arrays.stream(compilation.load(source.name()).getDeclaredMethods())
                .filter(method -> method.getName().equals("f"))
                .findFirst()
                .orElseThrow();
        return new VectorProbe(primal, compilation.load(source.name() + "Derivatives"), outputs(source.text()));
    }

    private static List<Integer> outputs(String text) {
        Matcher annotation = OUTPUTS.matcher(text);
        Matcher method = PARAMETERS.matcher(text);
        if (!annotation.find() || !method.find()) {
            return List.of();
        }
        String[] parameters = method.group(1).split(",");
        return IntStream.range(0, parameters.length)
                .filter(i ->
                        annotation.group(1).contains('"' + parameters[i].strip().replaceAll(".* ", "") + '"'))
                .boxed()
                .toList();
    }

    /**
     * What a call left behind.
     *
     * @param values results or derivatives, flat
     * @param after the arguments
     */
    public record Outcome(double[] values, Arguments after) {}

    /** The results. */
    public Outcome values(Arguments point) {
        Arguments own = point.copy();
        return new Outcome(Arguments.flatten(results(call(primal, own.values()), own)), own);
    }

    /**
     * The products of the results' adjoints with the Jacobian.
     *
     * @param initial what the bars of the arguments hold before; those of outputs do not count
     */
    public Outcome pullback(Arguments point, double[] seeds, double[] initial, @Nullable Workspace workspace) {
        Arguments own = point.copy();
        Object result = call(primal, point.copy().values());
        List<Object> adjoints = unflatten(results(result, point.copy()), seeds);
        Object resultBar = resultBar(result, adjoints);
        double[] seedsBefore = resultBar == null ? new double[0] : Arguments.flatten(RecordTwins.leaves(resultBar));
        Object[] bars = new Object[own.values().length];
        Arguments typed = point.withFlat(initial);
        for (int i = 0; i < bars.length; i++) {
            int output = outputs.indexOf(i);
            bars[i] = output >= 0 ? adjoints.get(output) : typed.values()[i];
        }
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        if (resultBar != null) {
            all.add(resultBar);
        }
        outputs.forEach(i -> all.add(bars[i]));
        List<Integer> scalars = new ArrayList<>();
        for (int i = 0; i < bars.length; i++) {
            if (point.isIndependent(i) && bars[i] instanceof Double) {
                scalars.add(i);
            } else if (point.isIndependent(i) && !outputs.contains(i)) {
                all.add(bars[i]);
            }
        }
        double[] scalarBars =
                scalars.stream().mapToDouble(i -> (Double) bars[i]).toArray();
        if (scalarBars.length > 0) {
            all.add(scalarBars);
        }
        callDerivative("Pullback", all, workspace);
        for (int k = 0; k < scalarBars.length; k++) {
            bars[scalars.get(k)] = scalarBars[k];
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < bars.length; i++) {
            if (point.isIndependent(i) || outputs.contains(i)) {
                parts.add(bars[i]);
            }
        }
        if (resultBar != null && !Arrays.equals(seedsBefore, Arguments.flatten(RecordTwins.leaves(resultBar)))) {
            throw new AssertionError("the adjoint of the result was changed");
        }
        return new Outcome(Arguments.flatten(parts), own);
    }

    /** The tangents of the results. */
    public Outcome pushforward(Arguments point, double[] tangent, @Nullable Workspace workspace) {
        Arguments own = point.copy();
        Arguments dots = point.withFlat(tangent);
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        for (int i = 0; i < own.values().length; i++) {
            if (point.isIndependent(i) || outputs.contains(i)) {
                all.add(dots.values()[i]);
            }
        }
        Object result = callDerivative("Pushforward", all, workspace);
        return new Outcome(Arguments.flatten(results(result, dots)), own);
    }

    /** Calls {@code fPushforwards}; the arguments afterwards. */
    public Arguments pushforwards(
            Arguments point, double[][] directions, double[][] tangents, @Nullable Workspace workspace) {
        Arguments own = point.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.add(directions);
        if (workspace == null) {
            double[][] fresh = (double[][]) callDerivative("Pushforwards", all, null);
            System.arraycopy(fresh, 0, tangents, 0, fresh.length);
        } else {
            all.add(tangents);
            callDerivative("Pushforwards", all, workspace);
        }
        return own;
    }

    /** Whether there is {@code fJacobian}: a record is no vector. */
    public boolean hasJacobian() {
        return !primal.getReturnType().isRecord();
    }

    /** Calls {@code fJacobianPattern}. */
    public SparsityPattern pattern(Arguments point) {
        Arguments own = point.copy();
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        SparsityPattern pattern = (SparsityPattern) callDerivative("JacobianPattern", all, null);
        if (own.difference(point) != null) {
            throw new AssertionError("the pattern changed its arguments: " + own.difference(point));
        }
        return pattern;
    }

    /** Calls {@code fJacobian}. */
    public double[][] jacobian(Arguments point) {
        return (double[][]) callDerivative(
                "Jacobian", new ArrayList<>(Arrays.asList(point.copy().values())), null);
    }

    /** Calls {@code fValueAndJacobian} in one of its forms; {@code jacobian} receives the elements row after row. */
    public Outcome valueAndJacobian(Arguments point, double[] jacobian, boolean isFlat, @Nullable Workspace workspace) {
        Arguments own = point.copy();
        int columns = point.flat().length;
        double[][] rows = new double[columns == 0 ? 0 : jacobian.length / columns][columns];
        List<Object> all = new ArrayList<>(Arrays.asList(own.values()));
        all.add(isFlat ? jacobian : rows);
        if (workspace != null) {
            all.add(workspace);
        }
        Class<?> form = isFlat ? double[].class : double[][].class;
        int position = own.values().length;
        Method method = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(m -> m.getName().equals("fValueAndJacobian")
                        && m.getParameterCount() == all.size()
                        && m.getParameterTypes()[position] == form)
                .findFirst()
                .orElseThrow();
        Object result = call(method, all.toArray());
        if (!isFlat) {
            System.arraycopy(Arguments.flatten(List.of((Object[]) rows)), 0, jacobian, 0, jacobian.length);
        }
        return new Outcome(Arguments.flatten(results(result, own)), own);
    }

    /** The entries for independents of what a pullback returns. */
    public double[] independent(Arguments point, double[] pulled) {
        List<Double> result = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < point.values().length; i++) {
            if (point.isIndependent(i) || outputs.contains(i)) {
                int size = Arguments.flatten(List.of(point.values()[i])).length;
                for (int k = next; k < next + size && point.isIndependent(i); k++) {
                    result.add(pulled[k]);
                }
                next += size;
            }
        }
        return result.stream().mapToDouble(v -> v).toArray();
    }

    /** For each entry of what the pullback returns whether the bar was added to, and is no output's. */
    public boolean[] isAccumulated(Arguments point) {
        List<Boolean> flags = new ArrayList<>();
        for (int i = 0; i < point.values().length; i++) {
            if (point.isIndependent(i) || outputs.contains(i)) {
                int size = Arguments.flatten(List.of(point.values()[i])).length;
                flags.addAll(java.util.Collections.nCopies(size, !outputs.contains(i)));
            }
        }
        boolean[] result = new boolean[flags.size()];
        IntStream.range(0, result.length).forEach(k -> result[k] = flags.get(k));
        return result;
    }

    /** The entries of a flat tangent at the places of what the pullback returns; zero for outputs that are no independents. */
    public double[] aligned(Arguments point, double[] tangent) {
        Arguments dots = point.withFlat(tangent);
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < point.values().length; i++) {
            if (point.isIndependent(i)) {
                parts.add(dots.values()[i]);
            } else if (outputs.contains(i)) {
                parts.add(new double[Arguments.flatten(List.of(point.values()[i])).length]);
            }
        }
        return Arguments.flatten(parts);
    }

    private List<Object> results(Object result, Arguments own) {
        List<Object> results = new ArrayList<>();
        if (primal.getReturnType() != void.class) {
            results.addAll(RecordTwins.leaves(result));
        }
        outputs.forEach(i -> results.add(own.values()[i]));
        return results;
    }

    /** The adjoint of the result, made of the first of {@code adjoints}, which it takes away. */
    private @Nullable Object resultBar(Object result, List<Object> adjoints) {
        if (primal.getReturnType() == void.class) {
            return null;
        }
        List<Object> own = adjoints.subList(0, RecordTwins.leaves(result).size());
        Object bar = result.getClass().isRecord()
                ? RecordTwins.twin(derivatives, result, List.copyOf(own).iterator())
                : own.get(0);
        own.clear();
        return bar;
    }

    private static List<Object> unflatten(List<Object> shapes, double[] flat) {
        boolean[] all = new boolean[shapes.size()];
        Arrays.fill(all, true);
        // An array that is two results has an adjoint as either.
        Object[] own = shapes.stream()
                .map(shape -> Arguments.of(shape).copy().values()[0])
                .toArray();
        Arguments typed = new Arguments(own, all).withFlat(flat);
        return new ArrayList<>(Arrays.asList(typed.values()));
    }

    private Object callDerivative(String suffix, List<Object> arguments, @Nullable Workspace workspace) {
        if (workspace != null) {
            arguments.add(workspace);
        }
        Method method = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(m ->
                        m.getName().matches("f" + suffix + "(InPlace)?") && m.getParameterCount() == arguments.size())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no f" + suffix + " of " + arguments.size() + " parameters"));
        return call(method, arguments.toArray());
    }

    private static Object call(Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            Object result = method.invoke(null, arguments);
            return result == null ? Array.newInstance(double.class, 0) : result;
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
