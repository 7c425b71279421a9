package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The parameters of all derivatives of one primal method, as the contract of the generated class fixes them. They depend on
 * the primal alone, so a method that could not be differentiated has the same ones.
 */
final class Signatures {

    /** What a sweep does with the bars it is given. */
    enum BarUse {
        OVERWRITTEN,
        ADDED_TO
    }

    private final PrimalMethod primal;
    private final Set<String> reserved;
    private final HiddenFieldReaders readers;
    private final Map<Variable, String> argumentNames = new HashMap<>();

    /**
     * Names the primal's arguments.
     *
     * @param primal the method
     * @param reserved simple names of classes in use
     * @param readers the methods that read private fields
     */
    Signatures(PrimalMethod primal, Set<String> reserved, HiddenFieldReaders readers) {
        this.primal = primal;
        this.reserved = reserved;
        this.readers = readers;
        NameScope scope = new NameScope(reserved);
        primal.parameters()
                .forEach(p ->
                        argumentNames.put(p.variable(), scope.take(p.variable().name())));
        components().forEach(v -> argumentNames.put(v, scope.take(v.name())));
    }

    /** What stands for the primal's records in the representation. */
    private List<Variable> components() {
        List<Variable> components = new ArrayList<>(primal.flat().parameters().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList());
        components.removeAll(primal.parameters().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList());
        return components;
    }

    /** The name of an argument of the primal, or of a component of one. */
    String name(Variable argument) {
        return Objects.requireNonNull(argumentNames.get(argument), "no argument of the primal");
    }

    /** A scope in which the primal's arguments are declared. */
    NameScope scope() {
        NameScope scope = new NameScope(reserved);
        argumentNames.values().forEach(scope::take);
        return scope;
    }

    /** The primal's own parameters. */
    List<Parameter> arguments() {
        return arguments(parameter -> true);
    }

    /** Those of the primal's own parameters that are asked for. */
    List<Parameter> arguments(Predicate<PrimalMethod.Parameter> isWanted) {
        return primal.arguments().stream().filter(isWanted).map(this::argument).toList();
    }

    /** The primal's own parameters, and in front of the declared ones the fields that are independents. */
    List<Parameter> argumentsAndFields() {
        return primal.parameters().stream().map(this::argument).toList();
    }

    /** The parameters of a method that takes the fields from the receiver, with these as the sweep has them. */
    List<Parameter> withFieldParameters(List<Parameter> parameters) {
        List<Parameter> all = new ArrayList<>(argumentsAndFields());
        all.addAll(parameters.subList(primal.arguments().size(), parameters.size()));
        return all;
    }

    /** The primal's parameters as code reads them that has the primal's own arguments: fields from the receiver. */
    List<Parameter> readFromReceiver() {
        return primal.parameters().stream()
                .map(parameter -> argument(parameter).named(text(parameter.variable())))
                .toList();
    }

    /** The parameters of a sweep without the fields, which it takes from the receiver. */
    List<Parameter> withoutFields(List<Parameter> parameters) {
        List<Parameter> own = new ArrayList<>(arguments());
        own.addAll(parameters.subList(primal.parameters().size(), parameters.size()));
        return own;
    }

    /** What a sweep is called with by the method that takes the fields from the receiver. */
    CodeBlock withFields(List<Parameter> parameters) {
        List<CodeBlock> texts = new ArrayList<>();
        for (PrimalMethod.Parameter parameter : primal.parameters()) {
            texts.add(CodeBlock.of("$L", text(parameter.variable())));
        }
        parameters
                .subList(primal.parameters().size(), parameters.size())
                .forEach(p -> texts.add(CodeBlock.of("$L", p.name())));
        return CodeBlock.join(texts, ",$W");
    }

    /** A name for one element of an array of records, in code that has no other names than arguments and bars. */
    String elementName() {
        NameScope scope = scope();
        bars(scope, BarUse.OVERWRITTEN);
        return scope.take("element");
    }

