package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code fPoint} and {@code fIndependents}: from the independents to the flat vector that an optimizer knows, and back.
 */
final class PointEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final PrimalMethod components;
    private final ClassName independentsClass;
    private final Parameter point;
    private final Map<Variable, String> texts = new HashMap<>();
    private final Map<Variable, String> values = new HashMap<>();
    private final FlatVector flat;
    private final String index;

    /**
     * The two methods of one primal method.
     *
     * @param context the method
     * @param independentsClass the class of several independents
     */
    PointEmitter(MethodContext context, ClassName independentsClass) {
        this.context = context;
        this.primal = context.primal();
        this.components = primal.flat();
        this.independentsClass = independentsClass;
        NameScope scope = context.signatures().scope();
        this.point = new Parameter(
                JavaTypes.VECTOR,
                scope.take("point"),
                "a flat vector: " + context.signatures().flatOrder());
        for (Variable v : primal.independents()) {
            String text = context.signatures().text(v);
            primal.record(v)
                    .ifPresentOrElse(
                            record -> record.leaves()
                                    .forEach(leaf -> texts.put(leaf.variable(), RecordCode.sized(text, record, leaf))),
                            () -> texts.put(v, text));
        }
        components.independents().forEach(v -> values.put(v, scope.take(v.name() + "At")));
        primal.independents().forEach(v -> values.computeIfAbsent(v, own -> scope.take(own.name() + "At")));
        this.index = scope.take("i");
        this.flat = new FlatVector(context, places(scope.take("element")), scope.take("next"));
    }

    private Map<Variable, String> places(String element) {
        Map<Variable, String> places = new HashMap<>(texts);
        for (Variable v : primal.independents()) {
            String text = context.signatures().text(v);
            primal.record(v)
                    .ifPresent(record -> record.leaves()
                            .forEach(leaf ->
                                    places.put(leaf.variable(), RecordCode.place(text, record, leaf, element))));
        }
        return places;
    }

    /** Whether the independents are something else than a flat vector already: one vector, or numbers only. */
    static boolean isNeeded(PrimalMethod primal) {
        List<Variable> arrays = primal.flat().arrayIndependents();
        boolean isOneVector = primal.independents().size() == 1
                && primal.record(primal.independents().get(0)).isEmpty()
                && arrays.size() == 1
                && Signatures.rank(arrays.get(0)) == 1;
        boolean hasRecord =
                primal.independents().stream().anyMatch(v -> primal.record(v).isPresent());
        return !isOneVector && (hasRecord || !arrays.isEmpty());
    }

    /** The independents, and the receiver where a field of it is one. */
    List<Parameter> packed() {
        return context.signatures().arguments(p -> p.isIndependent() || isReceiver(p));
    }

    /** The point, and what tells the lengths of arrays. */
    List<Parameter> unpacked() {
        List<Parameter> parameters = new ArrayList<>(List.of(point));
        context.signatures().arguments(p -> p.isIndependent() && !isNumber(p) || isReceiver(p)).stream()
                .map(p -> new Parameter(p.type(), p.name(), "tells the lengths of arrays"))
                .forEach(parameters::add);
        return parameters;
    }

    private boolean isReceiver(PrimalMethod.Parameter parameter) {
        return parameter.isReceiver() && !primal.fields().isEmpty();
    }

    private boolean isNumber(PrimalMethod.Parameter parameter) {
        return parameter.record().isEmpty() && !parameter.variable().type().isArray();
    }

    // ---- to the point ----

    MethodSpec pack(String name) {
        MethodSpec.Builder method = context.method(name, JavaTypes.VECTOR, packed())
                .varargs(primal.parameters().stream().anyMatch(p -> p.isVarargs() && p.isIndependent()))
                .addCode(context.isDifferentiated() ? packing() : context.stubBody());
        new GeneratedJavadoc("Gives the flat vector that objectives of $L start from.", GeneratedJavadoc.link(context))
                .parameters(packed())
                .returns("a new vector: " + context.signatures().flatOrder())
                .addTo(method);
        return method.build();
    }

    private CodeBlock packing() {
        return CodeBlock.builder()
                .addStatement("double[] $L = new double[$L]", point.name(), size())
                .add(flat.pack(point.name()))
                .addStatement("return $L", point.name())
                .build();
    }

    private CodeBlock size() {
        return new FlatLayout(components.independents(), texts).size();
    }

    // ---- from the point ----

    MethodSpec unpack(String name) {
        MethodSpec.Builder method = context.method(name, resultType(), unpacked())
                .addCode(context.isDifferentiated() ? unpacking() : context.stubBody());
        new GeneratedJavadoc(
                        "Gives the independent arguments of $L that a flat vector stands for.",
                        GeneratedJavadoc.link(context))
                .parameters(unpacked())
                .returns("new values; arrays have the lengths of the arguments' ones")
                .throwsOnShape("{@code " + point.name() + "} has another length")
                .addTo(method);
        return method.build();
    }

    private CodeBlock unpacking() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, point.name(), size(), "point");
        for (Variable array : components.arrayIndependents()) {
            if (primal.recordArray(array).isPresent()) {
                TypeName scalar = JavaTypes.scalar(array.type());
                code.addStatement("$T[] $L = new $T[$L.length]", scalar, value(array), scalar, texts.get(array));
                continue;
            }
            code.addStatement(
                    "$T $L = $T.zerosLike($L)",
                    JavaTypes.of(array.type()),
                    value(array),
                    JavaTypes.SHAPES,
                    texts.get(array));
        }
        code.add(flat.unpack(point.name(), this::place));
        for (Variable v : primal.independents()) {
            primal.record(v).filter(RecordParameter::isArray).ifPresent(record -> code.add(records(v, record)));
        }
        return code.addStatement("return $L", result()).build();
    }

    private CodeBlock records(Variable array, RecordParameter record) {
        ClassName type = JavaTypes.className(record.type().qualifiedName());
        String given = context.signatures().text(array);
        Map<Variable, String> elements = new HashMap<>();
        record.leaves().forEach(leaf -> {
            Variable component = leaf.variable();
            elements.put(
                    component,
                    component.type().isDifferentiable()
                            ? value(component) + "[" + index + "]"
                            : RecordCode.access(given + "[" + index + "]", record, leaf));
        });
        return CodeBlock.builder()
                .addStatement("$1T[] $2L = new $1T[$3L.length]", type, value(array), given)
                .add(RecordCode.createAll(record, value(array), index, false, elements::get))
                .build();
    }

    private String place(Variable independent) {
        return independent.type().isArray()
                ? value(independent)
                : JavaTypes.of(independent.type()) + " " + value(independent);
    }

    private String value(Variable independent) {
        return Objects.requireNonNull(values.get(independent), "no independent");
    }

    private TypeName resultType() {
        return primal.independents().size() > 1
                ? independentsClass
                : JavaTypes.of(primal.independents().get(0).type());
    }

    private CodeBlock result() {
        CodeBlock all = primal.independents().stream().map(this::fresh).collect(CodeBlock.joining(", "));
        return primal.independents().size() > 1 ? CodeBlock.of("new $T($L)", independentsClass, all) : all;
    }

    private CodeBlock fresh(Variable independent) {
        Optional<RecordParameter> record = primal.record(independent).filter(r -> !r.isArray());
        return record.isPresent()
                ? RecordCode.create(record.get(), c -> values.getOrDefault(c, texts.get(c)))
                : CodeBlock.of("$L", value(independent));
    }
}
