package dev.pullback.processor.ir;

import java.util.List;

/**
 * What a function gives that gives several values: those of a record that its return statements take apart.
 *
 * @param names what to call the values, in declared order
 * @param types their types
 */
public record TupleType(List<String> names, List<IrType> types) implements IrType {

    public TupleType {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /** The values that the variables of a record stand for. */
    public static TupleType of(List<Variable> leaves) {
        return new TupleType(
                leaves.stream().map(Variable::name).toList(),
                leaves.stream().map(Variable::type).toList());
    }

    @Override
    public boolean isDifferentiable() {
        return types.stream().anyMatch(IrType::isDifferentiable);
    }

    @Override
    public String toString() {
        return "(" + String.join(", ", types.stream().map(IrType::toString).toList()) + ")";
    }
}
