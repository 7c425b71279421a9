package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Code that puts records and their twins together from single values, and takes them apart. */
public final class ObjectCode {

    /** An argument, or the right side of an assignment, may be any expression. */
    private static final int ARGUMENT = 1;

    private static final ObjectType CHECKS = new ObjectType("dev.pullback.runtime.Records");

    private ObjectCode() {}

    /** {@code new Segment(new Point(fromX, fromY), length)}; a value for each leaf. */
    public static Opaque object(RecordType record, Iterator<? extends Expression> leaves) {
        ObjectType type = new ObjectType(record.qualifiedName());
        List<Opaque.Piece> pieces = new ArrayList<>();
        record.factory()
                .ifPresentOrElse(
                        factory -> {
                            pieces.add(new Opaque.Type(type));
                            pieces.add(new Opaque.Text("." + factory));
                        },
                        () -> {
                            pieces.add(new Opaque.Text("new "));
                            pieces.add(new Opaque.Type(type));
                        });
        List<Expression> values = new ArrayList<>();
        for (RecordType.Component component : record.components()) {
            values.add(
                    component.record().isPresent() ? object(component.record().get(), leaves) : leaves.next());
        }
        return create(type, pieces, values);
    }

    /** {@code new SegmentTwin(new PointTwin(xDot, yDot), lengthDot)}; a value for each leaf that a derivative belongs to. */
    public static Opaque twin(RecordType record, String derivatives, Iterator<? extends Expression> values) {
        ObjectType type = new ObjectType(derivatives + "." + record.twinName());
        List<Expression> arguments = new ArrayList<>();
        for (RecordType.Component component : record.components()) {
            if (component.isDifferentiable()) {
                arguments.add(
                        component.record().isPresent()
                                ? twin(component.record().get(), derivatives, values)
                                : values.next());
            }
        }
        return create(type, new ArrayList<>(List.of(new Opaque.Text("new "), new Opaque.Type(type))), arguments);
    }

    private static Opaque create(ObjectType type, List<Opaque.Piece> pieces, List<Expression> arguments) {
        String separator = "(";
        for (Expression argument : arguments) {
            pieces.add(new Opaque.Text(separator));
            pieces.add(new Opaque.Operand(argument, ARGUMENT));
            separator = ", ";
        }
        pieces.add(new Opaque.Text(")"));
        return new Opaque(type, Opaque.PRIMARY, pieces, null);
    }

    /** Statements that throw unless an object has the components that it was made of; arrays must be the same ones. */
    static List<Statement> requireKept(Expression object, RecordParameter record, List<Expression> leaves) {
        List<Statement> checks = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            RecordParameter.Leaf leaf = record.leaves().get(i);
            boolean isArray = leaf.variable().type().isArray();
            String name = record.type().simpleName() + "." + String.join(".", leaf.path());
            List<Opaque.Piece> pieces = List.of(
                    new Opaque.Type(CHECKS),
                    new Opaque.Text(isArray ? ".requireSame(" : ".requireKept("),
                    new Opaque.Operand(leaves.get(i), ARGUMENT),
                    new Opaque.Text(", "),
                    new Opaque.Operand(component(object, record.type(), leaf.path()), ARGUMENT),
                    new Opaque.Text(", \"" + name + "\")"));
            Opaque check = new Opaque(PrimitiveType.VOID, Opaque.PRIMARY, pieces, null);
            checks.add(new Perform(null, check, Origin.NONE));
        }
        return checks;
    }

    /** A statement that throws unless a field of a twin holds what was written to it. */
    public static Perform requireOwn(Expression written, Expression held, String array) {
        List<Opaque.Piece> pieces = List.of(
                new Opaque.Type(CHECKS),
                new Opaque.Text(".requireOwn("),
                new Opaque.Operand(written, ARGUMENT),
                new Opaque.Text(", "),
                new Opaque.Operand(held, ARGUMENT),
                new Opaque.Text(", \"" + array + "\")"));
        return new Perform(null, new Opaque(PrimitiveType.VOID, Opaque.PRIMARY, pieces, null), Origin.NONE);
    }

    /** The value behind a path of components: {@code p.from().x()}. */
    public static Expression component(Expression object, RecordType record, List<String> path) {
        Expression value = object;
        RecordType type = record;
        for (String name : path) {
            RecordType.Component component = type.component(name);
            value = component(value, type, component);
            type = component.record().orElse(type);
        }
        return value;
    }

    /** The value of a component. */
    public static Expression component(Expression object, RecordType record, RecordType.Component component) {
        IrType result = component
                .record()
                .<IrType>map(inner -> new ObjectType(inner.qualifiedName()))
                .orElse(component.type());
        String access = component.access();
        if (access.endsWith("()")) {
            String method = access.substring(0, access.length() - 2);
            return new Call(MethodRef.ofInstance(record.qualifiedName(), method, result), object);
        }
        return field(object, access, result);
    }

    /** The field of a twin that belongs to a leaf; what belongs to a scalar is a {@code double}, whatever the scalar is. */
    public static Opaque field(Expression twin, RecordParameter.Leaf leaf) {
        IrType type = leaf.variable().type();
        return field(twin, String.join(".", leaf.path()), type.isArray() ? type : PrimitiveType.DOUBLE);
    }

    /** An assignment to the field of a twin that belongs to a leaf; the operator is {@code =} or {@code +=}. */
    public static Perform assign(
            Expression twin, RecordParameter.Leaf leaf, String operator, Expression value, Origin origin) {
        List<Opaque.Piece> pieces = List.of(
                new Opaque.Operand(twin, Opaque.PRIMARY),
                new Opaque.Text("." + String.join(".", leaf.path()) + operator),
                new Opaque.Operand(value, ARGUMENT));
        return new Perform(null, new Opaque(PrimitiveType.VOID, ARGUMENT, pieces, null), origin);
    }

    private static Opaque field(Expression object, String path, IrType type) {
        List<Opaque.Piece> pieces = List.of(new Opaque.Operand(object, Opaque.PRIMARY), new Opaque.Text("." + path));
        return new Opaque(type, Opaque.PRIMARY, pieces, null);
    }
}
