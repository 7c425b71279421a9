package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.annotations.Derivative;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What the emitters of all derivatives of one primal method share. */
final class MethodContext {

    private final MethodDerivatives derivatives;
    private final ClassName primalClass;
    private final Set<String> reserved;
    private final HiddenFieldReaders readers;
    private final Signatures signatures;

    /**
     * The context of one method.
     *
     * @param derivatives the method
     * @param primalClass the class that declares it
     * @param reserved simple names of classes in use, which variables must not obscure
     * @param readers the methods that read private fields
     */
    MethodContext(
            MethodDerivatives derivatives, ClassName primalClass, Set<String> reserved, HiddenFieldReaders readers) {
        this.derivatives = derivatives;
        this.primalClass = primalClass;
        this.reserved = reserved;
        this.readers = readers;
        this.signatures = new Signatures(derivatives.primal(), reserved, readers);
    }

    MethodDerivatives derivatives() {
        return derivatives;
    }

    PrimalMethod primal() {
        return derivatives.primal();
    }

    ClassName primalClass() {
        return primalClass;
    }

    /** The names of the variables of a function. */
    GeneratedNames namesOf(Function function) {
        return GeneratedNames.of(function, reserved, readers);
    }

    Signatures signatures() {
        return signatures;
    }

    ComposedSignatures composed() {
        return new ComposedSignatures(primal(), signatures);
    }

    /** The name of a derivative method. */
    String name(String suffix) {
        return primal().name() + suffix;
    }

    /** The primal's name as the beginning of a class name. */
    String typeName(String suffix) {
        String name = primal().name();
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first) + suffix;
    }

    /** Whether the method could be differentiated. */
    boolean isDifferentiated() {
        return derivatives.sweeps().isPresent();
    }

    /** Whether a derivative was asked for. */
    boolean has(Derivative derivative) {
        return derivatives.derivatives().contains(derivative);
    }

    /** Whether products with the Hessian are generated. */
    boolean hasHessianVector() {
        return primal().hasGradient() && DerivativeForm.HESSIAN_VECTOR.isNeeded(derivatives.derivatives());
    }

    /** Whether pushforwards in several directions at once are needed. */
    boolean hasPushforwards() {
        return primal().result().isEmpty() && has(Derivative.PUSHFORWARDS);
    }

    /** Whether the method is generated as the loss of an example. */
    boolean hasExampleLoss() {
        return primal().hasGradient()
                && has(Derivative.EXAMPLE_LOSS)
                && example().isPresent();
    }

    /** The argument that an example loss is a function of: the last passive one, without a receiver. */
    Optional<Parameter> example() {
        List<Parameter> passive = signatures.passiveArguments();
        int receivers = primal().hasReceiver() ? 1 : 0;
        return passive.size() > receivers ? Optional.of(passive.get(passive.size() - 1)) : Optional.empty();
    }

    /** {@code public} if classes of other packages can call the primal. */
    Modifier[] visibility() {
        return primal().isVisible() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    /** Begins a derivative method; Javadoc and body are the caller's. */
    MethodSpec.Builder method(String name, TypeName returnType, List<Parameter> parameters) {
        return method(name, returnType, parameters, visibility());
    }

    /** The same with a visibility of its own. */
    MethodSpec.Builder method(String name, TypeName returnType, List<Parameter> parameters, Modifier... visibility) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC)
                .returns(returnType);
        parameters.forEach(p -> method.addParameter(parameter(p)));
        return method;
    }

    /** Begins a method of a function object. */
    static MethodSpec.Builder override(String name, TypeName returnType) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(JavaTypes.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(returnType);
    }

    /** The body of a method that was not differentiated. */
    CodeBlock stubBody() {
        return CodeBlock.builder()
                .addStatement(
                        "throw new $T($S)",
                        JavaTypes.UNSUPPORTED,
                        primal().name() + " was not differentiated: see the compiler's errors")
                .build();
    }

    static ParameterSpec parameter(Parameter parameter) {
        return ParameterSpec.builder(parameter.type(), parameter.name()).build();
    }

    /** The names of parameters as arguments of a call. */
    static CodeBlock names(List<Parameter> parameters) {
        return parameters.stream().map(p -> CodeBlock.of("$L", p.name())).collect(CodeBlock.joining(",$W"));
    }
}
