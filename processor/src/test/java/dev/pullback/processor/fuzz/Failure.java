package dev.pullback.processor.fuzz;

/**
 * A program whose derivatives are not accepted.
 *
 * @param program the program
 * @param kind what failed, the same word while a program shrinks
 * @param message expected and actual
 */
record Failure(FuzzProgram program, String kind, String message) {

    /** All one needs to repeat it. */
    String describe() {
        StringBuilder points = new StringBuilder();
        program.points().forEach(p -> points.append("// at ").append(p).append('\n'));
        return "// " + kind + "\n" + message.replaceAll("(?m)^", "// ") + "\n" + points + JavaPrinter.print(program);
    }
}
