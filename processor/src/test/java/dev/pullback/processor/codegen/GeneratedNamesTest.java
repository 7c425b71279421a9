package dev.pullback.processor.codegen;

import static dev.pullback.processor.codegen.Ir.declare;
import static dev.pullback.processor.codegen.Ir.loop;
import static dev.pullback.processor.codegen.Ir.read;
import static dev.pullback.processor.codegen.Ir.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names differ exactly where Java demands it. */
class GeneratedNamesTest {

    private final Variable parameter = variable("x");

    @Test
    void siblingScopesShareNames() {
        Variable first = index();
        Variable second = index();
        GeneratedNames names = names(loopOver(first), loopOver(second));
        assertThat(names.of(first)).isEqualTo("i");
        assertThat(names.of(second)).isEqualTo("i");
    }

    @Test
    void nestedScopesDoNot() {
        Variable outer = index();
        Variable inner = index();
        Variable innermost = index();
        GeneratedNames names = names(loopOver(outer, loopOver(inner, loopOver(innermost))));
        assertThat(List.of(names.of(outer), names.of(inner), names.of(innermost)))
                .containsExactly("i", "i2", "i3");
    }

    @Test
    void aVariableKeepsItsNameInAllItsScopes() {
        Variable twice = variable("t");
        Variable between = variable("t");
        GeneratedNames names = names(
                loopOver(index(), declare(twice, Literal.ONE)),
                loopOver(index(), declare(between, Literal.ONE), loopOver(index(), declare(twice, Literal.ONE))));
        assertThat(names.of(twice)).isEqualTo("t");
        assertThat(names.of(between)).isEqualTo("t2");
    }

    /** An inner scope that ends before an outer variable of the same name begins does not meet it. */
    @Test
    void laterDeclarationsDoNotReachBack() {
        Variable inner = variable("t");
        Variable later = variable("t");
        Variable afterwards = variable("t");
        GeneratedNames names = names(
                when(Literal.TRUE, Block.of(declare(inner, Literal.ONE)), Block.EMPTY),
                declare(later, Literal.ONE),
                when(Literal.TRUE, Block.EMPTY, Block.of(declare(afterwards, read(later)))));
        assertThat(names.of(inner)).isEqualTo("t");
        assertThat(names.of(later)).isEqualTo("t");
        assertThat(names.of(afterwards)).isEqualTo("t2");
    }

    @Test
    void avoidsParametersKeywordsAndClasses() {
        Variable local = variable("x");
        Variable keyword = variable("new");
        Variable constant = variable("true");
        Variable underscore = variable("_");
        Variable ofClass = variable("Math");
        Variable suffixed = variable("x2");
        GeneratedNames names = names(
                declare(local, Literal.ONE),
                declare(keyword, Literal.ONE),
                declare(constant, Literal.ONE),
                declare(underscore, Literal.ONE),
                declare(ofClass, Literal.ONE),
                declare(suffixed, Literal.ONE));
        assertThat(names.of(parameter)).isEqualTo("x");
        assertThat(names.of(local)).isEqualTo("x2");
        assertThat(names.of(keyword)).isEqualTo("new2");
        assertThat(names.of(constant)).isEqualTo("true2");
        assertThat(names.of(underscore)).isEqualTo("_2");
        assertThat(names.of(ofClass)).isEqualTo("Math2");
        assertThat(names.of(suffixed)).isEqualTo("x22");
    }

    @Test
    void undeclaredVariablesHaveNoName() {
        GeneratedNames names = names(loopOver(index()));
        assertThatThrownBy(() -> names.of(variable("x"))).isInstanceOf(IllegalStateException.class);
    }

    private GeneratedNames names(Statement... statements) {
        Function function = new Function("f", List.of(parameter), PrimitiveType.VOID, Block.of(statements));
        return GeneratedNames.of(function, Set.of("Math"));
    }

    private static Statement loopOver(Variable index, Statement... body) {
        return loop(index, Literal.of(0), Literal.of(3), 1, body);
    }

    private static Variable variable(String name) {
        return new Variable(name, PrimitiveType.DOUBLE);
    }

    private static Variable index() {
        return new Variable("i", PrimitiveType.INT);
    }
}
