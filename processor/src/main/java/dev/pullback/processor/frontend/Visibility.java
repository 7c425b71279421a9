package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.request.HiddenFields;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** What the generated class can name: it stands in the same package as the primal but in a class of its own. */
final class Visibility {

    private final Elements elements;
    private final PackageElement here;

    /** For a generated class in package {@code here}. */
    Visibility(Elements elements, PackageElement here) {
        this.elements = elements;
        this.here = here;
    }

    /** Whether an element of this package or of another one is meant. */
    boolean isNear(Element element) {
        return elements.getPackageOf(element).equals(here);
    }

    /** How a field can be read that cannot be named. */
    Optional<HiddenField> hidden(VariableElement field) {
        return HiddenFields.of(elements, field, here);
    }

    /** Whether the member and the classes around it can be named. */
    boolean isVisible(Element member) {
        boolean isNear = isNear(member);
        Element element = member;
        while (element != null && !(element instanceof PackageElement)) {
            Set<Modifier> modifiers = element.getModifiers();
            if (isNear ? modifiers.contains(Modifier.PRIVATE) : !modifiers.contains(Modifier.PUBLIC)) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }
}
