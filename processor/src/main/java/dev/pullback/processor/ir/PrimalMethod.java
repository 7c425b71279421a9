package dev.pullback.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What code generation and callers know about a differentiable method: everything but its body.
 *
 * @param packageName package, empty for the unnamed one
 * @param classNames simple names of the classes from the outermost one to the one that declares the method
 * @param name the method's name
 * @param parameters the receiver, fields of it that are independents, and the declared parameters, in declared order
 * @param returnType the result type; a {@link TupleType} of the components if it is a record
 * @param result how a result of record type is taken apart; its variables stand for the adjoints of the components
 * @param isPrivate whether the method is private, so that Javadoc cannot link to it
 * @param isVisible whether classes of other packages can call the derivatives: method and classes are public
 * @param isCallable whether generated code can call the method itself: it is not private, declares no checked exceptions, and its
 *     parameters depend on no type parameters
 */
public record PrimalMethod(
        String packageName,
        List<String> classNames,
        String name,
        List<Parameter> parameters,
        IrType returnType,
        Optional<RecordParameter> result,
        boolean isPrivate,
        boolean isVisible,
        boolean isCallable) {

    /** Ends the name of the function that differentiates in several directions at once. */
    public static final String BLOCK = "PushforwardBlock";

    /** Ends the name of the function that differentiates a pushforward once more. */
    public static final String SECOND_PUSHFORWARD = "SecondPushforward";

    /** Ends the name of the function that multiplies the Hessian with several vectors at once. */
    public static final String HESSIAN_BLOCK = "HessianVectorBlock";

    private static final int WIDEST = 4;

    /** A method whose result is no record, and that generated code can call unless it is private. */
    public PrimalMethod(
            String packageName,
            List<String> classNames,
            String name,
            List<Parameter> parameters,
            IrType returnType,
            boolean isPrivate,
            boolean isVisible) {
        this(packageName, classNames, name, parameters, returnType, Optional.empty(), isPrivate, isVisible, !isPrivate);
    }

    /**
     * A parameter of the primal.
     *
     * @param variable name and type
     * @param isIndependent whether derivatives are taken with respect to it
     * @param isVarargs whether it is declared with {@code ...}
     * @param isOutput whether it is an array that holds results
     * @param record how it is taken apart, if it is a record
     * @param isReceiver whether it stands for the object that the primal is called on
     * @param field how the receiver gives it, if it stands for one of its fields
     */
    public record Parameter(
            Variable variable,
            boolean isIndependent,
            boolean isVarargs,
            boolean isOutput,
            Optional<RecordParameter> record,
            boolean isReceiver,
            Optional<FieldAccess> field) {

        /** A declared parameter. */
        public Parameter(
                Variable variable,
                boolean isIndependent,
                boolean isVarargs,
                boolean isOutput,
                Optional<RecordParameter> record) {
            this(variable, isIndependent, isVarargs, isOutput, record, false, Optional.empty());
        }

        /** The object that the primal is called on. */
        public static Parameter receiver(Variable variable) {
            return new Parameter(variable, false, false, false, Optional.empty(), true, Optional.empty());
        }

        /** A field of the receiver, with respect to which derivatives are taken. */
        public static Parameter field(Variable variable, FieldAccess access) {
            return new Parameter(variable, true, false, false, Optional.empty(), false, Optional.of(access));
        }

        /** A parameter that is no record. */
        public Parameter(Variable variable, boolean isIndependent, boolean isVarargs, boolean isOutput) {
            this(variable, isIndependent, isVarargs, isOutput, Optional.empty());
        }

        /** The independents that stand for it in the representation. */
        public List<Variable> flatIndependents() {
            return flat().filter(Parameter::isIndependent)
                    .map(Parameter::variable)
                    .toList();
        }

        /** The parameters that stand for it in the representation. */
        private Stream<Parameter> flat() {
            return record.isEmpty()
                    ? Stream.of(this)
                    : record.get().leaves().stream()
                            .map(leaf -> new Parameter(
                                    leaf.variable(),
                                    isIndependent && leaf.variable().type().isDifferentiable(),
                                    false,
                                    false));
        }
    }

    public PrimalMethod {
        classNames = List.copyOf(classNames);
        parameters = List.copyOf(parameters);
    }

    /** Whether the result is one number, so that there is a gradient. */
    public boolean hasGradient() {
        return returnType instanceof PrimitiveType && returnType != PrimitiveType.VOID;
    }

    /** The type of the adjoint, or of the tangent, of the result: its own, or the twin of its record. */
    public IrType resultBarType() {
        return result.map(RecordParameter::twinType).orElse(returnType);
    }

    /**
     * The adjoints of the result's values: one variable, or one per component of a record. There is one for each value that a
     * return statement gives; those of values without a derivative are never used.
     */
    public List<Variable> resultBars() {
        if (result.isPresent()) {
            return result.get().leaves().stream()
                    .map(RecordParameter.Leaf::variable)
                    .toList();
        }
        return returnType == PrimitiveType.VOID ? List.of() : List.of(new Variable("resultBar", returnType));
    }

    /** Whether the results are several numbers, and no record, so that there is a Jacobian. */
    public boolean hasJacobian() {
        return result.isEmpty() && (!hasGradient() || !outputs().isEmpty());
    }

    /** Whether other classes' methods can call it, so that their second derivatives are made of its: it gives something, in one way. */
    public boolean isComposable() {
        boolean hasArrays = Stream.concat(
                        result.stream(), parameters.stream().flatMap(parameter -> parameter.record().stream()))
                .anyMatch(RecordParameter::isArray);
        return !hasArrays && outputs().isEmpty() != (returnType == PrimitiveType.VOID);
    }

    /** Whether power series of callers can be made of its: those of a record that it gives are those of numbers. */
    public boolean hasSeries() {
        return isComposable()
                && result.stream()
                        .flatMap(record -> record.leaves().stream())
                        .noneMatch(leaf -> leaf.variable().type().isArray());
    }

    /** The type of the series of the result, if there is one: of a record, one per component. */
    public Optional<ArrayType> resultSeriesType() {
        if (returnType == PrimitiveType.VOID) {
            return Optional.empty();
        }
        return Optional.of(seriesType(result.isPresent() ? new ArrayType(PrimitiveType.DOUBLE) : returnType));
    }

    /** The type of the series of a value: an array for a number, one dimension more for an array. */
    public static ArrayType seriesType(IrType type) {
        return new ArrayType(type instanceof ArrayType array ? array : PrimitiveType.DOUBLE);
    }

    /** The adjoints that callers give: of the outputs, of the components of a record, or of the result. */
    public List<Variable> seeds() {
        return outputs().isEmpty()
                ? resultBars().stream()
                        .filter(bar -> bar.type().isDifferentiable())
                        .toList()
                : outputs();
    }

    /** Whether one number is all that it gives. */
    public boolean isOneNumber() {
        return hasGradient() && outputs().isEmpty();
    }

    /**
     * In how many directions one sweep differentiates: at most {@value #WIDEST}, such that sweeps with all unit vectors, as far
     * as their number is known, waste none.
     */
    public int blockWidth() {
        PrimalMethod flat = flat();
        if (!flat.arrayIndependents().isEmpty()) {
            return WIDEST;
        }
        int scalars = flat.scalarIndependents().size();
        int sweeps = (scalars + WIDEST - 1) / WIDEST;
        return (scalars + sweeps - 1) / sweeps;
    }

    /** The name of the generated function that stands for a private method. */
    public String valueName() {
        int first = name.offsetByCodePoints(0, 1);
        return "valueOf" + name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    /** The arrays that hold results, in declared order. */
    public List<Variable> outputs() {
        return parameters.stream()
                .filter(Parameter::isOutput)
                .map(Parameter::variable)
                .toList();
    }

    /** The parameters that have a tangent, in declared order: independents and outputs. */
    public List<Variable> tangents() {
        return parameters.stream()
                .filter(parameter -> parameter.isIndependent() || parameter.isOutput())
                .map(Parameter::variable)
                .toList();
    }

    /** The independents of array type that are not outputs, in declared order. */
    public List<Variable> arrayInputs() {
        return arrayIndependents().stream().filter(v -> !outputs().contains(v)).toList();
    }

    /** The method as the representation has it: with the components of its records as parameters. */
    public PrimalMethod flat() {
        List<Parameter> flat = parameters.stream().flatMap(Parameter::flat).toList();
        return new PrimalMethod(
                packageName, classNames, name, flat, returnType, result, isPrivate, isVisible, isCallable);
    }

    /** The independents that are arrays or records, in declared order: each has a bar of its own. */
    public List<Variable> barIndependents() {
        return independents().stream().filter(PrimalMethod::hasBar).toList();
    }

    /** Those of them that are not outputs. */
    public List<Variable> barInputs() {
        return barIndependents().stream().filter(v -> !outputs().contains(v)).toList();
    }

    /** The arrays and records that have a tangent, in declared order. */
    public List<Variable> barTangents() {
        return tangents().stream().filter(PrimalMethod::hasBar).toList();
    }

    /** The independents of array type, in declared order. */
    public List<Variable> arrayIndependents() {
        return independents().stream().filter(v -> v.type().isArray()).toList();
    }

    /** The independents of scalar type, in declared order: they share one bar. */
    public List<Variable> scalarIndependents() {
        return independents().stream().filter(v -> !hasBar(v)).toList();
    }

    private static boolean hasBar(Variable independent) {
        return independent.type().isArray() || independent.type() instanceof ObjectType;
    }

    /** Whether the first parameter stands for the object that the primal is called on. */
    public boolean hasReceiver() {
        return !parameters.isEmpty() && parameters.get(0).isReceiver();
    }

    /** The parameters that stand for fields of the receiver, in the order in which the class declares these. */
    public List<Parameter> fields() {
        return parameters.stream()
                .filter(parameter -> parameter.field().isPresent())
                .toList();
    }

    /** The parameters that callers of the derivatives give: all but the receiver's fields. */
    public List<Parameter> arguments() {
        return parameters.stream()
                .filter(parameter -> parameter.field().isEmpty())
                .toList();
    }

    /** All independents, in declared order. */
    public List<Variable> independents() {
        return parameters.stream()
                .filter(Parameter::isIndependent)
                .map(Parameter::variable)
                .toList();
    }

    /** How an argument is taken apart, if it is a record. */
    public Optional<RecordParameter> record(Variable argument) {
        return parameters.stream()
                .filter(parameter -> parameter.variable() == argument)
                .findFirst()
                .flatMap(Parameter::record);
    }

    /** The array of records that a variable of the representation holds a component of, if it does. */
    public Optional<Variable> recordArray(Variable component) {
        return parameters.stream()
                .filter(parameter -> parameter
                        .record()
                        .filter(record -> record.isArray()
                                && record.leaves().stream().anyMatch(leaf -> leaf.variable() == component))
                        .isPresent())
                .map(Parameter::variable)
                .findFirst();
    }

    /** The type of the bar, or of the tangent, of an independent: its own, or the twin of its record. */
    public IrType barType(Variable independent) {
        return record(independent).map(RecordParameter::twinType).orElse(independent.type());
    }

    /** Simple name of the generated class: {@code OuterDerivatives}, {@code Outer_InnerDerivatives}. */
    public String derivativesName() {
        return String.join("_", classNames) + "Derivatives";
    }

    /** Canonical name of the generated class. */
    public String qualifiedDerivativesName() {
        return packageName.isEmpty() ? derivativesName() : packageName + "." + derivativesName();
    }
}
