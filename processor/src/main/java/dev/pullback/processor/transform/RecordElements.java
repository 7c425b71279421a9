package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectCode;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way between an array of objects, records or their twins, and the arrays that stand for it in the representation.
 *
 * @param array the parameter
 * @param record how its elements are taken apart
 * @param columns the array for each leaf that takes part
 */
record RecordElements(Variable array, RecordParameter record, List<Column> columns) {

    /** The values of a leaf in all elements. */
    record Column(RecordParameter.Leaf leaf, Variable values) {}

    RecordElements {
        columns = List.copyOf(columns);
    }

    /** Those columns that are needed. */
    RecordElements only(Predicate<Variable> isNeeded) {
        return new RecordElements(
                array,
                record,
                columns.stream()
                        .filter(column -> isNeeded.test(column.values()))
                        .toList());
    }

    /** The same with other arrays in the places of some. */
    RecordElements with(Map<Variable, Variable> others) {
        return new RecordElements(
                array,
                record,
                columns.stream()
                        .map(column -> new Column(column.leaf(), others.getOrDefault(column.values(), column.values())))
                        .toList());
    }

    /** Declares the arrays, with zeros. */
    List<Statement> declarations() {
        List<Statement> declarations = new ArrayList<>();
        for (Column column : columns) {
            ArrayType type = (ArrayType) column.values().type();
            NewArray zeros = new NewArray(type, List.of(new Length(new Read(array))));
            declarations.add(new Declare(column.values(), zeros, Origin.NONE));
        }
        return declarations;
    }

    /** A loop with statements about each element, if there are any. */
    Optional<Statement> checks(Function<ArrayRead, List<Statement>> checks) {
        Variable index = new Variable("i", PrimitiveType.INT);
        List<Statement> all = checks.apply(new ArrayRead(new Read(array), new Read(index)));
        return all.isEmpty() ? Optional.empty() : Optional.of(loop(index, all));
    }

    /** Reads the components of records. */
    List<Statement> readRecords() {
        return loop((element, column) -> new Assign(
                place(column, element),
                ObjectCode.component(element, record.type(), column.leaf().path()),
                Origin.NONE));
    }

    /** Reads the fields of twins. */
    List<Statement> readTwins() {
        return loop((element, column) -> new Assign(
                place(column, element),
                Cast.to(place(column, element).type(), ObjectCode.field(element, scalar(column))),
                Origin.NONE));
    }

    /** Writes to the fields of twins; the operator is {@code =} or {@code +=}. */
    List<Statement> writeTwins(String operator) {
        return loop((element, column) ->
                ObjectCode.assign(element, scalar(column), operator, place(column, element), Origin.NONE));
    }

    /** Checks that the fields hold what was written to them: not all do, if one twin stands in two places. */
    List<Statement> requireOwn() {
        return loop((element, column) -> ObjectCode.requireOwn(
                Cast.to(PrimitiveType.DOUBLE, place(column, element)),
                ObjectCode.field(element, scalar(column)),
                array.name()));
    }

    /** The code of an element. */
    private interface ElementCode {
        Statement of(ArrayRead element, Column column);
    }

    private List<Statement> loop(ElementCode code) {
        if (columns.isEmpty()) {
            return List.of();
        }
        Variable index = new Variable("i", PrimitiveType.INT);
        ArrayRead element = new ArrayRead(new Read(array), new Read(index));
        List<Statement> body =
                columns.stream().map(column -> code.of(element, column)).toList();
        return List.of(loop(index, body));
    }

    private Statement loop(Variable index, List<Statement> body) {
        return new CountedLoop(index, Literal.of(0), new Length(new Read(array)), 1, new Block(body), Origin.NONE);
    }

    private static Place place(Column column, ArrayRead element) {
        return new ArrayRead(new Read(column.values()), element.index());
    }

    /** The leaf as the field of one twin holds it. */
    private static RecordParameter.Leaf scalar(Column column) {
        Variable values = column.values();
        return new RecordParameter.Leaf(
                column.leaf().path(), new Variable(values.name(), ((ArrayType) values.type()).element()));
    }
}
