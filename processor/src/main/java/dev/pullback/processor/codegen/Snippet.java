package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a line of Java: JavaPoet's format, in which only types and possible line breaks are not text yet. JavaPoet walks
 * through blocks of code in blocks of code twice per file, so an expression is put together here and given to it as one.
 *
 * @param format text with {@code $T}, {@code $W} and {@code $$}
 * @param types what each {@code $T} stands for
 */
record Snippet(String format, List<TypeName> types) {

    Snippet {
        types = List.copyOf(types);
    }

    /** A format with {@code $L} for snippets and other values, {@code $T} for types, and {@code $W} for possible line breaks. */
    static Snippet of(String format, Object... arguments) {
        StringBuilder text = new StringBuilder();
        List<TypeName> types = new ArrayList<>();
        int next = 0;
        int from = 0;
        for (int dollar = format.indexOf('$'); dollar >= 0; dollar = format.indexOf('$', from)) {
            text.append(format, from, dollar);
            switch (format.charAt(dollar + 1)) {
                case 'L' -> append(arguments[next++], text, types);
                case 'T' -> {
                    text.append("$T");
                    types.add((TypeName) arguments[next++]);
                }
                case 'W' -> text.append("$W");
                default -> throw new IllegalArgumentException(format);
            }
            from = dollar + 2;
        }
        text.append(format, from, format.length());
        return new Snippet(text.toString(), types);
    }

    private static void append(Object argument, StringBuilder text, List<TypeName> types) {
        if (argument instanceof Snippet snippet) {
            text.append(snippet.format);
            types.addAll(snippet.types);
        } else {
            text.append(String.valueOf(argument).replace("$", "$$"));
        }
    }

    /** The snippets one after the other. */
    static Snippet join(List<Snippet> snippets, String separator) {
        return new Snippet(
                snippets.stream().map(Snippet::format).collect(Collectors.joining(separator)),
                snippets.stream().flatMap(s -> s.types.stream()).toList());
    }

    /** What the types are for {@link CodeBlock}'s methods that take a format. */
    Object[] arguments() {
        return types.toArray();
    }
}
