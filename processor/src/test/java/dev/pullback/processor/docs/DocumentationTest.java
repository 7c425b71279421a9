package dev.pullback.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the pages show is true: Java is compiled with the processor, programs are run, generated code and stages are what the
 * processor makes of the classes shown, build files name our artifacts. {@code -Ddocs.update=true} rewrites the blocks that
 * show generated code, stages and output.
 */
final class DocumentationTest {
    private static final Set<String> LANGUAGES = Set.of("java", "text", "xml", "groovy", "sh");

    private static Stream<Markdown> pages() {
        return Stream.concat(
                Stream.of(
                                "README.md",
                                "ARCHITECTURE.md",
                                "docs/users-guide.md",
                                "docs/derivatives.md",
                                "docs/language-subset.md",
                                "docs/adapters.md",
                                "docs/checkpointing.md",
                                "docs/cluster.md",
                                "docs/custom-rules.md",
                                "docs/derivative-rules.md",
                                "docs/expectations.md",
                                "docs/glossary.md",
                                "docs/hyperparameters.md",
                                "docs/implicit.md",
                                "docs/linear-algebra.md",
                                "docs/optimizers.md")
                        .map(Markdown::page),
                Markdown.folder("docs/adr"));
    }

    @TestFactory
    Stream<DynamicTest> everyBlockIsOfAKindThatIsChecked() {
        return pages().map(page -> DynamicTest.dynamicTest(page.name(), () -> {
            for (Markdown.Block block : page.blocks()) {
                assertThat(LANGUAGES).as("line %d", block.line()).contains(block.language());
                if (block.language().equals("text")) {
                    assertThat(block.note()).as("line %d", block.line()).isNotEmpty();
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> javaIsAsShown() {
        return pages().filter(page -> page.blocks().stream()
                        .anyMatch(block -> block.language().equals("java")))
                .map(page -> DynamicTest.dynamicTest(page.name(), () -> new JavaBlocks(page).check()));
    }

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() {
        return pages().map(page -> DynamicTest.dynamicTest(page.name(), () -> {
            for (String link : page.links()) {
                if (!link.startsWith("http") && !link.startsWith("#")) {
                    Path target = page.file().resolveSibling(link.replaceAll("#.*", ""));
                    assertThat(Files.exists(target)).as(link).isTrue();
                }
            }
        }));
    }

    @Test
    void theFirstShellBlockHasTheTwoCommands() {
        Markdown.Block block = Markdown.page("README.md").blocks().stream()
                .filter(candidate -> candidate.language().equals("sh"))
                .findFirst()
                .orElseThrow();
        List<String> commands = block.text().lines().toList();
        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).isEqualTo("mvn -q -Dquick -pl samples/quickstart -am compile exec:exec");
        assertThat(commands.get(1)).isEqualTo("mvn verify");
        assertThat(Markdown.page("CONTRIBUTING.md").text()).contains(commands.get(0), commands.get(1));
    }
}
