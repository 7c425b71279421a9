package dev.pullback.processor.testkit;

/**
 * A class that the processor wrote.
 *
 * @param name qualified name
 * @param source its source text
 * @param type the class, loaded by the loader of its compilation
 */
public record GeneratedClass(String name, String source, Class<?> type) {}
