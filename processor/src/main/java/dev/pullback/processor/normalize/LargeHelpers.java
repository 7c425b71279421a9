package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds helpers whose code would stand in the method too often: of a chain in which each helper calls the next one twice, every
 * link doubles it. They become functions of their own, as recursive helpers do.
 */
public final class LargeHelpers {
    /** The number of statements up to which everything is inlined. */
    private static final int MOST_STATEMENTS = 1000;

    /** The number of statements that is worth a function. */
    private static final int FAIR_SIZE = 100;

    private final Map<MethodRef, Function> helpers;
    private final Set<MethodRef> separate;
    private final Map<MethodRef, List<MethodRef>> calls = new HashMap<>();
    private final Map<MethodRef, Integer> ownSizes = new HashMap<>();

    private LargeHelpers(Map<MethodRef, Function> helpers, Set<MethodRef> recursive) {
        this.helpers = helpers;
        this.separate = new LinkedHashSet<>(recursive);
        helpers.forEach((method, function) -> {
            calls.put(method, callsIn(function));
            ownSizes.put(method, size(function));
        });
    }

    /**
     * The helpers of {@code function} that must not be inlined.
     *
     * @param helpers what it calls, callees before callers
     * @param recursive those that call themselves
     */
    public static Set<MethodRef> separate(
            Function function, Map<MethodRef, Function> helpers, Set<MethodRef> recursive) {
        LargeHelpers large = new LargeHelpers(helpers, recursive);
        List<MethodRef> called = callsIn(function);
        Optional<MethodRef> next = large.next(called);
        while (next.isPresent()) {
            large.separate.add(next.get());
            next = large.next(called);
        }
        return large.separate.equals(recursive) ? recursive : large.inOrder();
    }

    private Set<MethodRef> inOrder() {
        Set<MethodRef> ordered = new LinkedHashSet<>(helpers.keySet());
        ordered.retainAll(separate);
        return ordered;
    }

    /** The helper nearest to a fair size, if the method or a separate helper is too much code. */
    private Optional<MethodRef> next(List<MethodRef> called) {
        Map<MethodRef, Long> sizes = new HashMap<>();
        boolean isTooMuch = Stream.concat(Stream.of(called), separate.stream().map(this::callsOf))
                .anyMatch(own ->
                        own.stream().mapToLong(method -> size(method, sizes)).sum() > MOST_STATEMENTS);
        return !isTooMuch
                ? Optional.empty()
                : sizes.keySet().stream()
                        .filter(method ->
                                !separate.contains(method) && isCalledAgain(method, called) && isFunction(method))
                        .min(Comparator.comparing(
                                        (MethodRef method) -> Math.abs(sizes.getOrDefault(method, 0L) - FAIR_SIZE))
                                .thenComparing(MethodRef::toString));
    }

    /** The statements that a call stands for. */
    private long size(MethodRef method, Map<MethodRef, Long> sizes) {
        if (separate.contains(method)) {
            return 1;
        }
        Long known = sizes.get(method);
        if (known == null) {
            long size = ownSizes.getOrDefault(method, 0);
            for (MethodRef callee : callsOf(method)) {
                size = Math.min(Integer.MAX_VALUE, size + size(callee, sizes));
            }
            sizes.put(method, size);
            known = size;
        }
        return known;
    }

    /** Whether there are several calls, in the method or in helpers. */
    private boolean isCalledAgain(MethodRef method, List<MethodRef> called) {
        List<MethodRef> all = new ArrayList<>(called);
        calls.values().forEach(all::addAll);
        return all.stream().filter(method::equals).count() > 1;
    }

    /** Whether a helper, with what it calls, gives a number and nobody else notices that it runs, since its pullback runs it again. */
    private boolean isFunction(MethodRef method) {
        return method.returnType() instanceof PrimitiveType type
                && type != PrimitiveType.VOID
                && reachable(method, new LinkedHashSet<>()).stream()
                        .noneMatch(called -> writesArguments(called) || asksObjects(called));
    }

    private Set<MethodRef> reachable(MethodRef method, Set<MethodRef> found) {
        if (found.add(method)) {
            callsOf(method).forEach(callee -> reachable(callee, found));
        }
        return found;
    }

    private boolean writesArguments(MethodRef method) {
        Function function = Objects.requireNonNull(helpers.get(method), "helper not lowered");
        Set<Variable> written = new Effects(new ArrayRoots(function)).written(function.body());
        return function.parameters().stream().anyMatch(v -> v.type().isArray() && written.contains(v));
    }

    private List<MethodRef> callsOf(MethodRef method) {
        return Objects.requireNonNull(calls.get(method), "helper not lowered");
    }

    private boolean asksObjects(MethodRef method) {
        boolean[] found = {false};
        Function function = Objects.requireNonNull(helpers.get(method), "helper not lowered");
        Walk.statements(
                function.body(),
                s -> found[0] |= s instanceof Perform call && call.code().refusal() != null);
        return found[0];
    }

    private static List<MethodRef> callsIn(Function function) {
        List<MethodRef> result = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Invoke call && call.callee().isLocal()) {
                result.add(call.callee().method());
            }
        });
        return result;
    }

    private static int size(Function function) {
        int[] size = {0};
        Walk.statements(function.body(), s -> size[0]++);
        return size[0];
    }
}
