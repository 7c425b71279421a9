package dev.pullback.processor.ir;

import java.util.List;

/**
 * How a parameter of record type, or an array of records, is taken apart.
 *
 * @param name the name of the parameter
 * @param type the record
 * @param twin canonical name of the generated class that holds its derivatives
 * @param leaves the parameters that stand for it in the representation, in declared order; of an array of records, arrays
 * @param isArray whether it is an array of records
 */
public record RecordParameter(String name, RecordType type, String twin, List<Leaf> leaves, boolean isArray) {

    /**
     * A value that the record, or a record in it, carries.
     *
     * @param path names of the components that lead to it, from the parameter inwards
     * @param variable its variable
     */
    public record Leaf(List<String> path, Variable variable) {

        public Leaf {
            path = List.copyOf(path);
        }
    }

    public RecordParameter {
        leaves = List.copyOf(leaves);
    }

    /** The type of its bar and of its tangent. */
    public IrType twinType() {
        return isArray ? new ArrayType(new ObjectType(twin)) : new ObjectType(twin);
    }
}