    /** How to read an argument of the primal: by its name, or from the receiver. */
    String text(Variable argument) {
        return primal.fields().stream()
                .filter(parameter -> parameter.variable() == argument)
                .findFirst()
                .map(parameter -> readers.read(
                        parameter.field().orElseThrow(),
                        name(primal.parameters().get(0).variable())))
                .orElseGet(() -> name(argument));
    }

    /** The parameters that are no independents. */
    List<Parameter> passiveArguments() {
        return primal.parameters().stream()
                .filter(p -> !p.isIndependent())
                .map(this::argument)
                .toList();
    }

    /** Components of independent records that carry no derivative themselves. */
    List<Parameter> passiveComponents() {
        return primal.parameters().stream()
                .filter(p -> p.isIndependent() && p.record().isPresent())
                .flatMap(p -> p.record().get().leaves().stream()
                        .filter(leaf -> !leaf.variable().type().isDifferentiable())
                        .map(leaf -> new Parameter(
                                JavaTypes.of(leaf.variable().type()),
                                name(leaf.variable()),
                                "passive component " + String.join(".", leaf.path()) + " of " + code(p.variable()))))
                .toList();
    }

    /** Arguments, bars, workspace. */
    List<Parameter> valueAndGradient() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(argumentsAndFields());
        parameters.addAll(bars(scope, BarUse.OVERWRITTEN));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, adjoint of the result, adjoints of the outputs, bars, workspace. */
    List<Parameter> pullback() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(argumentsAndFields());
        if (primal.returnType() != PrimitiveType.VOID) {
            String text = "the adjoint of the result: the seed";
            parameters.add(new Parameter(JavaTypes.of(primal.resultBarType()), scope.take("resultBar"), text));
        }
        for (Variable v : primal.outputs()) {
            parameters.add(bar(scope, v, outputText(v)));
        }
        parameters.addAll(bars(scope, primal, primal.barInputs(), BarUse.ADDED_TO));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, one tangent per independent or output, workspace. */
    List<Parameter> pushforward() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(argumentsAndFields());
        for (Variable v : primal.tangents()) {
            String name = scope.take(v.name() + "Dot");
            Variable like = primal.barTangents().contains(v) ? v : null;
            parameters.add(new Parameter(barType(v), name, tangentText(v), like));
        }
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, directions and tangents, each a flat vector, workspace. */
    List<Parameter> pushforwardBlock() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        int width = primal.blockWidth();
        for (int i = 0; i < width; i++) {
            parameters.add(flat(scope, "direction" + i, "a direction"));
        }
        if (primal.isOneNumber()) {
            parameters.add(new Parameter(
                    JavaTypes.VECTOR, scope.take("tangents"), "overwritten by the tangents, one per direction"));
        } else {
            for (int i = 0; i < width; i++) {
                parameters.add(new Parameter(
                        JavaTypes.VECTOR, scope.take("tangent" + i), "overwritten by the tangents of all results"));
            }
        }
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, directions, tangents, workspace. */
    List<Parameter> pushforwards() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        parameters.add(new Parameter(
                JavaTypes.MATRIX,
                scope.take("directions"),
                "the directions: rows with one entry per scalar of " + flatOrder()));
        parameters.add(
                primal.isOneNumber()
                        ? new Parameter(
                                JavaTypes.VECTOR,
                                scope.take("tangents"),
                                "overwritten by the derivatives along the directions")
                        : new Parameter(
                                JavaTypes.MATRIX,
                                scope.take("tangents"),
                                "overwritten by the tangents of the results, one row per direction"));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, direction, Taylor coefficients, workspace. */
    List<Parameter> taylor() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        parameters.add(flat(scope, "direction", "the direction"));
        parameters.add(new Parameter(
                JavaTypes.VECTOR,
                scope.take("coefficients"),
                "overwritten by the coefficients; the order is one less than its length"));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, the vector to multiply with, the product, workspace. */
    List<Parameter> hessianVector() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        parameters.add(flat(scope, "vector", "the vector to multiply with"));
        parameters.add(flat(scope, "product", "overwritten by the product"));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, two directions, the result, workspace. */
    List<Parameter> thirdOrder() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        parameters.add(flat(scope, "vector", "the vector to multiply with"));
        parameters.add(flat(scope, "direction", "the direction to differentiate the product along"));
        parameters.add(flat(scope, "result", "overwritten by the derivative"));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, flat gradient, Hessian, workspace. */
    List<Parameter> gradientAndHessian() {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        parameters.add(flat(scope, "gradient", "overwritten by the gradient"));
        parameters.add(new Parameter(
                JavaTypes.MATRIX,
                scope.take("hessian"),
                "overwritten by the Hessian, rows and columns like the gradient"));
        parameters.add(workspace(scope));
        return parameters;
    }

