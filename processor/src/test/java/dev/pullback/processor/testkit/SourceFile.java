package dev.pullback.processor.testkit;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A compilation unit in memory.
 *
 * @param name qualified name of its main class
 * @param text Java source
 */
public record SourceFile(String name, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");

    /** A compilation unit whose package is read from its text. */
    public static SourceFile of(String simpleName, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        return new SourceFile(matcher.find() ? matcher.group(1) + "." + simpleName : simpleName, text);
    }

    /** The path that javac shows in diagnostics. */
    public String path() {
        return "/" + name.replace('.', '/') + ".java";
    }

    JavaFileObject toFileObject() {
        return new SimpleJavaFileObject(URI.create("mem://" + path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
