package dev.pullback.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/derivative-rules.md} and the rule table say the same. */
final class RulesDocumentTest {
    private static final int POINTS = 50;
    private static final double TOLERANCE = 1e-14;

    private final RulesDocument document = new RulesDocument();

    @Test
    void everyFunctionWithARuleIsListedAndNoOther() {
        Set<Signature> listed = document.rules().stream()
                .filter(RulesDocument.Rule::isFunction)
                .map(rule -> RulesDocument.signature(rule.text()))
                .collect(Collectors.toSet());
        Set<Signature> known = RuleTable.owners().stream()
                .flatMap(owner -> RuleTable.methods(owner).values().stream())
                .map(LibraryMethod::function)
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(known);
    }

    @Test
    void everyOperatorWithARuleIsListedAndNoOther() {
        Set<String> listed = document.rules().stream()
                .filter(rule ->
                        !rule.isFunction() && rule.operation().arguments().size() == 2)
                .map(RulesDocument.Rule::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Expression operand = new Read(new Variable("x", PrimitiveType.DOUBLE));
        Set<String> known = Arrays.stream(Binary.Operator.values())
                .filter(operator ->
                        RuleTable.find(new Binary(operator, operand, operand)).isPresent())
                .map(Binary.Operator::symbol)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(known);
    }

    @TestFactory
    List<DynamicTest> aRuleHasOneFormulaForEachArgument() {
        return document.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.text(), () -> {
                    for (Operation operation : rule.operations()) {
                        Optional<DerivativeRule> found = operation.rule();
                        assertThat(found).isPresent();
                        assertThat(rule.formulas()).hasSize(found.get().arity());
                        for (int i = 0; i < rule.formulas().size(); i++) {
                            boolean isZero = rule.formulas().get(i).equals("0");
                            assertThat(found.get().dependsOn(i)).isNotEqualTo(isZero);
                        }
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> rulesComputeTheFormulas() {
        Formulas formulas = new Formulas(document.rules());
        return document.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.text(), () -> compare(rule, formulas)))
                .toList();
    }

    private static void compare(RulesDocument.Rule rule, Formulas formulas) {
        SplittableRandom random = new SplittableRandom(1);
        int compared = 0;
        while (compared < POINTS) {
            double[] point = RandomPoints.next(rule.operation(), random);
            if (!formulas.isInDomain(rule, point)) {
                continue;
            }
            compared++;
            double seed = random.nextDouble(-2.0, 2.0);
            for (Operation operation : rule.operations()) {
                for (int i = 0; i < point.length; i++) {
                    double expected = seed * formulas.derivative(rule, i, operation.value(point), point);
                    assertThat(operation.derivative(i, seed, point))
                            .as("argument %d at %s", i, Arrays.toString(point))
                            .isCloseTo(expected, offset(TOLERANCE * Math.max(1e-300, Math.abs(expected))));
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> rulesAnswerAtKinksAsListed() {
        return document.points().stream()
                .map(point -> DynamicTest.dynamicTest(point.text(), () -> {
                    for (Operation operation : point.operations()) {
                        assertThat(point.derivatives())
                                .hasSize(operation.arguments().size());
                        for (int i = 0; i < point.derivatives().length; i++) {
                            double actual = operation.derivative(i, 1.0, point.arguments());
                            assertThat(actual == 0.0 ? 0.0 : actual)
                                    .as("argument %d", i)
                                    .isEqualTo(Double.valueOf(point.derivatives()[i]));
                        }
                    }
                }))
                .toList();
    }

    @Test
    void everyRuleWithARestrictedDomainHasAKink() {
        Set<String> polesOnly = Set.of("tan", "log10", "beta");
        assertThat(document.rules())
                .filteredOn(rule -> !rule.domain().isEmpty() && !polesOnly.contains(rule.name()))
                .allSatisfy(rule -> assertThat(document.points()).anyMatch(rule::isOf));
    }
}
