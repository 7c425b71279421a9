package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What a function object over the flat vector of a method's independents keeps: the independents as unpacked from the point, their
 * bars, and copies of the passive arrays that the primal overwrites, so that every call finds the same; nothing is allocated per
 * call, except when the length of a free vector changes.
 */
final class PointFields {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final PrimalMethod components;
    private final boolean isPerExample;
    private final Map<Variable, List<Parameter>> numbers;
    private final Map<Variable, List<Parameter>> sizes;
    private final List<Parameter> bars;
    private final Map<Variable, String> barTexts;
    private final String inputs;
    private final String index;
    private final String point;
    private final FlatVector flat;
    private final ParameterBlocksEmitter blocks;
    private final Map<Variable, String> copies = new LinkedHashMap<>();

    /**
     * The fields for one method.
     *
     * @param context the method
     * @param scope the names in use
     * @param point the name of the flat vector
     * @param isPerExample whether each call brings an example
     */
    PointFields(MethodContext context, NameScope scope, String point, boolean isPerExample) {
        this.context = context;
        this.isPerExample = isPerExample;
        this.primal = context.primal();
        this.components = primal.flat();
        this.point = point;
        this.numbers = context.signatures().sizes(scope);
        this.sizes = context.signatures().shapes(scope, numbers);
        this.bars = context.signatures().bars(scope, BarUse.OVERWRITTEN);
        this.barTexts = context.signatures().barTexts(bars);
        this.inputs = scope.take("inputs");
        this.index = scope.take("i");
        this.flat = new FlatVector(context, barTexts, scope.take("next"));
        this.blocks = new ParameterBlocksEmitter(primal, sizes, scope.take("length"));
        List<Variable> overwritten =
                context.derivatives().sweeps().map(Sweeps::overwritten).orElse(List.of());
        primal.arguments().stream()
                .filter(parameter -> !parameter.isIndependent())
                .map(PrimalMethod.Parameter::variable)
                .filter(overwritten::contains)
                .forEach(v -> copies.put(v, scope.take(context.signatures().name(v) + "Copy")));
    }

    /** Passive components of independent records, then sizes and shapes: what a factory needs to know of the independents. */
    List<Parameter> shape() {
        return shape(sizes);
    }

    /** The same with sizes only. */
    List<Parameter> numbers() {
        return shape(numbers);
    }

    private List<Parameter> shape(Map<Variable, List<Parameter>> of) {
        Set<Parameter> shape = new LinkedHashSet<>(context.signatures().passiveComponents());
        components.arrayIndependents().forEach(v -> shape.addAll(of.getOrDefault(v, List.of())));
        return new ArrayList<>(shape);
    }

    /** What {@link #shape()} asks for, in terms of {@link #numbers()}. */
    List<CodeBlock> shapeOfNumbers() {
        Map<Parameter, CodeBlock> shape = new LinkedHashMap<>();
        context.signatures().passiveComponents().forEach(p -> shape.put(p, CodeBlock.of("$L", p.name())));
        for (Variable v : components.arrayIndependents()) {
            List<Parameter> own = numbers.getOrDefault(v, List.of());
            String dimensions = own.stream().map(p -> "[" + p.name() + "]").collect(Collectors.joining());
            CodeBlock array = CodeBlock.of("new $T$L", JavaTypes.scalar(v.type()), dimensions);
            for (Parameter p : sizesOf(v)) {
                shape.put(p, Signatures.rank(v) > 1 ? array : CodeBlock.of("$L", p.name()));
            }
        }
        return new ArrayList<>(shape.values());
    }

    List<Parameter> bars() {
        return bars;
    }

    /** Whether the gradient has the form of the only bar, so that a sweep can write into it directly. */
    boolean hasFormOfGradient() {
        return bars.size() == 1 && bars.get(0).type().equals(JavaTypes.VECTOR);
    }

    /** Says in Javadoc how the independents follow each other. */
    String order() {
        return (primal.independents().size() > 1 ? ", in this order" : "")
                + (hasMatrix() ? ", matrices row by row" : "")
                + context.signatures().recordOrder();
    }

    /** The fields; bars where the function does not write into the gradient directly. */
    List<FieldSpec> fields(boolean withBars) {
        List<FieldSpec> fields = new ArrayList<>();
        if (hasMatrix()) {
            fields.add(workspace(inputs));
        }
        for (Variable v : components.independents()) {
            boolean isVector = v.type().isArray() && Signatures.rank(v) == 1;
            fields.add(isVector ? array(v, argument(v)) : field(v, argument(v)).build());
        }
        primal.independents().stream()
                .filter(v -> primal.record(v).isPresent())
                .forEach(v -> fields.add(recordField(v)));
        if (withBars) {
            addBars(fields);
        }
        captured()
                .forEach(v -> fields.add(
                        FieldSpec.builder(JavaTypes.of(v.type()), argument(v), Modifier.PRIVATE, Modifier.FINAL)
                                .initializer(copyOf(v))
                                .build()));
        return fields;
    }

    /** Arrays to copy that are there from the start: all but an example, which comes with each call. */
    private List<Variable> captured() {
        return copies.keySet().stream().filter(v -> !isExample(v)).toList();
    }

