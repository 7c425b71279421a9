package dev.pullback.processor.fuzz;

/** Where the main method of a random program finds one of its values. */
enum Home {
    /** In a parameter. */
    ARGUMENT,
    /** In a parameter that holds a result afterwards. */
    OUTPUT,
    /** In a field of its object that is an independent. */
    INDEPENDENT_FIELD,
    /** In a field of its object. */
    FIELD,
    /** Behind an accessor of another object. */
    ACCESSOR,
    /** In a static array. */
    STATIC
}
