package dev.pullback.processor.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Records and their generated twins as lists of the values that have derivatives, in declared order. */
final class RecordTwins {

    private RecordTwins() {}

    /** Those of a record or a twin; any other value is the only one. */
    static List<Object> leaves(Object value) {
        if (value.getClass().isRecord() || isTwin(value)) {
            List<Object> leaves = new ArrayList<>();
            parts(value).forEach(part -> leaves.addAll(leaves(part)));
            return leaves;
        }
        return Arguments.isReal(value.getClass()) ? List.of(value) : List.of();
    }

    /** The twin of {@code record} that holds the next values. */
    static Object twin(Class<?> derivatives, Object record, Iterator<Object> values) {
        List<Object> parts = new ArrayList<>();
        for (Object part : parts(record)) {
            if (part.getClass().isRecord() && !leaves(part).isEmpty()) {
                parts.add(twin(derivatives, part, values));
            } else if (Arguments.isReal(part.getClass())) {
                parts.add(values.next());
            }
        }
        try {
            Class<?> twin = Class.forName(
                    derivatives.getName() + "$" + record.getClass().getSimpleName() + "Twin",
                    true,
                    derivatives.getClassLoader());
            for (Constructor<?> constructor : twin.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == parts.size()) {
                    constructor.setAccessible(true);
                    return constructor.newInstance(parts.toArray());
                }
            }
            throw new AssertionError("no constructor of " + twin + " takes " + parts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isTwin(Object value) {
        return value.getClass().getSimpleName().endsWith("Twin");
    }

    private static List<Object> parts(Object value) {
        try {
            List<Object> parts = new ArrayList<>();
            if (value.getClass().isRecord()) {
                for (RecordComponent component : value.getClass().getRecordComponents()) {
                    component.getAccessor().setAccessible(true);
                    parts.add(component.getAccessor().invoke(value));
                }
                return parts;
            }
            for (Field field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    parts.add(field.get(value));
                }
            }
            return parts;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
