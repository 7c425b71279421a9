package dev.pullback.processor;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.request.DifferentiationRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The derivatives of an abstract method: each asks for the class of the object and calls the same derivative of the method that
 * this class has. An object of a class that is not known is an exception.
 */
final class DispatchDerivatives {

    private static final int INSTANCEOF = 9;
    private static final int CAST = 14;

    private final PrimalMethod primal;
    private final Map<ObjectType, Callee> implementations;

    private DispatchDerivatives(PrimalMethod primal, Map<ObjectType, Callee> implementations) {
        this.primal = primal;
        this.implementations = implementations;
    }

    /** The derivatives of an abstract method with one implementation for each class, subclasses first. */
    static MethodDerivatives of(DifferentiationRequest request, Map<ObjectType, Callee> implementations) {
        return new MethodDerivatives(
                request.primal(),
                request.derivatives(),
                Optional.of(new DispatchDerivatives(request.primal(), implementations).sweeps(request)));
    }

    private MethodDerivatives.Sweeps sweeps(DifferentiationRequest request) {
        Set<DerivativeForm> forms = DerivativeForm.of(request.derivatives());
        boolean isSecond = forms.contains(DerivativeForm.HESSIAN_VECTOR);
        IrType result = primal.resultBarType();
        return new MethodDerivatives.Sweeps(
                primal.hasGradient() ? Optional.of(dispatch("ValueAndGradient", result, bars())) : Optional.empty(),
                dispatch("Pullback", PrimitiveType.VOID, pullback()),
                forms.contains(DerivativeForm.PUSHFORWARD)
                        ? Optional.of(dispatch("Pushforward", result, tangents()))
                        : Optional.empty(),
                forms.contains(DerivativeForm.PUSHFORWARD_BLOCK)
                        ? Optional.of(dispatch(PrimalMethod.BLOCK, PrimitiveType.VOID, block()))
                        : Optional.empty(),
                forms.contains(DerivativeForm.TAYLOR) && primal.hasGradient()
                        ? Optional.of(dispatch("Taylor", PrimitiveType.VOID, vectors("direction", "coefficients")))
                        : Optional.empty(),
                forms.contains(DerivativeForm.TAYLOR) && primal.hasSeries()
                        ? Optional.of(dispatch("Series", PrimitiveType.VOID, series()))
                        : Optional.empty(),
                isSecond && primal.hasGradient()
                        ? Optional.of(dispatch("HessianVector", PrimitiveType.VOID, vectors("vector", "product")))
                        : Optional.empty(),
                Optional.empty(),
                forms.contains(DerivativeForm.THIRD_ORDER) && primal.hasGradient()
                        ? Optional.of(
                                dispatch("ThirdOrder", PrimitiveType.VOID, vectors("vector", "direction", "result")))
                        : Optional.empty(),
                isSecond && primal.isComposable()
                        ? Optional.of(dispatch("PullbackPushforward", PrimitiveType.VOID, pullbackAndTangents()))
                        : Optional.empty(),
                forms.contains(DerivativeForm.THIRD_ORDER) && primal.isComposable()
                        ? Optional.of(dispatch("PullbackThirdOrder", PrimitiveType.VOID, andSecondTangents()))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of(PatternCode.detected("it depends on the class of the object")),
                primal.outputs(),
                List.of(),
                List.of());
    }

    // ---- parameters behind those of the primal, as codegen.Signatures lists them ----

    /**
     * A parameter behind those of the primal.
     *
     * @param variable the parameter
     * @param record whose twin it is, if it is one: each implementation's class has a twin of its own
     * @param isBar whether the callee writes to it
     */
    private record Further(Variable variable, Optional<RecordParameter> record, boolean isBar) {}

    private List<Further> bars() {
        return bars(primal.barIndependents());
    }

    private List<Further> bars(List<Variable> own) {
        List<Further> bars = new ArrayList<>(named(own, "Bar"));
        if (!primal.scalarIndependents().isEmpty()) {
            bars.addAll(vectors("scalarBars"));
        }
        return bars;
    }

    private List<Further> pullback() {
        List<Further> parameters = new ArrayList<>();
        if (primal.returnType() != PrimitiveType.VOID) {
            Variable seed = Variable.temporary("resultBar", primal.resultBarType());
            parameters.add(new Further(seed, primal.result(), false));
        }
        parameters.addAll(named(primal.outputs(), "Bar"));
        parameters.addAll(bars(primal.barInputs()));
        return parameters;
    }

    private List<Further> tangents() {
        return named(primal.tangents(), "Dot");
    }

    private List<Further> block() {
        List<String> names = new ArrayList<>();
        int width = primal.blockWidth();
        IntStream.range(0, width).forEach(i -> names.add("direction" + i));
        if (primal.isOneNumber()) {
            names.add("tangents");
        } else {
            IntStream.range(0, width).forEach(i -> names.add("tangent" + i));
        }
        return vectors(names.toArray(String[]::new));
    }

