package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A random program with one change that need not be in the supported subset, nor Java.
 *
 * @param program the program, perhaps with {@code Raw} parts
 * @param members text of further members of its class
 * @param from text to replace everywhere, empty for none
 * @param to what stands in its place
 */
record Mutant(FuzzProgram program, List<String> members, String from, String to) {
    private static final Pattern CLASS = Pattern.compile("(?m)^public .*\\{$");

    Mutant withProgram(FuzzProgram newProgram) {
        return new Mutant(newProgram, members, from, to);
    }

    SourceFile toSource() {
        String text = JavaPrinter.print(program);
        if (from.matches("\\w+")) {
            text = text.replaceAll("(?<![\\w.])" + from + "\\b(?!\\()", Matcher.quoteReplacement(to));
        } else if (!from.isEmpty()) {
            text = text.replace(own(from), own(to));
        }
        Matcher header = CLASS.matcher(text);
        if (header.find()) {
            String inserted = "\n    " + own(String.join("\n    ", members));
            text = new StringBuilder(text).insert(header.end(), inserted).toString();
        }
        return new SourceFile(program.className(), text);
    }

    private String own(String text) {
        return text.replace("@ ", program.name() + " ")
                .replace("@Derivatives", program.name() + "Derivatives")
                .replace("@<", program.name() + "<")
                .replace("@(", program.name() + "(");
    }
}
