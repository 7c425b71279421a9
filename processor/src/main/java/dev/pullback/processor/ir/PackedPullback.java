package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The call of a pullback of a method that takes or gives records, where it stands as Java: the bars of a record are one twin, whose
 * arrays are those of the components, and whose numbers are read after the call.
 */
final class PackedPullback {

    /** The bars of a record. */
    private record Twin(Variable variable, RecordParameter record) {}

    private final Callee callee;
    private final Variable shared;

    /** One entry per bar that the pullback takes in front of the one of scalars: a twin, or an array. */
    private final List<Optional<Twin>> bars = new ArrayList<>();

    private final List<Place> scalarBars = new ArrayList<>();
    private final List<Statement> numbers = new ArrayList<>();
    private int sharedScalars;

    /**
     * Finds the places of bars.
     *
     * @param shared the vector of the bars of scalars that stand in no record
     */
    PackedPullback(Callee callee, Variable shared) {
        this.callee = callee;
        this.shared = shared;
        List<IrType> types = callee.flatMethod().parameterTypes();
        int at = 0;
        for (int i = 0; i < callee.records().arguments().size(); i++) {
            Optional<RecordParameter> record = callee.records().arguments().get(i);
            int next = at + record.map(r -> r.leaves().size()).orElse(1);
            boolean isReceiver = i == 0 && !callee.method().isStatic();
            if (record.isEmpty() || isReceiver) {
                for (int j = at; j < next; j++) {
                    addSingle(j, types.get(j).isArray());
                }
            } else if (callee.independents().subList(at, next).contains(true)) {
                addTwin(record.get());
            }
            at = next;
        }
    }

    /** An argument that stands for itself, as the fields of a receiver do. */
    private void addSingle(int position, boolean isArray) {
        if (!callee.independents().get(position) || callee.outputs().contains(position)) {
            return;
        }
        if (isArray) {
            bars.add(Optional.empty());
        } else {
            scalarBars.add(new ArrayRead(new Read(shared), Literal.of(sharedScalars++)));
        }
    }

    private void addTwin(RecordParameter record) {
        Variable twin = new Variable(callee.method().name() + "Twin", new ObjectType(record.twin()));
        bars.add(Optional.of(new Twin(twin, record)));
        for (RecordParameter.Leaf leaf : record.leaves()) {
            if (leaf.variable().type().isReal()) {
                Variable bar = new Variable(leaf.variable().name() + "Bar", PrimitiveType.DOUBLE);
                numbers.add(new Perform(bar, ObjectCode.field(new Read(twin), leaf), Origin.NONE));
                scalarBars.add(new Read(bar));
            }
        }
    }

    /** How many scalars stand in no record. */
    int sharedScalars() {
        return sharedScalars;
    }

    /** Where the bar of a scalar is found after the call, given its position among all of them. */
    Place scalarBar(int position) {
        return scalarBars.get(position);
    }

    /** The call, from the one with the components. */
    List<Statement> statements(CallStatement flat) {
        PullbackArguments given = new PullbackArguments(flat.call(), new CalledPullback(callee, 1));
        List<Statement> out = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>(PackedCall.arguments(callee, given.arguments()));
        arguments.addAll(callee.records()
                .result()
                .map(result ->
                        List.of(PackedCall.seed(result, (Place) given.seeds().get(0), callee)))
                .orElse(given.seeds()));
        Iterator<Place> arrays = given.bars().iterator();
        for (Optional<Twin> bar : bars) {
            if (bar.isEmpty()) {
                arguments.add(arrays.next());
                continue;
            }
            Twin twin = bar.get();
            List<Expression> fields = new ArrayList<>();
            for (RecordParameter.Leaf leaf : twin.record().leaves()) {
                if (leaf.variable().type().isDifferentiable()) {
                    fields.add(leaf.variable().type().isArray() ? arrays.next() : Literal.ZERO);
                }
            }
            Opaque zeros = ObjectCode.twin(twin.record().type(), callee.derivatives(), fields.iterator());
            out.add(new Perform(twin.variable(), zeros, Origin.NONE));
            arguments.add(new Read(twin.variable()));
        }
        if (sharedScalars > 0) {
            arguments.add(new Read(shared));
        }
        List<Expression> all = flat.call().arguments();
        arguments.add(all.get(all.size() - 1));
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        MethodRef flatMethod = flat.call().method();
        MethodRef method = new MethodRef(flatMethod.owner(), flatMethod.name(), types, PrimitiveType.VOID, true);
        out.add(new CallStatement(new Call(method, arguments), flat.origin()));
        out.addAll(numbers);
        return out;
    }
}
