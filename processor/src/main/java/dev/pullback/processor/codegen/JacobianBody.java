package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code fValueAndJacobian}: the value, then either a pushforward per column or a pullback per row. Results and
 * independents are flat vectors; where one of them is a single array, that array is the vector.
 */
final class JacobianBody {

    private static final ClassName ARRAYS = ClassName.get(Arrays.class);

    private final MethodContext context;
    private final PrimalMethod primal;
    private final NameScope names;
    private final List<Parameter> arguments;
    private final String jacobian;
    private final String workspace;
    private final Results results;
    private final KeptArguments kept;
    private final FlatLayout inputs;
    private final String unit;
    private final String index;
    private int slot;

    JacobianBody(MethodContext context, List<Parameter> parameters) {
        this.context = context;
        this.primal = context.primal();
        this.names = context.signatures().scope();
        this.arguments = context.signatures().arguments();
        this.jacobian = names.take(parameters.get(arguments.size()).name());
        this.workspace = names.take(parameters.get(arguments.size() + 1).name());
        this.results = new Results(context, names);
        this.kept = new KeptArguments(context);
        this.inputs = new FlatLayout(
                primal.flat().independents(),
                new ArgumentChecks(primal, context.signatures().readFromReceiver()).texts());
        this.unit = names.take("unit");
        this.index = names.take("i");
    }

    CodeBlock code() {
        String rows = names.take("rows");
        String columns = names.take("columns");
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock evaluation = CodeBlock.builder()
                .add(kept.keep(names))
                .addStatement(results.evaluate())
                .build();
        CodeBlock check = CodeBlock.builder()
                .addStatement("int $L = $L", rows, results.layout().size())
                .addStatement("int $L = $L", columns, inputs.size())
                .addStatement("$T.requireShape($L, $L, $L, $S)", JavaTypes.SHAPES, jacobian, rows, columns, jacobian)
                .build();
        // The length of a new array is known afterwards only, that of an output before.
        code.add(results.hasArrayResult() ? evaluation : check);
        code.add(results.hasArrayResult() ? check : evaluation);
        code.beginControlFlow(
                "if ($T.isCheaperByColumns($L, $L, $L))", JavaTypes.JACOBIANS, rows, columns, primal.blockWidth());
        code.add(byColumns(rows, columns));
        code.nextControlFlow("else");
        code.add(byRows(rows));
        code.endControlFlow();
        if (primal.returnType() != PrimitiveType.VOID) {
            code.addStatement("return $L", results.value);
        }
        return code.build();
    }

    private CodeBlock loop(String count, CodeBlock before, CodeBlock call, CodeBlock after) {
        return CodeBlock.builder()
                .addStatement("double[] $L = $L.zeros($L, $L)", unit, workspace, slot++, count)
                .add(before)
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", index, count)
                .add(kept.restore(CodeBlock.builder().build()))
                .addStatement("$L[$L] = 1.0", unit, index)
                .add(call)
                .addStatement("$L[$L] = 0.0", unit, index)
                .add(after)
                .endControlFlow()
                .build();
    }

    // ---- columns ----

