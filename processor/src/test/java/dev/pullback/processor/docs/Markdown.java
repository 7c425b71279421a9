package dev.pullback.processor.docs;

import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown page, as far as tests look at it: code blocks, tables and links. */
public final class Markdown {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMENT = Pattern.compile("<!--\\s*(.*?)\\s*-->");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    /**
     * A fenced code block.
     *
     * @param language the word behind the opening fence
     * @param note the text of the comment on the line above, empty if there is none
     * @param text the lines between the fences
     * @param line the line of the opening fence, one-based
     */
    public record Block(String language, String note, String text, int line) {}

    /**
     * A table.
     *
     * @param heading the heading of its section
     * @param rows the cells of the rows below the header
     */
    public record Table(String heading, List<List<String>> rows) {}

    private final Path file;
    private List<String> lines;

    private Markdown(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** A page of the repository; tests run in the module's directory. */
    public static Markdown page(String path) {
        Path file = ROOT.resolve(path);
        return new Markdown(file, TestResources.read(file).lines().toList());
    }

    /** The pages in a folder of the repository, by name. */
    static Stream<Markdown> folder(String path) {
        return TestResources.find(ROOT.resolve(path), ".md").stream()
                .map(file -> page(ROOT.relativize(file).toString()));
    }

    /** The path from the root of the repository. */
    String name() {
        return ROOT.relativize(file).toString();
    }

    /** Puts another text between the fences of a block, in the file; line numbers behind it are void then. */
    void replace(Block block, String text) {
        List<String> all = new ArrayList<>(lines.subList(0, block.line()));
        text.lines().forEach(all::add);
        all.addAll(lines.subList(block.line() + (int) block.text().lines().count(), lines.size()));
        TestResources.write(file, String.join("\n", all) + "\n");
        lines = all;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** All code blocks, in order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            int end = i + 1;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            Matcher comment = COMMENT.matcher(i == 0 ? "" : lines.get(i - 1));
            String text =
                    lines.subList(i + 1, end).stream().map(line -> line + "\n").collect(Collectors.joining());
            blocks.add(new Block(
                    lines.get(i).substring(3).strip(), comment.matches() ? comment.group(1) : "", text, i + 1));
            i = end;
        }
        return blocks;
    }

    /** The tables below a heading. */
    public List<Table> tables(String heading) {
        return tables().stream().filter(t -> t.heading().equals(heading)).toList();
    }

    /** All tables, in order. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        String heading = "";
        boolean inCode = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            inCode ^= line.startsWith("```");
            if (!inCode && line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "");
            } else if (!inCode && line.startsWith("|")) {
                List<List<String>> rows = new ArrayList<>();
                for (; i < lines.size() && lines.get(i).startsWith("|"); i++) {
                    rows.add(cells(lines.get(i)));
                }
                tables.add(new Table(heading, rows.subList(2, rows.size())));
            }
        }
        return tables;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||(?<!\\\\)\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.replace("\\|", "|").strip())
                .toList();
    }

    /** The pieces of a text between back ticks. */
    public static List<String> code(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The targets of links, outside code blocks. */
    public List<String> links() {
        List<String> links = new ArrayList<>();
        boolean inCode = false;
        for (String line : lines) {
            inCode ^= line.startsWith("```");
            if (!inCode) {
                LINK.matcher(line).results().map(match -> match.group(1)).forEach(links::add);
            }
        }
        return links;
    }

    /** The text outside code blocks. */
    String prose() {
        StringBuilder prose = new StringBuilder();
        boolean inCode = false;
        for (String line : lines) {
            inCode ^= line.startsWith("```");
            if (!inCode) {
                prose.append(line).append('\n');
            }
        }
        return prose.toString();
    }

    /** The whole text. */
    public String text() {
        return String.join("\n", lines);
    }
}
