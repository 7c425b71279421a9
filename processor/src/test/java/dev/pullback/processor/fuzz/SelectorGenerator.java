package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Choice;
import dev.pullback.processor.fuzz.FuzzExpression.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lets some switches select by a text or by a constant of an enum instead of by the number. */
final class SelectorGenerator {
    private final Random random;

    SelectorGenerator(Random random) {
        this.random = random;
    }

    /** The method with other selectors, unless it is run again for its derivative: calls that make names might show. */
    FuzzMethod name(FuzzMethod method) {
        boolean isRecursive =
                method.parameters().stream().anyMatch(p -> p.name().equals(Callee.DEPTH));
        return isRecursive || method.isForeign() ? method : method.withBody(name(method.body()));
    }

    private List<FuzzStatement> name(List<FuzzStatement> block) {
        return block.stream().map(this::name).toList();
    }

    private FuzzStatement name(FuzzStatement s) {
        FuzzStatement named = s.with(
                s.expressions().stream().map(this::name).toList(),
                s.blocks().stream().map(this::name).toList());
        return named instanceof FuzzStatement.Switch choice
                ? new FuzzStatement.Switch(selector(choice.selector()), choice.fallsThrough(), choice.blocks())
                : named;
    }

    private FuzzExpression name(FuzzExpression e) {
        FuzzExpression named =
                e.withOperands(e.operands().stream().map(this::name).toList());
        if (named instanceof Choice choice) {
            List<FuzzExpression> operands = new ArrayList<>(choice.operands());
            operands.set(0, selector(choice.selector()));
            return choice.withOperands(operands);
        }
        return named;
    }

    private FuzzExpression selector(FuzzExpression number) {
        return switch (random.nextInt(3)) {
            case 0 -> new Named(true, number);
            case 1 -> new Named(false, number);
            default -> number;
        };
    }
}
