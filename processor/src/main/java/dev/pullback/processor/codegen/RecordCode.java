package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
