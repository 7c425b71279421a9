package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The checks that a sweep begins with, before anything is written. */
final class ArgumentChecks {

    private static final String SAME = "requireSame";

    /** With how many arrays the runtime compares one at once. */
    private static final int MOST_READ = 3;

    private final PrimalMethod primal;
    private final List<Parameter> parameters;
    private final CodeBlock.Builder code = CodeBlock.builder();

    /** The checks of a sweep with the given parameters, those of the primal first. */
    ArgumentChecks(PrimalMethod primal, List<Parameter> parameters) {
        this.primal = primal;
        this.parameters = parameters;
    }

    CodeBlock code() {
        return code.build();
    }

    // ---- shapes ----

    /** Checks of all bars before anything is read, so that a wrong shape leaves every bar untouched. */
    ArgumentChecks bars() {
        return shapes("requireBar");
    }

    /** Checks of all tangents, which may be arguments of the primal, too. */
    ArgumentChecks tangents() {
        return shapes(SAME);
    }

    private ArgumentChecks shapes(String check) {
        List<Parameter> companions = companions();
        for (Parameter companion : companions) {
            if (companion.like() != null) {
                shape(check, companion.like(), companion.name());
            }
        }
        int scalars = primal.scalarIndependents().size();
        Parameter last = companions.get(companions.size() - 1);
        if (scalars > 0 && last.like() == null && last.type() instanceof ArrayTypeName) {
            code.addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, last.name(), scalars, last.name());
        }
        distinctOutputs(companions);
        return this;
    }

    /**
     * Checks of bars and tangents where both are given, of components of records, and each in one vector for the scalars. The seed
     * comes first, and its tangent behind those of the arguments.
     */
    ArgumentChecks allShapes() {
        List<Parameter> companions = companions();
        PrimalMethod flat = primal.flat();
        int arguments = flat.independents().size();
        Parameter seed = companions.get(0);
        Parameter seedDot = companions.get((companions.size() - arguments) / 2 + arguments);
        if (seed.like() == null && seed.type() instanceof ArrayTypeName) {
            shape(SAME, seed.name(), seedDot.name());
        }
        Map<Variable, String> texts = texts();
        for (Parameter companion : companions) {
            if (companion.like() != null) {
                shape(SAME, Objects.requireNonNull(texts.get(companion.like()), "no argument"), companion.name());
            } else if (companion.type() instanceof ArrayTypeName
                    && !companion.equals(seed)
                    && !companion.equals(seedDot)) {
                int scalars = flat.scalarIndependents().size();
                code.addStatement(
                        "$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, companion.name(), scalars, companion.name());
            }
        }
        return this;
    }

    /** Checks of what has the shape of an argument, in code that only generated code calls. */
    ArgumentChecks like() {
        Map<Variable, String> texts = texts();
        for (Parameter companion : companions()) {
            if (companion.like() != null) {
                shape(SAME, Objects.requireNonNull(texts.get(companion.like()), "no argument"), companion.name());
            }
        }
        return this;
    }

    /** What stands between the primal's arguments and the workspace: seeds, bars, tangents. */
    private List<Parameter> companions() {
        return parameters.subList(primal.parameters().size(), parameters.size() - 1);
    }

    /** The adjoint or tangent of an output changes on the way, so no other one may be the same array. */
    private void distinctOutputs(List<Parameter> companions) {
        List<Variable> outputs = primal.outputs();
        for (Parameter companion : companions) {
            for (Parameter other : companions) {
                boolean isPair =
                        !outputs.contains(other.like()) || companions.indexOf(companion) < companions.indexOf(other);
                if (outputs.contains(companion.like())
                        && !other.equals(companion)
                        && isPair
                        && other.type() instanceof ArrayTypeName) {
                    requireDistinct(companion.name(), other.name());
                }
            }
        }
    }

    /** Checks of flat vectors, of which the last one is a result and must not overwrite what is read. */
    ArgumentChecks flatVectors() {
        List<String> vectors = companions().stream().map(Parameter::name).toList();
        CodeBlock size = flatSize();
        for (String name : vectors) {
            code.addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, name, size, name);
        }
        String result = vectors.get(vectors.size() - 1);
        vectors.subList(0, vectors.size() - 1).forEach(name -> requireDistinct(result, name));
        distinctFromArguments(result);
        return this;
    }

    /** Checks that the rows of a result are neither read nor the same array. */
    ArgumentChecks matrix(String result) {
        code.addStatement("$T.requireDistinctRows($L, $S)", JavaTypes.SHARED_MEMORY, result, result);
        distinctFromArguments(result);
        return this;
    }

    /** Checks of a direction and of Taylor coefficients, which must not overwrite what is read. */
    ArgumentChecks taylor() {
        String direction = companions().get(0).name();
        String coefficients = companions().get(1).name();
        code.addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, direction, flatSize(), direction);
        code.addStatement("$T.terms($L.length - 1)", JavaTypes.SERIES, coefficients);
        requireDistinct(coefficients, direction);
        distinctFromArguments(coefficients);
        return this;
    }

    private void distinctFromArguments(String written) {
        for (Map.Entry<Variable, String> argument : texts().entrySet()) {
            if (argument.getKey().type() instanceof ArrayType array
                    && array.scalar() == PrimitiveType.DOUBLE
                    && primal.recordArray(argument.getKey()).isEmpty()) {
                requireDistinct(written, argument.getValue());
            }
        }
    }

    private void requireDistinct(String written, String other) {
        code.addStatement(
                "$T.requireDistinct($L, $L, $S, $S)",
                JavaTypes.SHARED_MEMORY,
                written,
                other,
                label(written),
                label(other));
    }

    /** The number of scalars in all independents. */
    CodeBlock flatSize() {
        return new FlatLayout(primal.flat().independents(), texts()).size();
    }

    /** What is written into a bar must neither be written into another one nor be read. */
    ArgumentChecks distinctBars() {
        distinct(bar -> true);
        for (Parameter bar : companions()) {
            if (bar.like() != null && bar.like().type() instanceof ArrayType array && array.rank() > 1) {
                code.addStatement("$T.requireRowsOfTheirOwn($L, $S)", JavaTypes.SHARED_MEMORY, bar.name(), bar.name());
            }
        }
        return unread(companions(), List.of());
    }

    /** What is added to a bar must not be read, neither as an argument nor as the seed, if there is one. */
    ArgumentChecks unreadBars() {
        List<Parameter> companions = companions();
        int seeds = primal.returnType() == PrimitiveType.VOID ? 0 : 1;
        return unread(companions.subList(seeds, companions.size()), companions.subList(0, seeds));
    }

    /** Compares each of the bars with what is read; that none is the argument that it belongs to says its shape's check. */
    private ArgumentChecks unread(List<Parameter> bars, List<Parameter> seeds) {
        for (Parameter bar : bars) {
            List<Parameter> read = new ArrayList<>(seeds);
            for (int i = 0; i < primal.parameters().size(); i++) {
                if (primal.parameters().get(i).variable() != bar.like()) {
                    read.add(parameters.get(i));
                }
            }
            List<String> names = read.stream()
                    .filter(other -> other.type() instanceof ArrayTypeName
                            && other.type().equals(bar.type()))
                    .map(Parameter::name)
                    .toList();
            for (int i = 0; i < names.size(); i += MOST_READ) {
                String group = String.join(", ", names.subList(i, Math.min(i + MOST_READ, names.size())));
                code.addStatement(
                        "$T.requireUnread($L, $L, $S)",
                        JavaTypes.SHARED_MEMORY,
                        bar.name(),
                        group,
                        bar.name() + ", " + group);
            }
        }
        return this;
    }

    /** Bars of records are objects, and one object cannot hold the adjoints of two arguments, not even their sum. */
    ArgumentChecks distinctTwins() {
        return distinct(bar -> bar.like() != null && primal.record(bar.like()).isPresent());
    }

    private ArgumentChecks distinct(Predicate<Parameter> isCompared) {
        companions().stream()
                .filter(isCompared)
                .collect(Collectors.groupingBy(Parameter::type, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::distinct);
        return this;
    }

    /** Compares all pairs: those of two neighbours with those of the others, as the runtime compares up to four. */
    private void distinct(List<Parameter> bars) {
        for (int i = 0; i < bars.size() - 1; i += 2) {
            for (int j = i + 2; j < Math.max(bars.size(), 3); j += 2) {
                List<Parameter> group = new ArrayList<>(bars.subList(i, i + 2));
                group.addAll(bars.subList(j, Math.min(j + 2, bars.size())));
                String names = group.stream().map(Parameter::name).collect(Collectors.joining(", "));
                code.addStatement("$T.requireDistinctBars($L, $S)", JavaTypes.SHARED_MEMORY, names, names);
            }
        }
    }

    private void shape(String check, Variable independent, String companion) {
        Optional<RecordParameter> record = primal.record(independent);
        if (record.isEmpty()) {
            shape(check, name(independent), companion);
            return;
        } else if (record.get().isArray()) {
            code.addStatement("$T.requireLike($L, $L, $S)", JavaTypes.RECORDS, name(independent), companion, companion);
            return;
        }
        List<RecordParameter.Leaf> arrays = record.get().leaves().stream()
                .filter(leaf -> leaf.variable().type().isArray()
                        && leaf.variable().type().isDifferentiable())
                .toList();
        arrays.forEach(leaf -> shape(
                check,
                RecordCode.access(name(independent), record.get(), leaf),
                companion + "." + String.join(".", leaf.path())));
        if (arrays.isEmpty()) {
            code.addStatement("$T.requireNonNull($L, $S)", Objects.class, companion, companion);
        }
    }

    private void shape(String check, String argument, String companion) {
        code.addStatement("$T.$L($L, $L, $S)", JavaTypes.SHAPES, check, argument, companion, companion);
    }

    // ---- aliases ----

    /** What the primal overwrites must not be reachable through another argument. */
    ArgumentChecks aliases(List<Variable> overwritten) {
        Map<Variable, String> texts = texts();
        List<Variable> order = List.copyOf(texts.keySet());
        for (Variable array : overwritten) {
            String text = Objects.requireNonNull(texts.get(array), "no argument");
            requireOwn(text);
            if (((ArrayType) array.type()).rank() > 1) {
                code.addStatement("$T.requireDistinctRows($L, $S)", JavaTypes.SHARED_MEMORY, text, label(text));
            }
            for (Variable other : order) {
                boolean isPair = !overwritten.contains(other) || order.indexOf(array) < order.indexOf(other);
                boolean isOwn = primal.recordArray(other).isPresent();
                if (isPair && !isOwn && other != array && mayShare(array, other)) {
                    requireDistinct(text, Objects.requireNonNull(texts.get(other), "no argument"));
                }
            }
        }
        return this;
    }

    /** What an accessor copies cannot be overwritten through it. */
    private void requireOwn(String text) {
        if (text.endsWith("()")) {
            code.beginControlFlow("if ($1L != $1L)", text)
                    .addStatement(
                            "throw new $T($S)",
                            JavaTypes.ILLEGAL_ARGUMENT,
                            label(text) + " is a copy, but the primal overwrites it")
                    .endControlFlow();
        }
    }

    /** {@code p.w} for {@code p.w()}. */
    private static String label(String text) {
        return text.replace("()", "");
    }

    private static boolean mayShare(Variable first, Variable second) {
        return first.type() instanceof ArrayType a
                && second.type() instanceof ArrayType b
                && a.scalar().equals(b.scalar());
    }

    // ---- arguments ----

    /** How to read the primal's arguments and the components of its records. */
    Map<Variable, String> texts() {
        Map<Variable, String> texts = new LinkedHashMap<>();
        for (PrimalMethod.Parameter parameter : primal.parameters()) {
            String name = name(parameter.variable());
            parameter
                    .record()
                    .ifPresentOrElse(
                            record -> record.leaves()
                                    .forEach(leaf -> texts.put(leaf.variable(), RecordCode.sized(name, record, leaf))),
                            () -> texts.put(parameter.variable(), name));
        }
        return texts;
    }

    private String name(Variable argument) {
        for (int i = 0; i < primal.parameters().size(); i++) {
            if (primal.parameters().get(i).variable() == argument) {
                return parameters.get(i).name();
            }
        }
        throw new AssertionError(argument);
    }
}
