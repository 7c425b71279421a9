package dev.pullback.processor.rules;

/**
 * What a method of a library computes.
 *
 * @param function the function, by the name that rules and documentation use
 * @param rule how it is differentiated
 */
record LibraryMethod(Signature function, DerivativeRule rule) {}
