package dev.pullback.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.annotations.Derivative;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Solution;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of all derivatives of one primal class: per method the sweeps, the convenience methods around them and
 * their nested types, in declared order. The same input gives the same bytes.
 */
final class DerivativeClassEmitter {

    private final DerivativeClass derivatives;
    private final ClassName primalClass;
    private final ClassName generatedClass;
    private final Set<String> reserved;
    private final HiddenFieldReaders readers;
    private final Set<String> typeNames = new HashSet<>();
    private final Set<String> signatures = new HashSet<>();

    private DerivativeClassEmitter(DerivativeClass derivatives) {
        this.derivatives = derivatives;
        this.primalClass = JavaTypes.nested(derivatives.packageName(), derivatives.classNames());
        this.generatedClass =
                ClassName.get(derivatives.packageName(), String.join("_", derivatives.classNames()) + "Derivatives");
        this.reserved = UsedClasses.names(derivatives);
        this.readers = HiddenFieldReaders.of(derivatives, reserved);
        reserved.forEach(name -> typeNames.add(name.toLowerCase(Locale.ROOT)));
        twins().forEach(record -> typeNames.add(record.twinName().toLowerCase(Locale.ROOT)));
    }

    /**
     * Emits a class.
     *
     * @throws IllegalStateException if the functions break their contract, or two methods have derivatives of one signature
     */
    static JavaFile emit(DerivativeClass derivatives) {
        return new DerivativeClassEmitter(derivatives).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(generatedClass)
                .addModifiers(visibility())
                .addModifiers(Modifier.FINAL)
                .addAnnotation(AnnotationSpec.builder(JavaTypes.GENERATED)
                        .addMember("value", "$T.class", primalClass)
                        .build())
                .addJavadoc(
                        "Derivatives of the methods of {@link $T}, written by the Pullback processor.\n", primalClass)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addJavadoc("All methods are static.\n")
                        .build());
        derivatives.methods().forEach(method -> addMethod(type, method));
        derivatives.solutions().forEach(solution -> addSolution(type, solution));
        readers.addTo(type);
        Set<RecordType> inArrays = recordsInArrays();
        twins().forEach(record ->
                type.addType(new TwinClass(record, inArrays.contains(record), generatedClass, visibility()).type()));
        return JavaFile.builder(derivatives.packageName(), type.build())
                .indent("    ")
                .build();
    }

    /** The records of all independents and results, each once. */
    private Set<RecordType> twins() {
        Set<RecordType> records = new LinkedHashSet<>();
        for (MethodDerivatives method : derivatives.methods()) {
            PrimalMethod primal = method.primal();
            primal.independents()
                    .forEach(v -> primal.record(v)
                            .ifPresent(r -> records.addAll(r.type().withInner())));
            primal.result().ifPresent(r -> records.addAll(r.type().withInner()));
        }
        return records;
    }

    private Set<RecordType> recordsInArrays() {
        return derivatives.methods().stream()
                .map(MethodDerivatives::primal)
                .flatMap(primal -> primal.independents().stream().flatMap(v -> primal.record(v).stream()))
                .filter(RecordParameter::isArray)
                .map(RecordParameter::type)
                .collect(Collectors.toSet());
    }

    private Modifier[] visibility() {
        return derivatives.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    private void addMethod(TypeSpec.Builder type, MethodDerivatives method) {
        MethodContext context = new MethodContext(method, primalClass, reserved, readers);
        SweepEmitter sweeps = new SweepEmitter(context);
        if (method.primal().hasGradient()) {
            sweeps.valueAndGradient().forEach(m -> add(type, m, method.primal()));
            addGradient(type, context);
        }
        sweeps.pullback().forEach(m -> add(type, m, method.primal()));
        sweeps.pushforward().forEach(m -> add(type, m, method.primal()));
        sweeps.pushforwardBlock().forEach(m -> add(type, m, method.primal()));
        if (context.hasPushforwards()) {
            new PushforwardsEmitter(context).methods().forEach(m -> add(type, m, method.primal()));
        }
        if (context.has(Derivative.TAYLOR) && method.primal().hasGradient()) {
            new TaylorEmitter(context).methods().forEach(m -> add(type, m, method.primal()));
            sweeps.taylor().forEach(m -> add(type, m, method.primal()));
        }
        sweeps.series().forEach(m -> add(type, m, method.primal()));
        if (context.hasHessianVector()) {
            HessianEmitter hessian = new HessianEmitter(context);
            add(type, hessian.freshProduct(), method.primal());
            sweeps.hessianVector().forEach(m -> add(type, m, method.primal()));
            if (context.has(Derivative.THIRD_ORDER)) {
                add(type, hessian.freshThirdOrder(), method.primal());
                sweeps.thirdOrder().forEach(m -> add(type, m, method.primal()));
            }
            hessian.matrices().forEach(m -> add(type, m, method.primal()));
        }
        sweeps.pullbackPushforward().forEach(m -> add(type, m, method.primal()));
        sweeps.pullbackThirdOrder().forEach(m -> add(type, m, method.primal()));
        sweeps.secondPushforward().forEach(m -> add(type, m, method.primal()));
        if (context.has(Derivative.JACOBIAN) && method.primal().hasJacobian()) {
            new JacobianEmitter(context).methods().forEach(m -> add(type, m, method.primal()));
        }
        if (context.has(Derivative.SPARSITY) && method.primal().result().isEmpty()) {
            sweeps.pattern().forEach(m -> add(type, m, method.primal()));
        }
        if (method.primal().hasGradient()) {
            addObjective(type, context);
        }
        if (context.hasExampleLoss()) {
            addExampleLoss(type, context);
        }
        sweeps.parts().forEach(m -> add(type, m, method.primal()));
    }

    private void addSolution(TypeSpec.Builder type, Solution solution) {
        new SolutionEmitter(solution, primalClass, generatedClass, reserved, readers)
                .methods()
                .forEach(m -> add(type, m, solution.primal()));
    }

    private void addGradient(TypeSpec.Builder type, MethodContext context) {
        boolean needsClass = GradientEmitter.needsClass(context.primal());
        ClassName name = generatedClass.nestedClass(needsClass ? takeTypeName(context.typeName("Gradient")) : "Unused");
        add(type, new GradientEmitter(context, name).method(), context.primal());
        if (needsClass) {
            type.addType(IndependentsClass.gradient(context, name).type());
        }
    }

    /** Objectives of overloads can have the same parameters; nothing calls them by convention, so they get a number. */
    private void addObjective(TypeSpec.Builder type, MethodContext context) {
        ObjectiveEmitter objective = new ObjectiveEmitter(context);
        addFactories(type, objective.factory(), "Objective", ShapedFactory.objective(context));
        if (PointEmitter.isNeeded(context.primal())) {
            addPoint(type, context);
        }
    }

    private void addExampleLoss(TypeSpec.Builder type, MethodContext context) {
        ExampleLossEmitter loss = new ExampleLossEmitter(context);
        addFactories(type, loss.factory(), "ExampleLoss", ShapedFactory.exampleLoss(context));
    }

    /** A method that takes sizes, one that takes the primal's arguments, and one that both call if there are matrices. */
    private void addFactories(TypeSpec.Builder type, PointFactory factory, String suffix, ShapedFactory shaped) {
        MethodContext context = factory.context();
        String name = firstFree(context.name(suffix), factory.sized());
        String called = name;
        if (factory.hasShapes()) {
            called = firstFree(context.name(suffix + "Of"), factory.parameters());
            add(type, factory.sized(name, called), context.primal());
        } else {
            add(type, factory.method(name), context.primal());
        }
        if (ShapedFactory.isNeeded(context)) {
            add(type, shaped.method(firstFree(name, shaped.parameters()), called), context.primal());
        }
        if (factory.hasShapes() && context.isDifferentiated()) {
            add(type, factory.method(called), context.primal());
        }
    }

    private void addPoint(TypeSpec.Builder type, MethodContext context) {
        boolean needsClass = context.primal().independents().size() > 1;
        ClassName name =
                generatedClass.nestedClass(needsClass ? takeTypeName(context.typeName("Independents")) : "Unused");
        PointEmitter point = new PointEmitter(context, name);
        add(type, point.pack(firstFree(context.name("Point"), point.packed())), context.primal());
        add(type, point.unpack(firstFree(context.name("Independents"), point.unpacked())), context.primal());
        if (needsClass) {
            type.addType(IndependentsClass.independents(context, name).type());
        }
    }

    private String firstFree(String wish, List<Parameter> parameters) {
        List<TypeName> types = parameters.stream().map(Parameter::type).toList();
        return NameScope.firstFree(wish, candidate -> signatures.contains(candidate + types));
    }

    private void add(TypeSpec.Builder type, MethodSpec method, PrimalMethod primal) {
        List<TypeName> types = method.parameters().stream().map(p -> p.type()).toList();
        if (!signatures.add(method.name() + types)) {
            throw new IllegalStateException(
                    "a derivative of " + primal.name() + " and one of an overload are both " + method.name() + types);
        }
        type.addMethod(method);
    }

    /** Class files of one directory must differ in more than case, for the file systems that ignore it. */
    private String takeTypeName(String wish) {
        String name = NameScope.firstFree(wish, n -> typeNames.contains(n.toLowerCase(Locale.ROOT)));
        typeNames.add(name.toLowerCase(Locale.ROOT));
        return name;
    }
}
