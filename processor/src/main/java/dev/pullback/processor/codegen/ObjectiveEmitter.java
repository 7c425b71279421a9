package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * {@code fObjective}: the primal over the flat vector of its independents, as an anonymous class that captures the passive
 * arguments and the sizes. Its fields are the independents as unpacked from the point, and the bars; nothing is allocated per
 * call, except when the length of a free vector changes.
 */
final class ObjectiveEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final PrimalMethod components;
    private final List<Parameter> parameters;
    private final Map<Variable, List<Parameter>> sizes;
    private final List<Parameter> bars;
    private final Map<Variable, String> barTexts;
    private final String workspace;
    private final String inputs;
    private final String point;
    private final String gradient;
    private final String value;
    private final String vector;
    private final String product;
    private final String productWorkspace;
    private final FlatVector flat;
    private final ParameterBlocksEmitter blocks;

    /** The objective of one method. */
    ObjectiveEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        this.components = primal.flat();
        NameScope scope = context.signatures().scope();
        this.sizes = context.signatures().sizes(scope);
        this.parameters = new ArrayList<>(context.signatures().passiveArguments());
        parameters.addAll(context.signatures().passiveComponents());
        components.arrayIndependents().forEach(v -> parameters.addAll(sizesOf(v)));
        this.bars = context.signatures().bars(scope, BarUse.OVERWRITTEN);
        this.barTexts = context.signatures().barTexts(bars);
        this.workspace = scope.take("workspace");
        this.inputs = scope.take("inputs");
        this.point = scope.take("point");
        this.gradient = scope.take("gradient");
        this.value = scope.take("value");
        this.vector = scope.take("vector");
        this.product = scope.take("product");
        this.productWorkspace = scope.take("productWorkspace");
        this.flat = new FlatVector(context, barTexts, scope.take("next"));
        this.blocks = new ParameterBlocksEmitter(primal, sizes, scope.take("length"));
    }

    /** Passive arguments, then sizes. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** The factory method under the given name. */
    MethodSpec method(String name) {
        CodeBlock body = context.isDifferentiated()
                ? CodeBlock.builder().addStatement("return $L", objective()).build()
                : context.stubBody();
        MethodSpec.Builder method = context.method(name, type(), parameters).addCode(body);
        new GeneratedJavadoc(
                        "Creates $L as a function of the flat vector of its independents\n$L$L.\n\n"
                                + "<p>The result holds a workspace and belongs to one thread at a time.",
                        GeneratedJavadoc.link(context),
                        context.signatures().codes(primal.independents()),
                        order())
                .parameters(parameters)
                .returns("the objective")
                .addTo(method);
        return method.build();
    }

    private String order() {
        return (primal.independents().size() > 1 ? ", in this order" : "")
                + (hasMatrix() ? ", matrices row by row" : "");
    }

    private ClassName type() {
        return type(context);
    }

    /** The interface that objectives of a method implement. */
    static ClassName type(MethodContext context) {
        return context.hasHessianVector() ? JavaTypes.SECOND_ORDER_OBJECTIVE : JavaTypes.OBJECTIVE;
    }

    private TypeSpec objective() {
        TypeSpec.Builder type = TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(type())
                .addFields(fields())
                .addMethod(valueMethod())
                .addMethod(valueAndGradientMethod());
        if (context.hasHessianVector()) {
            type.addMethod(hessianVectorMethod());
        }
        return type.addMethod(blocks.method()).addMethod(unpackMethod()).build();
    }

    // ---- state ----

    private List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(workspace(workspace));
        if (context.hasHessianVector()) {
            fields.add(workspace(productWorkspace));
        }
        if (hasMatrix()) {
            fields.add(workspace(inputs));
        }
        for (Variable v : components.independents()) {
            boolean isVector = v.type().isArray() && Signatures.rank(v) == 1;
            fields.add(isVector ? array(v, argument(v)) : field(v, argument(v)).build());
        }
        primal.independents().stream()
                .filter(v -> primal.record(v).isPresent())
                .forEach(v -> fields.add(field(v, argument(v)).build()));
        if (!passesGradient()) {
            addBars(fields);
        }
        return fields;
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
                                    .initializer(RecordCode.createTwin(record.get(), this::newBar))
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

    private CodeBlock newBar(Variable component) {
        return component.type().isArray()
                ? CodeBlock.of("new $T$L", JavaTypes.scalar(component.type()), dimensions(component))
                : CodeBlock.of("0.0");
    }

    /** {@code [rows][columns]}; of a free vector no elements, until the first point tells the length. */
    private String dimensions(Variable array) {
        List<Parameter> sizesOfArray = sizesOf(array);
        return sizesOfArray.isEmpty()
                ? "[0]"
                : sizesOfArray.stream().map(p -> "[" + p.name() + "]").collect(Collectors.joining());
    }

    private static FieldSpec workspace(String name) {
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
        return field(like, name, Modifier.FINAL)
                .initializer("new $T$L", JavaTypes.scalar(like.type()), dimensions(like))
                .build();
    }

    // ---- calls ----

    private MethodSpec valueMethod() {
        MethodSpec.Builder method = override("value", TypeName.DOUBLE).addParameter(JavaTypes.VECTOR, point);
        method.addStatement("unpack($L)", point);
        if (isSweptForValue()) {
            return method.addStatement("return $L", sweep(MethodContext.names(bars)))
                    .build();
        }
        List<Parameter> arguments = context.signatures().arguments();
        if (primal.hasReceiver()) {
            CodeBlock others = MethodContext.names(arguments.subList(1, arguments.size()));
            return method.addStatement("return $L.$L($L)", arguments.get(0).name(), primal.name(), others)
                    .build();
        }
        return method.addStatement(
                        "return $T.$L($L)", context.primalClass(), primal.name(), MethodContext.names(arguments))
                .build();
    }

    private MethodSpec valueAndGradientMethod() {
        MethodSpec.Builder method = override("valueAndGradient", TypeName.DOUBLE)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(JavaTypes.VECTOR, gradient);
        method.addStatement("unpack($L)", point);
        method.addStatement("$T.requireLength($L, $L.length, $S)", JavaTypes.SHAPES, gradient, point, "gradient");
        if (passesGradient()) {
            return method.addStatement("return $L", sweep(CodeBlock.of("$L", gradient)))
                    .build();
        }
        return method.addStatement("double $L = $L", value, sweep(MethodContext.names(bars)))
                .addCode(flat.pack(gradient))
                .addStatement("return $L", value)
                .build();
    }

    private CodeBlock sweep(CodeBlock barNames) {
        boolean hasFields = !primal.fields().isEmpty();
        CodeBlock arguments = primal.parameters().stream()
                .map(parameter -> CodeBlock.of("$L", argument(parameter.variable())))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of(
                "$L($L,$W$L,$W$L)",
                context.name("ValueAndGradient") + (hasFields ? SweepEmitter.AT : ""),
                arguments,
                barNames,
                workspace);
    }

    private MethodSpec hessianVectorMethod() {
        return override("hessianVector", TypeName.VOID)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(JavaTypes.VECTOR, vector)
                .addParameter(JavaTypes.VECTOR, product)
                .addStatement("unpack($L)", point)
                .addStatement(
                        "$L($L,$W$L,$W$L,$W$L)",
                        context.name("HessianVector"),
                        MethodContext.names(context.signatures().arguments()),
                        vector,
                        product,
                        productWorkspace)
                .build();
    }

    private static MethodSpec.Builder override(String methodName, TypeName result) {
        return MethodSpec.methodBuilder(methodName)
                .addAnnotation(JavaTypes.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    // ---- unpacking ----

    private MethodSpec unpackMethod() {
        return MethodSpec.methodBuilder("unpack")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(JavaTypes.VECTOR, point)
                .addCode(context.signatures().hasFreeLength() ? fitFreeVector() : checkLength())
                .addCode(takeMatrices())
                .addCode(flat.unpack(point))
                .addCode(createRecords())
                .build();
    }

    private CodeBlock createRecords() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Variable v : primal.independents()) {
            primal.record(v)
                    .ifPresent(record -> code.addStatement(
                                    "$L = $L", argument(v), RecordCode.create(record, c -> argument(c)))
                            .add(RecordCode.requireKept(record, argument(v), c -> argument(c))));
        }
        return code.build();
    }

    private CodeBlock checkLength() {
        List<String> terms = new ArrayList<>();
        for (Variable v : components.arrayIndependents()) {
            terms.add(sizesOf(v).stream().map(Parameter::name).collect(Collectors.joining(" * ")));
        }
        int scalars = components.scalarIndependents().size();
        if (scalars > 0) {
            terms.add(String.valueOf(scalars));
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, point, String.join(" + ", terms), "point")
                .build();
    }

    private CodeBlock fitFreeVector() {
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
        if (!passesGradient()) {
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
                String zeros = WorkspaceCalls.zeros((ArrayType) v.type()).name();
                code.addStatement(
                        "$L = $L.$L($L, $L)", argument(v), inputs, zeros, slot++, MethodContext.names(sizesOf(v)));
            }
        }
        return code.build();
    }

    // ---- facts ----

    /** Whether the primal cannot be called for its value: it is private, or reads fields, which must not change. */
    private boolean isSweptForValue() {
        return primal.isPrivate() || !primal.fields().isEmpty();
    }

    /**
     * Whether the gradient has the form of the only bar, so that the sweep can write into it directly. Where the sweep computes
     * the value, too, it needs a bar of its own.
     */
    private boolean passesGradient() {
        return !isSweptForValue() && bars.size() == 1 && bars.get(0).type().equals(JavaTypes.VECTOR);
    }

    private boolean hasMatrix() {
        return components.arrayIndependents().stream().anyMatch(v -> Signatures.rank(v) > 1);
    }

    /** The sizes of an array independent; empty where the point's length tells them. */
    private List<Parameter> sizesOf(Variable array) {
        return sizes.getOrDefault(array, List.of());
    }

    private String argument(Variable v) {
        return context.signatures().name(v);
    }
}
