package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record as generated code sees it. The representation itself has no records: it knows their components.
 *
 * @param qualifiedName canonical name
 * @param components in declared order
 */
public record RecordType(String qualifiedName, List<Component> components) {

    /**
     * A component.
     *
     * @param name its name, which is that of its accessor
     * @param type its type
     * @param record what it is made of, if it is a record with differentiable components itself
     */
    public record Component(String name, IrType type, Optional<RecordType> record) {

        /** Whether a derivative belongs to it. */
        public boolean isDifferentiable() {
            return record.isPresent() || type.isDifferentiable();
        }
    }

    public RecordType {
        components = List.copyOf(components);
    }

    /** The component of a name. */
    public Component component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The records in it that have derivatives of their own, innermost first, and itself. */
    public List<RecordType> withInner() {
        List<RecordType> all = new ArrayList<>();
        components.forEach(c -> c.record().ifPresent(inner -> all.addAll(inner.withInner())));
        all.add(this);
        return all;
    }

    /** The simple name of the record. */
    public String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** The simple name of the generated class that holds the record's derivatives. */
    public String twinName() {
        return simpleName() + "Twin";
    }
}
