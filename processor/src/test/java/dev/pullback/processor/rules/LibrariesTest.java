package dev.pullback.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.docs.Markdown;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MathClasses;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The library classes with rules, as they are: what they offer has a rule, or is listed as having none. */
final class LibrariesTest {
    private static final Set<Class<?>> TYPES = Set.of(double.class, int.class, long.class, boolean.class);

    private final RulesDocument document = new RulesDocument();

    @TestFactory
    Stream<DynamicTest> everyMethodOfDoublesHasARuleOrIsListed() {
        return RuleTable.owners().stream()
                .map(owner -> DynamicTest.dynamicTest(owner, () -> {
                    Set<String> unruled = methodsOfDoubles(owner)
                            .filter(method -> RuleTable.find(ref(owner, method)).isEmpty())
                            .filter(method -> Unruled.reason(ref(owner, method)).isEmpty())
                            .map(Method::getName)
                            .collect(Collectors.toSet());
                    assertThat(document.withoutRule()).containsAll(unruled);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySpecialFunctionExists() {
        return RuleTable.owners().stream()
                .filter(owner -> !MathClasses.NAMES.contains(owner))
                .map(owner -> DynamicTest.dynamicTest(owner, () -> {
                    Set<Signature> existing = methodsOfDoubles(owner)
                            .map(method -> Signature.of(ref(owner, method)))
                            .collect(Collectors.toSet());
                    assertThat(existing).containsAll(RuleTable.methods(owner).keySet());
                }));
    }

    @Test
    void everyClassIsListed() {
        List<String> listed = Markdown.page("docs/derivative-rules.md").tables("Libraries").stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> Markdown.code(row.get(0)).stream())
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(RuleTable.owners());
    }

    private static Stream<Method> methodsOfDoubles(String owner) throws ReflectiveOperationException {
        return Arrays.stream(Class.forName(owner).getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(double.class))
                .filter(method -> TYPES.contains(method.getReturnType()))
                .filter(method -> TYPES.containsAll(List.of(method.getParameterTypes())));
    }

    private static MethodRef ref(String owner, Method method) {
        IrType[] types = Arrays.stream(method.getParameterTypes())
                .map(LibrariesTest::type)
                .toArray(IrType[]::new);
        return MethodRef.ofStatic(owner, method.getName(), type(method.getReturnType()), types);
    }

    private static PrimitiveType type(Class<?> type) {
        return Arrays.stream(PrimitiveType.values())
                .filter(candidate -> candidate.toString().equals(type.getName()))
                .findFirst()
                .orElseThrow();
    }
}
