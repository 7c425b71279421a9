package dev.pullback.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The build files that the README shows name our artifacts in our version. */
final class BuildFilesTest {
    private static final String GROUP = "dev.pullback";
    private static final Pattern GRADLE = Pattern.compile("(\\w+) '([^:']+):([^:']+):([^:']+)'");

    private final Markdown readme = Markdown.page("README.md");

    @Test
    void mavenUsesOurArtifacts() throws Exception {
        Map<String, String> artifacts = artifacts();
        List<String> used = new ArrayList<>();
        for (Markdown.Block block : blocks("xml")) {
            Document document = parse("<fragment>" + block.text() + "</fragment>");
            for (Element element : children(document, "artifactId")) {
                String artifact = element.getTextContent();
                if (text(element, "groupId").equals(GROUP)) {
                    assertThat(artifacts).containsEntry(artifact, text(element, "version"));
                    used.add(artifact);
                }
            }
        }
        assertThat(used).containsExactlyInAnyOrder("pullback-annotations", "pullback-runtime", "pullback-processor");
    }

    @Test
    void gradleUsesOurArtifacts() throws Exception {
        Map<String, String> artifacts = artifacts();
        Map<String, String> used = new TreeMap<>();
        for (Markdown.Block block : blocks("groovy")) {
            GRADLE.matcher(block.text())
                    .results()
                    .filter(match -> match.group(2).equals(GROUP))
                    .forEach(match -> {
                        assertThat(artifacts).containsEntry(match.group(3), match.group(4));
                        used.put(match.group(3), match.group(1));
                    });
        }
        assertThat(used)
                .containsEntry("pullback-annotations", "compileOnly")
                .containsEntry("pullback-runtime", "implementation")
                .containsEntry("pullback-processor", "annotationProcessor")
                .hasSize(3);
    }

    private List<Markdown.Block> blocks(String language) {
        List<Markdown.Block> blocks = readme.blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }

    /** The version of each module, as its own build file says. */
    private static Map<String, String> artifacts() throws Exception {
        Map<String, String> artifacts = new TreeMap<>();
        for (String module : List.of("annotations", "runtime", "processor")) {
            Document pom = parse(Markdown.page(module + "/pom.xml").text());
            Element parent = (Element) pom.getElementsByTagName("parent").item(0);
            Stream<Element> own = children(pom, "artifactId").stream()
                    .filter(element -> element.getParentNode() == pom.getDocumentElement());
            artifacts.put(own.findFirst().orElseThrow().getTextContent(), text(parent.getFirstChild(), "version"));
        }
        return artifacts;
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> children(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(org.w3c.dom.Node sibling, String name) {
        NodeList all = ((Element) sibling.getParentNode()).getElementsByTagName(name);
        return all.getLength() == 0 ? "" : all.item(0).getTextContent();
    }
}
