package dev.pullback.processor;

import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.frontend.LibraryRules;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.normalize.NormalForm;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.rules.RuleTable;
import java.util.Optional;

/** The stages behind the frontend, from a lowered method to its derivatives. */
final class Pipeline {

    /** The calculus, as far as lowering asks. */
    static final LibraryRules RULES = new LibraryRules() {
        @Override
        public boolean hasRule(MethodRef method) {
            return RuleTable.find(method).isPresent();
        }

        @Override
        public Optional<String> reasonAgainst(MethodRef method) {
            return RuleTable.reasonAgainst(method);
        }
    };

    private Pipeline() {}

    /** The derivatives of a method. */
    static MethodDerivatives derive(
            DifferentiationRequest request, LoweredMethod lowered, ProcessorOptions options, StageDump dump) {
        dump.accept(request.primal(), "lowered-raw", lowered.function());
        LoweredMethod normal = lowered.normalized(function -> NormalForm.of(function, lowered.jumps()));
        StageOptions stages = new StageOptions(
                !options.isTbrOn(),
                options.passesOff(),
                (stage, function) -> dump.accept(request.primal(), stage, function));
        return new MethodDerivatives(
                request.primal(),
                Optional.of(new Differentiation(request.primal(), stages)
                        .derive(normal.function(), normal.helpers(), request.derivatives())));
    }
}
