package dev.pullback.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.pullback.processor.ir.Origin;
import java.io.IOException;
import javax.tools.Diagnostic;

/**
 * Lines and texts of statements in one source file.
 *
 * <p>javac keeps end positions only when a tool listens to it, so a statement's end is found in the text itself; otherwise the
 * comments in generated code would depend on who calls the compiler.
 */
final class SourceText {

    private static final int MAX_LENGTH = 60;

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;

    SourceText(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
        this.text = read(unit);
    }

    private static String read(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Line and text of a statement; of a loop, an {@code if} or a case the header only. */
    Origin origin(Tree statement) {
        long start = positions.getStartPosition(unit, statement);
        if (start == Diagnostic.NOPOS || unit.getLineMap() == null) {
            return Origin.NONE;
        }
        int line = (int) unit.getLineMap().getLineNumber(start);
        return new Origin(line, shorten(scan((int) start)));
    }

    /** The text from {@code start} to the statement's semicolon or the brace or parenthesis that ends its header or the one around it. */
    private String scan(int start) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        int at = start;
        boolean isHeader = startsHeader(start);
        boolean isCase = text.startsWith("case ", start) || text.startsWith("default", start);
        while (at < text.length() && out.length() <= 2 * MAX_LENGTH) {
            char c = text.charAt(at);
            int next = skipOpaque(at);
            if (next > at) {
                out.append(isComment(at) ? " " : text.substring(at, next));
                at = next;
                continue;
            }
            boolean isEnd = c == ';' || c == ')' || c == '{' && !isInitializer(out) || isCase && endsLabels(at);
            if (depth == 0 && isEnd) {
                break;
            }
            depth += opens(c) - closes(c);
            out.append(c);
            at++;
            if (isHeader && depth == 0 && c == ')') {
                break;
            }
        }
        return out.toString();
    }

    private boolean startsHeader(int start) {
        String head = text.substring(start, Math.min(text.length(), start + 6));
        return head.matches("(?s)(if|for|while)\\W.*") || head.startsWith("switch");
    }

    private boolean endsLabels(int at) {
        return text.charAt(at) == ':' || text.startsWith("->", at);
    }

    /** Braces of {@code {1, 2}} and {@code new double[] {1, 2}} belong to the statement. */
    private static boolean isInitializer(StringBuilder before) {
        String text = before.toString().strip();
        return text.endsWith("=") || text.endsWith("]");
    }

    private static int opens(char c) {
        return c == '(' || c == '{' || c == '[' ? 1 : 0;
    }

    private static int closes(char c) {
        return c == ')' || c == '}' || c == ']' ? 1 : 0;
    }

    private boolean isComment(int at) {
        return text.charAt(at) == '/';
    }

    /** The end of the comment, string or character literal that starts at {@code at}, or {@code at} itself. */
    private int skipOpaque(int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '/' && next == '/') {
            return endOf("\n", at);
        } else if (c == '/' && next == '*') {
            return endOf("*/", at + 2);
        } else if (c == '"' || c == '\'') {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != c) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 1);
        }
        return at;
    }

    private int endOf(String terminator, int from) {
        int end = text.indexOf(terminator, from);
        return end < 0 ? text.length() : end + terminator.length();
    }

    /** One line of bounded length that is safe inside a comment: a backslash could start a Unicode escape. */
    private static String shorten(String source) {
        String line = source.strip().replaceAll("\\s+", " ").replace('\\', '/');
        return line.length() <= MAX_LENGTH
                ? line
                : line.substring(0, MAX_LENGTH - 3).stripTrailing() + "...";
    }
}