    private boolean isExample(Variable v) {
        return isPerExample
                && context.example()
                        .orElseThrow()
                        .name()
                        .equals(context.signatures().name(v));
    }

    /** Copies the example, if the primal overwrites it. */
    CodeBlock copyExample() {
        CodeBlock.Builder code = CodeBlock.builder();
        copies.keySet().stream()
                .filter(this::isExample)
                .forEach(v -> code.addStatement("$T $L = $L", JavaTypes.of(v.type()), argument(v), copyOf(v)));
        return code.build();
    }

    private CodeBlock copyOf(Variable v) {
        return ArrayCode.copyOf(v, context.signatures().name(v));
    }

    private void addBars(List<FieldSpec> fields) {
        List<Variable> own = primal.barIndependents();
        for (int i = 0; i < own.size(); i++) {
            Parameter bar = bars.get(i);
            Optional<RecordParameter> record = primal.record(own.get(i));
            fields.add(
                    record.isEmpty()
                            ? array(own.get(i), bar.name())
                            : FieldSpec.builder(bar.type(), bar.name(), Modifier.PRIVATE, Modifier.FINAL)
                                    .initializer(newTwin(record.get()))
                                    .build());
        }
        int scalars = primal.scalarIndependents().size();
        if (scalars > 0) {
            String name = bars.get(bars.size() - 1).name();
            fields.add(FieldSpec.builder(JavaTypes.VECTOR, name, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new double[$L]", scalars)
                    .build());
        }
    }

    /** A field for a record, which each point makes anew, or for an array of them. */
    private FieldSpec recordField(Variable v) {
        RecordParameter record = primal.record(v).orElseThrow();
        if (!record.isArray()) {
            return field(v, argument(v)).build();
        }
        return field(v, argument(v), Modifier.FINAL)
                .initializer("new $T[$L]", JavaTypes.className(record.type().qualifiedName()), size(first(record)))
                .build();
    }

    private CodeBlock newTwin(RecordParameter record) {
        return record.isArray()
                ? CodeBlock.of("$T.zeros($L)", JavaTypes.className(record.twin()), size(first(record)))
                : RecordCode.createTwin(record, this::newBar);
    }

    /** An independent that stands for a record array. */
    private static Variable first(RecordParameter record) {
        return record.leaves().stream()
                .map(RecordParameter.Leaf::variable)
                .filter(variable -> variable.type().isDifferentiable())
                .findFirst()
                .orElseThrow();
    }

    private CodeBlock newBar(Variable component) {
        return component.type().isArray() ? newArray(component) : CodeBlock.of("0.0");
    }

    /** Zeros of the shape of an independent; of a free vector no elements, until the first point tells the length. */
    private CodeBlock newArray(Variable like) {
        return Signatures.rank(like) > 1
                ? CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHAPES, size(like))
                : CodeBlock.of(
                        "new $T[$L]",
                        JavaTypes.scalar(like.type()),
                        sizesOf(like).isEmpty() ? "0" : size(like));
    }

    /** The length of a vector, or the array that has the shape of a matrix. */
    private String size(Variable array) {
        return sizesOf(array).get(0).name();
    }

    /** A field with a workspace. */
    static FieldSpec workspace(String name) {
        return FieldSpec.builder(JavaTypes.WORKSPACE, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", JavaTypes.WORKSPACE)
                .build();
    }

    private static FieldSpec.Builder field(Variable like, String name, Modifier... modifiers) {
        return FieldSpec.builder(JavaTypes.of(like.type()), name, Modifier.PRIVATE)
                .addModifiers(modifiers);
    }

    /** An array of the shape of an independent; of a free vector the first point tells the length. */
    private FieldSpec array(Variable like, String name) {
        if (sizesOf(like).isEmpty()) {
            return field(like, name).initializer("{}").build();
        }
        return field(like, name, Modifier.FINAL).initializer(newArray(like)).build();
    }

    /** A call of {@code fValueAndGradient}, or another derivative, for the independents as unpacked. */
    CodeBlock sweep(String derivative, CodeBlock companions, String workspace) {
        boolean hasFields = !primal.fields().isEmpty();
        CodeBlock arguments = primal.parameters().stream()
                .map(parameter -> CodeBlock.of("$L", argument(parameter.variable())))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of(
                "$L($L,$W$L,$W$L)",
                context.name(derivative) + (hasFields ? SweepEmitter.AT : ""),
                arguments,
                companions,
                workspace);
    }

    /** Whether the primal can be called for its value alone: it reads no fields, which must not change. */
    boolean hasCallablePrimal() {
        return primal.isCallable() && primal.fields().isEmpty();
    }

    /** A call of the primal for the independents as unpacked. */
    CodeBlock primalCall() {
        List<CodeBlock> arguments = primal.arguments().stream()
                .map(parameter -> CodeBlock.of("$L", argument(parameter.variable())))
                .toList();
        boolean hasReceiver = primal.hasReceiver();
        return CodeBlock.of(
                "$L.$L($L)",
                hasReceiver ? arguments.get(0) : CodeBlock.of("$T", context.primalClass()),
                primal.name(),
                CodeBlock.join(hasReceiver ? arguments.subList(1, arguments.size()) : arguments, ",$W"));
    }

    /**
     * Statements that write the gradient and return the value.
     *
     * @param isDirect whether the sweep writes into the gradient; otherwise the bars are packed
     * @param value a name for the value
     */
    CodeBlock valueAndGradient(boolean isDirect, String gradient, String value, String workspace) {
        if (isDirect) {
            return CodeBlock.builder()
                    .addStatement("return $L", sweep("ValueAndGradient", CodeBlock.of("$L", gradient), workspace))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("double $L = $L", value, sweep("ValueAndGradient", MethodContext.names(bars), workspace))
                .add(flat.pack(gradient))
                .addStatement("return $L", value)
                .build();
    }

    /** The method that tells the names of the parameters. */
    MethodSpec parameterBlocks() {
        return blocks.method();
    }

    /** The method {@code unpack}, which reads the independents from the point. */
    MethodSpec unpack(boolean withBars) {
        return MethodSpec.methodBuilder("unpack")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(JavaTypes.VECTOR, point)
                .addCode(context.signatures().hasFreeLength() ? fitFreeVector(withBars) : checkLength())
                .addCode(takeMatrices())
                .addCode(flat.unpack(point))
                .addCode(createRecords())
                .addCode(copyOverwritten())
                .build();
    }

    private CodeBlock copyOverwritten() {
        CodeBlock.Builder code = CodeBlock.builder();
        captured().forEach(v -> code.add(ArrayCode.copy(v, context.signatures().name(v), argument(v))));
        return code.build();
    }

    private CodeBlock createRecords() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Variable v : primal.independents()) {
            primal.record(v).ifPresent(record -> code.add(record.isArray() ? createAll(v, record) : create(v, record)));
        }
        return code.build();
    }

