package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a method of another class takes and gives records. Its callers know their components only: a call ({@link Invoke}) has one
 * argument for each, and gives those of the result in one vector.
 *
 * @param arguments one entry per argument, the receiver first: how it is taken apart, if it is
 * @param result how the result is taken apart, if it is
 * @param checked the records of which it is not known that their constructors keep the components
 */
public record RecordSignature(
        List<Optional<RecordParameter>> arguments, Optional<RecordParameter> result, Set<RecordType> checked) {

    /** Of a method that neither takes nor gives records. */
    public static final RecordSignature NONE = new RecordSignature(List.of(), Optional.empty(), Set.of());

    /** With the records that are to be checked. */
    public RecordSignature checking(Set<RecordType> records) {
        return new RecordSignature(arguments, result, records);
    }

    public RecordSignature {
        arguments = List.copyOf(arguments);
        checked = Set.copyOf(checked);
    }

    /** Whether there is a record. */
    public boolean hasRecords() {
        return result.isPresent() || arguments.stream().anyMatch(Optional::isPresent);
    }

    /** The types of the arguments that a call has, for those that the method has, the receiver's included. */
    List<IrType> flat(List<IrType> declared) {
        List<IrType> types = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            if (arguments.get(i).isPresent()) {
                arguments
                        .get(i)
                        .get()
                        .leaves()
                        .forEach(leaf -> types.add(leaf.variable().type()));
            } else {
                types.add(declared.get(i));
            }
        }
        return types;
    }
}