    /** A block of columns is one sweep. */
    private CodeBlock byColumns(String rows, String columns) {
        int width = primal.blockWidth();
        String units = names.take("units");
        String tangents = names.take("tangents");
        List<CodeBlock> vectors = new ArrayList<>();
        for (String matrix : List.of(units, tangents)) {
            for (int k = 0; k < width; k++) {
                vectors.add(CodeBlock.of("$L[$L]", matrix, k));
            }
        }
        return CodeBlock.builder()
                .addStatement("double[][] $L = $L.zeros($L, $L, $L)", units, workspace, slot++, width, columns)
                .addStatement("double[][] $L = $L.zeros($L, $L, $L)", tangents, workspace, slot++, width, rows)
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += $3L)", index, columns, width)
                .add(kept.restore(CodeBlock.builder().build()))
                .addStatement("$T.setUnits($L, $L, 1.0)", JavaTypes.JACOBIANS, units, index)
                .addStatement(
                        "$L($L,$W$L,$W$L.child(0))",
                        context.name(PrimalMethod.BLOCK),
                        MethodContext.names(arguments),
                        CodeBlock.join(vectors, ",$W"),
                        workspace)
                .addStatement("$T.setUnits($L, $L, 0.0)", JavaTypes.JACOBIANS, units, index)
                .addStatement("$T.setColumns($L, $L, $L)", JavaTypes.JACOBIANS, tangents, jacobian, index)
                .endControlFlow()
                .build();
    }

    private CodeBlock declare(Variable v, String name) {
        String argument = context.signatures().text(v);
        Optional<RecordParameter> record = primal.record(v);
        return record.isPresent()
                ? CodeBlock.of(
                        "$T $L = $T.zerosLike($L)",
                        context.signatures().barType(v),
                        name,
                        JavaTypes.className(record.get().twin()),
                        argument)
                : CodeBlock.of(
                        "$T $L = $L.zerosLike($L, $L)", JavaTypes.of(v.type()), name, workspace, slot++, argument);
    }

    // ---- rows ----

    private CodeBlock byRows(String rows) {
        CodeBlock.Builder declarations = CodeBlock.builder();
        CodeBlock.Builder call = CodeBlock.builder();
        List<CodeBlock> companions = new ArrayList<>();
        Map<Variable, String> places = new HashMap<>();
        int firstSlot = slot;
        slot = firstSlot + 1;
        for (Variable v : results.variables) {
            companions.add(seed(v, declarations, call, places));
        }
        boolean isRow = isOnlyVector(inputs.variables()) && primal.outputs().isEmpty();
        CodeBlock row = CodeBlock.of("$L[$L]", jacobian, index);
        for (Variable v : primal.barInputs()) {
            if (isRow && primal.record(v).isEmpty()) {
                call.addStatement("$T.fill($L, 0.0)", ARRAYS, row);
                companions.add(row);
            } else {
                companions.add(bar(v, declarations, call, places));
            }
        }
        if (!primal.scalarIndependents().isEmpty()) {
            companions.add(scalarBars(declarations, call, places));
        }
        CodeBlock sweep = CodeBlock.of(
                "$L($L,$W$L,$W$L.child(1))",
                pullbackName(),
                MethodContext.names(arguments),
                companions.stream().collect(CodeBlock.joining(",$W")),
                workspace);
        call.addStatement(sweep);
        CodeBlock.Builder after = CodeBlock.builder();
        for (Variable v : inputs.variables()) {
            String place = places.get(v);
            if (place != null && v.type().isArray()) {
                after.addStatement("$T.pack($L, $L, $L)", RecordCode.packer(primal, v), place, row, inputs.offset(v));
            } else if (place != null) {
                after.addStatement("$L[$L] = $L", row, inputs.offset(v), place);
            }
        }
        int last = slot;
        slot = firstSlot;
        CodeBlock code = loop(rows, declarations.build(), call.build(), after.build());
        slot = last;
        return code;
    }

    private String pullbackName() {
        return context.derivatives()
                .sweeps()
                .map(Sweeps::pullback)
                .map(Function::name)
                .orElse(context.name("Pullback"));
    }

    /** The adjoint of one result; that of an output becomes the bar of what it held before. */
    private CodeBlock seed(
            Variable v, CodeBlock.Builder declarations, CodeBlock.Builder call, Map<Variable, String> places) {
        boolean isOutput = v != results.result;
        if (!v.type().isArray()) {
            String cast = v.type() == PrimitiveType.FLOAT ? "(float) " : "";
            return CodeBlock.of("$L$L[$L]", cast, unit, results.layout().offset(v));
        }
        if (results.isOneVector() && !isOutput) {
            return CodeBlock.of("$L", unit);
        }
        String bar = names.take(v.name() + "Bar");
        String like = isOutput ? context.signatures().name(v) : results.value;
        declarations.addStatement("$T $L = $L.zerosLike($L, $L)", JavaTypes.of(v.type()), bar, workspace, slot++, like);
        call.addStatement(
                "$T.unpack($L, $L, $L)",
                JavaTypes.SHAPES,
                unit,
                results.layout().offset(v),
                bar);
        if (isOutput && primal.independents().contains(v)) {
            places.put(v, bar);
        }
        return CodeBlock.of("$L", bar);
    }

    private CodeBlock bar(
            Variable v, CodeBlock.Builder declarations, CodeBlock.Builder call, Map<Variable, String> places) {
        String bar = names.take(v.name() + "Bar");
        if (primal.record(v).isPresent()) {
            call.addStatement(declare(v, bar));
            for (RecordParameter.Leaf leaf : primal.record(v).get().leaves()) {
                places.put(
                        leaf.variable(),
                        RecordCode.barPlace(bar, primal.record(v).get(), leaf, names.take("element")));
            }
            return CodeBlock.of("$L", bar);
        }
        declarations.addStatement(declare(v, bar));
        boolean isMatrix = Signatures.rank(v) > 1;
        String zero = JavaTypes.scalar(v.type()).equals(TypeName.FLOAT) ? "0" : "0.0";
        call.addStatement("$T.fill($L, $L)", isMatrix ? JavaTypes.SHAPES : ARRAYS, bar, zero);
        places.put(v, bar);
        return CodeBlock.of("$L", bar);
    }

    private CodeBlock scalarBars(CodeBlock.Builder declarations, CodeBlock.Builder call, Map<Variable, String> places) {
        String bars = names.take("scalarBars");
        List<Variable> scalars = primal.scalarIndependents();
        declarations.addStatement("double[] $L = $L.zeros($L, $L)", bars, workspace, slot++, scalars.size());
        call.addStatement("$T.fill($L, 0.0)", ARRAYS, bars);
        for (int i = 0; i < scalars.size(); i++) {
            places.put(scalars.get(i), bars + "[" + i + "]");
        }
        return CodeBlock.of("$L", bars);
    }

    private static boolean isOnlyVector(List<Variable> variables) {
        return variables.size() == 1 && JavaTypes.of(variables.get(0).type()).equals(JavaTypes.VECTOR);
    }

    /** The results of a method: what it returns, then its outputs. */
    static final class Results {
        private final MethodContext context;
        private final PrimalMethod primal;
        private final String value;
        private final Variable result;
        private final List<Variable> variables = new ArrayList<>();
        private final Map<Variable, String> texts = new HashMap<>();

        Results(MethodContext context, NameScope names) {
            this.context = context;
            this.primal = context.primal();
            this.value = names.take("value");
            this.result = new Variable("result", primal.returnType());
            if (primal.returnType() != PrimitiveType.VOID) {
                variables.add(result);
                texts.put(result, value);
            }
            for (Variable output : primal.outputs()) {
                variables.add(output);
                texts.put(output, context.signatures().name(output));
            }
        }

        FlatLayout layout() {
            return new FlatLayout(variables, texts);
        }

        boolean hasArrayResult() {
            return primal.returnType().isArray();
        }

        /** Whether one array of doubles is all. */
        private boolean isOneVector() {
            return isOnlyVector(variables);
        }

        /** The call of the primal, or of what stands for a private one. */
        CodeBlock evaluate() {
            List<Parameter> arguments = context.signatures().arguments();
            CodeBlock call;
            if (primal.isPrivate()) {
                call = CodeBlock.of(
                        "$L($L)",
                        primal.valueName(),
                        context.signatures().withFields(context.signatures().argumentsAndFields()));
            } else if (primal.hasReceiver()) {
                CodeBlock others = MethodContext.names(arguments.subList(1, arguments.size()));
                call = CodeBlock.of("$L.$L($L)", arguments.get(0).name(), primal.name(), others);
            } else {
                call = CodeBlock.of("$T.$L($L)", context.primalClass(), primal.name(), MethodContext.names(arguments));
            }
            return primal.returnType() == PrimitiveType.VOID
                    ? call
                    : CodeBlock.of("$T $L = $L", JavaTypes.of(primal.returnType()), value, call);
        }
    }
}