    private CodeBlock create(Variable v, RecordParameter record) {
        return CodeBlock.builder()
                .addStatement("$L = $L", argument(v), RecordCode.create(record, c -> argument(c)))
                .add(RecordCode.requireKept(record, argument(v), c -> argument(c)))
                .build();
    }

    private CodeBlock createAll(Variable v, RecordParameter record) {
        return RecordCode.createAll(record, argument(v), index, true, c -> argument(c) + "[" + index + "]");
    }

    private CodeBlock checkLength() {
        Map<CodeBlock, Integer> sizesOfArrays = new LinkedHashMap<>();
        for (Variable v : components.arrayIndependents()) {
            CodeBlock size = Signatures.rank(v) > 1
                    ? CodeBlock.of("$T.size($L)", JavaTypes.SHAPES, size(v))
                    : CodeBlock.of("$L", size(v));
            sizesOfArrays.merge(size, 1, Integer::sum);
        }
        List<CodeBlock> terms = new ArrayList<>();
        sizesOfArrays.forEach((size, count) -> terms.add(count == 1 ? size : CodeBlock.of("$L * $L", count, size)));
        int scalars = components.scalarIndependents().size();
        if (scalars > 0) {
            terms.add(CodeBlock.of("$L", scalars));
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, point, CodeBlock.join(terms, " + "), "point")
                .build();
    }

    private CodeBlock fitFreeVector(boolean withBars) {
        CodeBlock.Builder code = CodeBlock.builder();
        int scalars = components.scalarIndependents().size();
        if (scalars > 0) {
            String expected = ", expected at least " + scalars;
            code.beginControlFlow("if ($L.length < $L)", point, scalars)
                    .addStatement(
                            "throw new $T($S + $L.length + $S)",
                            JavaTypes.ILLEGAL_ARGUMENT,
                            "point has length ",
                            point,
                            expected)
                    .endControlFlow();
        }
        Variable array = components.arrayIndependents().get(0);
        TypeName element = JavaTypes.scalar(array.type());
        String vector = argument(array);
        String length = point + ".length" + (scalars > 0 ? " - " + scalars : "");
        code.beginControlFlow("if ($L.length != $L)", vector, length)
                .addStatement("$L = new $T[$L]", vector, element, length);
        if (withBars) {
            code.addStatement("$L = new $T[$L]", barTexts.get(array), element, length);
        }
        return code.endControlFlow().build();
    }

    /** Takes matrices afresh from a workspace, because the primal may have exchanged their rows in the last call. */
    private CodeBlock takeMatrices() {
        CodeBlock.Builder code = CodeBlock.builder();
        int slot = 0;
        for (Variable v : components.arrayIndependents()) {
            if (Signatures.rank(v) > 1) {
                code.addStatement("$L = $L.zerosLike($L, $L)", argument(v), inputs, slot++, size(v));
            }
        }
        return code.build();
    }

    private boolean hasMatrix() {
        return context.signatures().hasMatrix();
    }

    /** The sizes of an array independent; empty where the point's length tells them. */
    private List<Parameter> sizesOf(Variable array) {
        return sizes.getOrDefault(array, List.of());
    }

    /** How a call of the primal, or of a sweep, names an argument. */
    String argument(Variable v) {
        return copies.getOrDefault(v, context.signatures().name(v));
    }
}