    private static List<Further> vectors(String... names) {
        return Arrays.stream(names)
                .map(name -> Variable.temporary(name, new ArrayType(PrimitiveType.DOUBLE)))
                .map(vector -> new Further(vector, Optional.empty(), false))
                .toList();
    }

    private List<Further> series() {
        List<Further> parameters = new ArrayList<>();
        for (Variable v : primal.flat().tangents()) {
            parameters.add(further(v.name() + "Series", PrimalMethod.seriesType(v.type())));
        }
        primal.resultSeriesType().ifPresent(type -> parameters.add(further("coefficients", type)));
        parameters.add(further("terms", PrimitiveType.INT));
        return parameters;
    }

    private static Further further(String name, IrType type) {
        return new Further(Variable.temporary(name, type), Optional.empty(), false);
    }

    /** With the components in the place of records. */
    private List<Further> pullbackAndTangents() {
        PrimalMethod flat = primal.flat();
        List<Further> seeds = flat.outputs().isEmpty()
                ? flat.seeds().stream()
                        .map(seed -> new Further(seed, Optional.empty(), false))
                        .toList()
                : named(flat.outputs(), "Bar");
        List<Further> bars = new ArrayList<>(named(flat.arrayInputs(), "Bar"));
        if (!flat.scalarIndependents().isEmpty()) {
            bars.addAll(vectors("scalarBars"));
        }
        List<Further> parameters = new ArrayList<>(seeds);
        parameters.addAll(bars);
        parameters.addAll(named(flat.independents(), "Dot"));
        parameters.addAll(named(seeds.stream().map(Further::variable).toList(), "Dot"));
        parameters.addAll(named(bars.stream().map(Further::variable).toList(), "Dot"));
        return parameters;
    }

    private List<Further> andSecondTangents() {
        List<Further> first = pullbackAndTangents();
        List<Further> parameters = new ArrayList<>(first);
        parameters.addAll(named(primal.flat().independents(), "Dot2"));
        parameters.addAll(named(first.stream().map(Further::variable).toList(), "Dot2"));
        return parameters;
    }

    private List<Further> named(List<Variable> variables, String suffix) {
        return variables.stream()
                .map(v -> new Further(
                        Variable.temporary(v.name() + suffix, primal.barType(v)),
                        primal.record(v),
                        suffix.equals("Bar")))
                .toList();
    }

    // ---- code ----

    private Function dispatch(String suffix, IrType returnType, List<Further> further) {
        List<Variable> parameters = new ArrayList<>(primal.parameters().stream()
                .map(PrimalMethod.Parameter::variable)
                .toList());
        further.forEach(parameter -> parameters.add(parameter.variable()));
        Variable workspace = Variable.temporary("workspace", ObjectType.WORKSPACE);
        parameters.add(workspace);
        String name = primal.name() + suffix;
        List<Statement> body = new ArrayList<>();
        implementations.forEach((type, callee) -> {
            TwinExchange twins = new TwinExchange(primal, callee.derivatives());
            List<Expression> arguments = new ArrayList<>(primal.parameters().stream()
                    .map(parameter -> new Read(parameter.variable()))
                    .toList());
            arguments.set(0, as(arguments.get(0), type));
            for (Further parameter : further) {
                arguments.add(
                        parameter.record().isPresent()
                                ? twins.give(
                                        parameter.variable(), parameter.record().get(), parameter.isBar())
                                : new Read(parameter.variable()));
            }
            arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), Literal.of(body.size())));
            List<IrType> types = arguments.stream().map(Expression::type).toList();
            IrType given = twins.typeOf(returnType);
            Call call = new Call(new MethodRef(callee.derivatives(), name, types, given, true), arguments);
            body.add(new If(isOf(parameters.get(0), type), twins.around(call), Block.EMPTY, Origin.NONE));
        });
        body.add(unknown(parameters.get(0)));
        return new Function(name, parameters, returnType, new Block(body));
    }

    private static Expression isOf(Variable object, ObjectType type) {
        return new Opaque(
                PrimitiveType.BOOLEAN,
                INSTANCEOF,
                List.of(
                        new Opaque.Operand(new Read(object), INSTANCEOF),
                        new Opaque.Text(" instanceof "),
                        new Opaque.Type(type)),
                null);
    }

    private static Expression as(Expression object, ObjectType type) {
        return new Opaque(
                type,
                CAST,
                List.of(
                        new Opaque.Text("("),
                        new Opaque.Type(type),
                        new Opaque.Text(") "),
                        new Opaque.Operand(object, CAST)),
                null);
    }

    private static Statement unknown(Variable object) {
        ObjectType declared = new ObjectType(((ObjectType) object.type()).qualifiedName());
        Opaque exception = new Opaque(
                new ObjectType("java.lang.RuntimeException"),
                Opaque.PRIMARY,
                List.of(
                        new Opaque.Type(new ObjectType("dev.pullback.runtime.Dispatch")),
                        new Opaque.Text(".unknown("),
                        new Opaque.Operand(new Read(object), 0),
                        new Opaque.Text(", "),
                        new Opaque.Type(declared),
                        new Opaque.Text(".class)")),
                null);
        return new Throw(exception, Origin.NONE);
    }
}
