package dev.pullback.processor;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.LibraryRules;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.normalize.NormalForm;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.RequestReader;
import dev.pullback.processor.rules.Overwriting;
import dev.pullback.processor.rules.RuleTable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** The stages behind the frontend, from a lowered method to its derivatives. */
final class Pipeline {

    /** The calculus, as far as lowering asks. */
    static final LibraryRules RULES = new LibraryRules() {
        @Override
        public boolean hasRule(MethodRef method) {
            return RuleTable.find(method).isPresent();
        }

        @Override
        public Optional<Callee> overwriting(MethodRef method) {
            return Overwriting.find(method);
        }

        @Override
        public Optional<String> reasonAgainst(MethodRef method) {
            return RuleTable.reasonAgainst(method);
        }
    };

    private Pipeline() {}

    /** The derivatives of a method. */
    static MethodDerivatives derive(
            DifferentiationRequest request,
            LoweredMethod lowered,
            ProcessorOptions options,
            StageDump dump,
            Explanation explanation,
            DiagnosticSink sink) {
        dump.accept(request.primal(), "lowered-raw", lowered.function());
        StageOptions stages = new StageOptions(
                !options.isTbrOn(),
                options.passesOff(),
                options.methodBytes(),
                (stage, function) -> dump.accept(request.primal(), stage, function),
                explanation);
        RawDerivatives raw = differentiate(request, lowered, stages, sink);
        return new MethodDerivatives(
                request.primal(), request.derivatives(), Optional.of(new Optimization(raw).apply(stages)));
    }

    /** The stages before the passes, which no option of a pass changes. */
    static RawDerivatives differentiate(
            DifferentiationRequest request, LoweredMethod lowered, StageOptions stages, DiagnosticSink sink) {
        LoweredMethod normal = lowered.normalized(function -> NormalForm.of(function, lowered.jumps()));
        return new Differentiation(request.primal(), stages, sink)
                .derive(normal, suffix(request.method()), request.derivatives(), request.isRule());
    }

    /** The method's name, with a number if it is overloaded. */
    private static String suffix(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        List<ExecutableElement> overloads =
                ElementFilter.methodsIn(RequestReader.declaringType(method).getEnclosedElements()).stream()
                        .filter(other -> other.getSimpleName().contentEquals(name))
                        .toList();
        int number = overloads.indexOf(method);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + (number == 0 ? "" : number + 1);
    }
}
