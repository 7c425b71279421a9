package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What a name in a body means. */
sealed interface Symbol {

    /** A parameter or local variable. */
    record LocalName(Local local) implements Symbol {}

    /** A field, with its type as a member of the class through which it is reached. */
    record FieldName(VariableElement field, TypeMirror type) implements Symbol {}

    /** {@code array.length}. */
    record ArrayLength(ExpressionTree array) implements Symbol {}

    /** A class or interface, as the qualifier of a static member. */
    record TypeName(TypeElement type) implements Symbol {}

    /** A package, or a prefix of one. */
    record PackageName(String name) implements Symbol {}
}
