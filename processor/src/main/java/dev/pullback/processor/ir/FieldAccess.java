package dev.pullback.processor.ir;

import java.util.Optional;

/**
 * How generated code reads a field of the receiver.
 *
 * @param name the field's name
 * @param hidden the field, if only its class can name it
 */
public record FieldAccess(String name, Optional<HiddenField> hidden) {}
