/**
 * Holds the documentation against the code: what a page shows is compiled, executed, parsed or compared.
 *
 * <p>Input: the Markdown files of the repository. A comment {@code <!-- ... -->} above a code block says what the block is.
 */
@NullMarked
package dev.pullback.processor.docs;

import org.jspecify.annotations.NullMarked;
