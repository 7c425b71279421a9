package dev.pullback.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/**
 * The position of a diagnostic inside a body.
 *
 * @param unit the file
 * @param tree the user's expression or statement
 */
public record TreePosition(CompilationUnitTree unit, Tree tree) {}
