package dev.pullback.processor.request;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The position of a diagnostic about a declaration.
 *
 * @param element the declaration
 * @param annotation the annotation of it that is meant, if one is
 * @param value the value in the annotation, if one is meant
 */
public record ElementPosition(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** The declaration as a whole. */
    public static ElementPosition of(Element element) {
        return new ElementPosition(element, null, null);
    }
}
