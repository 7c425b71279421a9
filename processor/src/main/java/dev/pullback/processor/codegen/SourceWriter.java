package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** Writes derivative classes to the compiler's output; the way into this package. */
public final class SourceWriter {

    private SourceWriter() {}

    /** The source text of one class, as {@link #write} writes it. */
    public static String text(DerivativeClass derivatives) {
        return DerivativeClassEmitter.emit(derivatives).toString();
    }

    /**
     * Writes one class.
     *
     * @param derivatives the class
     * @param filer the compiler's files
     * @param originating the primal class: incremental builds write the file again when it changes
     * @throws IOException if the file cannot be written
     * @throws IllegalStateException if the functions break the contract of {@link MethodDerivatives}
     */
    public static void write(DerivativeClass derivatives, Filer filer, Element originating) throws IOException {
        JavaFile file = DerivativeClassEmitter.emit(derivatives);
        String name = ClassName.get(file.packageName(), file.typeSpec().name()).canonicalName();
        // As one text: JavaPoet would give it to the compiler's encoder word by word.
        String text = file.toString();
        try (Writer writer = filer.createSourceFile(name, originating).openWriter()) {
            writer.write(text);
        }
    }
}
