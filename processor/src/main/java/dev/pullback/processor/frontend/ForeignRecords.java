package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/**
 * Creates records of other files. Their constructors and factories are not read, so generated code calls them, and checks that
 * the record has kept every component as it was given: only then is its derivative that of storing it.
 */
final class ForeignRecords {

    private static final ObjectType CHECKS = new ObjectType("dev.pullback.runtime.Records");

    private final BodyBuilder body;

    ForeignRecords(BodyBuilder body) {
        this.body = body;
    }

    /** Whether a constructor or factory of the record takes its components. */
    static boolean isCanonical(RecordShape shape, ExecutableElement constructor) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
        return parameters.equals(shape.components().stream()
                .map(component -> component.type().toString())
                .toList());
    }

    /** Emits the creation of a record with the given leaves, and its checks. */
    void create(RecordShape shape, Optional<ExecutableElement> factory, List<Expression> leaves) {
        PassiveCode creation = new PassiveCode();
        construct(shape, factory, leaves.iterator(), creation);
        Expression object = body.perform("created", creation.primary(type(shape), null));
        check(shape, object, shape.type().getSimpleName().toString(), leaves.iterator());
    }

    private static ObjectType type(RecordShape shape) {
        return new ObjectType(shape.type().getQualifiedName().toString());
    }

    private static void construct(
            RecordShape shape, Optional<ExecutableElement> factory, Iterator<Expression> leaves, PassiveCode code) {
        Optional<ExecutableElement> method = factory.filter(f -> f.getKind() == ElementKind.METHOD);
        if (method.isPresent()) {
            code.type(type(shape)).text("." + method.get().getSimpleName());
        } else {
            code.text("new ").type(type(shape));
        }
        String separator = "(";
        for (RecordShape.Component component : shape.components()) {
            code.text(separator);
            component
                    .record()
                    .ifPresentOrElse(
                            inner -> construct(inner, inner.factory(), leaves, code),
                            () -> code.operand(leaves.next(), 0));
            separator = ", ";
        }
        code.text(")");
    }

    private void check(RecordShape shape, Expression object, String path, Iterator<Expression> leaves) {
        for (RecordShape.Component component : shape.components()) {
            String name = path + "." + component.name();
            List<Opaque.Piece> accessor = new ArrayList<>();
            accessor.add(new Opaque.Operand(object, Opaque.PRIMARY));
            accessor.add(new Opaque.Text("." + component.access()));
            IrType type =
                    component.irType().orElseGet(() -> type(component.record().orElseThrow()));
            Opaque kept = new Opaque(type, Opaque.PRIMARY, accessor, null);
            if (component.record().isPresent()) {
                check(component.record().get(), kept, name, leaves);
            } else {
                Opaque text = Opaque.constant(ObjectType.STRING, "\"" + name + "\"");
                Opaque check = new PassiveCode()
                        .type(CHECKS)
                        .text(type.isArray() ? ".requireSame" : ".requireKept")
                        .arguments(List.of(leaves.next(), kept, text))
                        .primary(PrimitiveType.VOID, null);
                body.emit(new Perform(null, check, body.origin()));
            }
        }
    }
}
