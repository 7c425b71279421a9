package dev.pullback.processor;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrPrinter;
import dev.pullback.processor.ir.PrimalMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows what each stage made of a method, for those who work on the processor: as compiler notes, or in files. */
final class StageDump {

    private final ProcessorOptions options;
    private final Consumer<String> notes;

    /** Dumps as {@code options} say; notes go to {@code notes}. */
    StageDump(ProcessorOptions options, Consumer<String> notes) {
        this.options = options;
        this.notes = notes;
    }

    /** Shows the result of a stage if the method is to be dumped. */
    void accept(PrimalMethod method, String stage, Function function) {
        options.dump().ifPresent(target -> {
            if (target.equals(method.name())) {
                notes.accept(method.name() + " after " + stage + ":\n" + IrPrinter.print(function));
            } else if (isDirectory(target)) {
                write(Path.of(target), method, stage, IrPrinter.print(function));
            }
        });
    }

    private static boolean isDirectory(String target) {
        return target.contains("/") || target.contains("\\") || Files.isDirectory(Path.of(target));
    }

    private void write(Path directory, PrimalMethod method, String stage, String text) {
        String name = String.join("_", method.classNames()) + "." + method.name() + "." + stage + ".ir";
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            notes.accept("cannot dump to " + directory + ": " + e);
        }
    }
}
