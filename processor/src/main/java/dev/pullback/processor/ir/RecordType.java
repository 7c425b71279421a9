package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record, or a class that is as good as one, as generated code sees it. The representation itself has no records: it knows
 * their components.
 *
 * @param qualifiedName canonical name
 * @param factory the static method that makes an object of the components, if the constructor does not
 * @param isFinal whether it has no subclasses
 * @param components in declared order
 */
public record RecordType(String qualifiedName, Optional<String> factory, boolean isFinal, List<Component> components) {

    /**
     * A component.
     *
     * @param name its name
     * @param access how it is read, behind the dot: {@code x()}, {@code getX()} or {@code x}
     * @param type its type
     * @param record what it is made of, if it is a record with differentiable components itself
     */
    public record Component(String name, String access, IrType type, Optional<RecordType> record) {

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

    /** The values behind a path of components, outermost first: {@code from()}, then {@code x()}. */
    public List<String> accesses(List<String> path) {
        List<String> accesses = new ArrayList<>();
        RecordType type = this;
        for (String name : path) {
            Component component = type.component(name);
            accesses.add(component.access());
            type = component.record().orElse(type);
        }
        return accesses;
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
