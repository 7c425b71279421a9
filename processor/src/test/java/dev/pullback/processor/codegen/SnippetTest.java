package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final ClassName MATH = ClassName.get("java.lang", "Math");

    @Test
    void typesStayOpenInTheirOrder() {
        Snippet cast = Snippet.of("($T) $L", TypeName.INT, "x");
        Snippet call = Snippet.of("$T.abs($L)$W+ $L", MATH, cast, 1);
        assertThat(call).isEqualTo(new Snippet("$T.abs(($T) x)$W+ 1", List.of(MATH, TypeName.INT)));
        assertThat(Snippet.join(List.of(call, cast), ",$W").types()).containsExactly(MATH, TypeName.INT, TypeName.INT);
    }

    @Test
    void dollarsInTextAreText() {
        Snippet snippet = Snippet.of("$L = $L", "a$b", Snippet.of("$L", "\"$L$$\""));
        assertThat(CodeBlock.of(snippet.format(), snippet.arguments())).hasToString("a$b = \"$L$$\"");
    }

    @Test
    void otherPlaceholdersAreRefused() {
        assertThatThrownBy(() -> Snippet.of("$N", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
