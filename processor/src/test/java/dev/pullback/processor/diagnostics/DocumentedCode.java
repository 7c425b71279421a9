package dev.pullback.processor.diagnostics;

import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of {@code docs/diagnostics.md}.
 *
 * @param id the code it is about
 * @param text the whole section
 * @param examples its Java blocks
 */
record DocumentedCode(String id, String text, List<String> examples) {
    private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (AD\\d{3}): ");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");

    /** All sections, in the page's order. */
    static List<DocumentedCode> readAll() {
        String page = TestResources.read(PAGE);
        List<DocumentedCode> sections = new ArrayList<>();
        Matcher heading = HEADING.matcher(page);
        boolean isFound = heading.find();
        while (isFound) {
            String id = heading.group(1);
            int start = heading.start();
            isFound = heading.find();
            String text = page.substring(start, isFound ? heading.start() : page.length());
            sections.add(new DocumentedCode(id, text, blocks(text)));
        }
        return sections;
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
