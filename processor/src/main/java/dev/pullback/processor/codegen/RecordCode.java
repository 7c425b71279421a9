package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** Code that puts records and their twins together from single values. */
final class RecordCode {

    private RecordCode() {}

    /** A new record; {@code values} gives the text of a component. */
    static CodeBlock create(RecordParameter record, Function<Variable, String> values) {
        Deque<CodeBlock> leaves = new ArrayDeque<>();
        record.leaves().forEach(leaf -> leaves.add(CodeBlock.of("$L", values.apply(leaf.variable()))));
        return create(record.type(), leaves);
    }

    private static CodeBlock create(RecordType type, Deque<CodeBlock> leaves) {
        CodeBlock arguments = type.components().stream()
                .map(c -> c.record().map(inner -> create(inner, leaves)).orElseGet(leaves::remove))
                .collect(CodeBlock.joining(", "));
        ClassName name = JavaTypes.className(type.qualifiedName());
        return type.factory()
                .map(factory -> CodeBlock.of("$T.$L($L)", name, factory, arguments))
                .orElseGet(() -> CodeBlock.of("new $T($L)", name, arguments));
    }

    /** Checks that a record made of {@code values} has kept them. */
    static CodeBlock requireKept(RecordParameter record, String name, Function<Variable, String> values) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (RecordParameter.Leaf leaf : record.leaves()) {
            code.addStatement(
                    "$T.requireKept($L, $L, $S)",
                    JavaTypes.RECORDS,
                    values.apply(leaf.variable()),
                    access(name, record, leaf),
                    record.type().simpleName() + "." + String.join(".", leaf.path()));
        }
        return code.build();
    }

    /**
     * Where a leaf stands: {@code p.from().x()}. The values of a leaf in an array of records stand nowhere; here they are what
     * {@code Records.pack} takes: {@code bodies, body -> body.x()}.
     */
    static String place(String argument, RecordParameter record, RecordParameter.Leaf leaf, String element) {
        return record.isArray()
                ? argument + ", " + element + " -> " + access(element, record, leaf)
                : access(argument, record, leaf);
    }

    /** Where the bar of a leaf stands: {@code pBar.x}, or as for {@link #place}. */
    static String barPlace(String bar, RecordParameter record, RecordParameter.Leaf leaf, String element) {
        String path = "." + String.join(".", leaf.path());
        return record.isArray() ? bar + ", " + element + " -> " + element + path : bar + path;
    }

    /** The class whose {@code pack} takes the place of an independent. */
    static ClassName packer(PrimalMethod primal, Variable independent) {
        return primal.recordArray(independent).isPresent() ? JavaTypes.RECORDS : JavaTypes.SHAPES;
    }

    /** What has the length of a leaf's array, or of no array the value itself. */
    static String sized(String argument, RecordParameter record, RecordParameter.Leaf leaf) {
        return record.isArray() ? argument : access(argument, record, leaf);
    }

    /** Makes all records of an array; {@code elements} gives the text of a component of the one at {@code index}. */
    static CodeBlock createAll(
            RecordParameter record,
            String array,
            String index,
            boolean isChecked,
            Function<Variable, String> elements) {
        String element = array + "[" + index + "]";
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", index, array)
                .addStatement("$L = $L", element, create(record, elements));
        if (isChecked) {
            code.add(requireKept(record, element, elements));
        }
        return code.endControlFlow().build();
    }

    /** {@code p.from().x()}. */
    static String access(String argument, RecordParameter record, RecordParameter.Leaf leaf) {
        return argument + "." + String.join(".", record.type().accesses(leaf.path()));
    }

    /** A new twin; {@code values} gives the text of a component that a derivative belongs to. */
    static CodeBlock createTwin(RecordParameter record, Function<Variable, CodeBlock> values) {
        Deque<CodeBlock> leaves = new ArrayDeque<>();
        record.leaves().stream()
                .map(RecordParameter.Leaf::variable)
                .filter(variable -> variable.type().isDifferentiable())
                .forEach(variable -> leaves.add(values.apply(variable)));
        ClassName generated = JavaTypes.className(record.twin()).enclosingClassName();
        return createTwin(record.type(), generated, leaves);
    }

    private static CodeBlock createTwin(RecordType type, ClassName generated, Deque<CodeBlock> leaves) {
        CodeBlock arguments = type.components().stream()
                .filter(RecordType.Component::isDifferentiable)
                .map(c -> c.record()
                        .map(inner -> createTwin(inner, generated, leaves))
                        .orElseGet(leaves::remove))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", generated.nestedClass(type.twinName()), arguments);
    }
}