    /** Arguments, the Jacobian in one form or another, workspace. */
    List<Parameter> jacobian(TypeName type, String text) {
        NameScope scope = scope();
        List<Parameter> parameters = new ArrayList<>(arguments());
        String layout = text + ": one row per result, one column per scalar of " + flatOrder();
        parameters.add(new Parameter(type, scope.take("jacobian"), layout));
        parameters.add(workspace(scope));
        return parameters;
    }

    private Parameter flat(NameScope scope, String name, String text) {
        return new Parameter(JavaTypes.VECTOR, scope.take(name), text + ", one entry per scalar of " + flatOrder());
    }

    /** The independents as they follow each other in a flat vector. */
    String flatOrder() {
        boolean hasMatrix = primal.flat().arrayIndependents().stream().anyMatch(v -> rank(v) > 1);
        return codes(primal.independents())
                + (primal.independents().size() > 1 ? ", in this order" : "")
                + (hasMatrix ? ", matrices row by row" : "")
                + recordOrder();
    }

    /** Says how arrays of records stand in a flat vector. */
    String recordOrder() {
        boolean hasRecords = primal.independents().stream()
                .anyMatch(v -> primal.record(v).filter(RecordParameter::isArray).isPresent());
        return hasRecords ? ", of an array of records the first component of all, then the next" : "";
    }

    private String tangentText(Variable v) {
        if (!primal.outputs().contains(v)) {
            return "the tangent of " + code(v);
        }
        String after = "overwritten by the tangent of its content after the call";
        return primal.independents().contains(v) ? "the tangent of " + code(v) + ", " + after : after;
    }

    String outputText(Variable v) {
        String before = primal.independents().contains(v)
                ? "overwritten by the adjoint of its content before"
                : "overwritten by zeros";
        return "the adjoint of " + code(v) + " after the call; " + before;
    }

    /** The type of the bar or of the tangent of an independent. */
    TypeName barType(Variable independent) {
        return JavaTypes.of(primal.barType(independent));
    }

    /** The type of the partial derivatives with respect to an independent. */
    TypeName partialType(Variable independent) {
        return primal.record(independent).isPresent() ? barType(independent) : JavaTypes.partial(independent.type());
    }

    /** One bar per independent that is an array or a record, and one for all scalar ones. */
    List<Parameter> bars(NameScope scope, BarUse use) {
        return bars(scope, primal, primal.barIndependents(), use);
    }

    Parameter bar(NameScope scope, Variable own, String text) {
        return new Parameter(barType(own), scope.take(own.name() + "Bar"), text, own);
    }

    List<Parameter> bars(NameScope scope, PrimalMethod method, List<Variable> own, BarUse use) {
        List<Parameter> bars = new ArrayList<>();
        for (Variable v : own) {
            bars.add(bar(scope, v, barText(code(v), use)));
        }
        List<Variable> scalars = method.scalarIndependents();
        if (!scalars.isEmpty()) {
            String text = barText(codes(scalars), use) + (scalars.size() > 1 ? ", in this order" : "");
            bars.add(new Parameter(JavaTypes.VECTOR, scope.take("scalarBars"), text));
        }
        return bars;
    }

    /** Where the bars stand, of arguments and of the components of records, given the parameters for them. */
    Map<Variable, String> barTexts(List<Parameter> bars) {
        Map<Variable, String> texts = new HashMap<>();
        List<Variable> own = primal.barIndependents();
        for (int i = 0; i < own.size(); i++) {
            String bar = bars.get(i).name();
            texts.put(own.get(i), bar);
            primal.record(own.get(i))
                    .ifPresent(record -> record.leaves()
                            .forEach(leaf ->
                                    texts.put(leaf.variable(), RecordCode.barPlace(bar, record, leaf, elementName()))));
        }
        List<Variable> scalars = primal.scalarIndependents();
        for (int i = 0; i < scalars.size(); i++) {
            texts.put(scalars.get(i), bars.get(bars.size() - 1).name() + "[" + i + "]");
        }
        return texts;
    }

    /** The sizes that an objective cannot take from its point: of all arrays, unless there is one and it is a vector. */
    Map<Variable, List<Parameter>> sizes(NameScope scope) {
        Map<Variable, List<Parameter>> sizes = new HashMap<>();
        if (hasFreeLength()) {
            return sizes;
        }
        Map<Variable, List<Parameter>> recordSizes = new HashMap<>();
        for (Variable v : primal.flat().arrayIndependents()) {
            Optional<Variable> records = primal.recordArray(v);
            if (records.isPresent()) {
                sizes.put(
                        v,
                        recordSizes.computeIfAbsent(
                                records.get(), all -> List.of(size(scope, all, "Length", "length"))));
                continue;
            }
            List<Parameter> own = new ArrayList<>();
            if (rank(v) == 1) {
                own.add(size(scope, v, "Length", "length"));
            }
            if (rank(v) == 3) {
                own.add(size(scope, v, "Pages", "number of matrices"));
            }
            if (rank(v) > 1) {
                own.add(size(scope, v, "Rows", "number of rows"));
                own.add(size(scope, v, "Columns", "number of columns"));
            }
            sizes.put(v, own);
        }
        return sizes;
    }

    /** The same, with an array of its shape in the place of the sizes of a matrix, whose rows may differ in length. */
    Map<Variable, List<Parameter>> shapes(NameScope scope, Map<Variable, List<Parameter>> sizes) {
        Map<Variable, List<Parameter>> shapes = new HashMap<>(sizes);
        shapes.replaceAll((v, own) -> rank(v) == 1
                ? own
                : List.of(new Parameter(
                        JavaTypes.of(v.type()),
                        scope.take(v.name() + "Shape"),
                        "an array of the shape of " + code(v))));
        return shapes;
    }

    /** Whether an independent is a matrix, so that its sizes may differ from row to row. */
    boolean hasMatrix() {
        return primal.flat().arrayIndependents().stream().anyMatch(v -> rank(v) > 1);
    }

    /** Whether the independents are one vector and otherwise scalars, so that the point's length fixes the vector's. */
    boolean hasFreeLength() {
        List<Variable> arrays = primal.flat().arrayIndependents();
        return arrays.size() == 1
                && rank(arrays.get(0)) == 1
                && primal.recordArray(arrays.get(0)).isEmpty();
    }

    /** The names of variables as a list in Javadoc. */
    String codes(List<Variable> variables) {
        return variables.stream().map(this::code).collect(Collectors.joining(", "));
    }

    /** The number of dimensions of an array argument. */
    static int rank(Variable variable) {
        return ((ArrayType) variable.type()).rank();
    }

    private Parameter argument(PrimalMethod.Parameter parameter) {
        Variable variable = parameter.variable();
        String text = parameter.isReceiver()
                ? "the object that the primal is called on"
                : parameter.field().isPresent()
                        ? "field of the object, independent"
                        : (parameter.isIndependent() ? "independent" : "passive") + " argument of the primal";
        return new Parameter(JavaTypes.of(variable.type()), name(variable), text);
    }

    Parameter workspace(NameScope scope) {
        return new Parameter(JavaTypes.WORKSPACE, scope.take("workspace"), "arrays to reuse from call to call");
    }

    private Parameter size(NameScope scope, Variable v, String suffix, String text) {
        return new Parameter(TypeName.INT, scope.take(v.name() + suffix), text + " of " + code(v));
    }

    String code(Variable variable) {
        return "{@code " + name(variable) + "}";
    }

    private static String barText(String names, BarUse use) {
        return use == BarUse.OVERWRITTEN
                ? "overwritten by the partial derivatives with respect to " + names
                : "the adjoints of " + names + ", which the products are added to";
    }
}
