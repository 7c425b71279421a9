package dev.pullback.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Private fields, as generated code reads them: the handle stands in a constant, so that a read compiles to the load that the
 * field's own class would do. The generated class belongs to the package and module of the field's class; therefore nothing has to
 * be opened. Stateless and thread-safe.
 */
public final class FieldHandles {

    private FieldHandles() {}

    /**
     * A field of objects.
     *
     * @param lookup that of the generated class
     * @param owner the class that declares the field
     * @param name the field's name
     * @param type the field's type, erased
     * @return the handle, which insists on exactly these types
     * @throws NoSuchFieldError if the class has no such field: it was changed and compiled without the generated class
     * @throws IllegalAccessError if the class belongs to a module that is closed to the generated class
     */
    public static VarHandle of(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(owner, lookup);
            return inside.findVarHandle(owner, name, type).withInvokeExactBehavior();
        } catch (NoSuchFieldException e) {
            throw missing(owner, name, type, e);
        } catch (IllegalAccessException e) {
            throw closed(owner, name, e);
        }
    }

    /**
     * A static field. Asking for it may initialize its class.
     *
     * @param lookup that of the generated class
     * @param owner the class that declares the field
     * @param name the field's name
     * @param type the field's type, erased
     * @return the handle, which insists on exactly this type
     * @throws NoSuchFieldError if the class has no such field: it was changed and compiled without the generated class
     * @throws IllegalAccessError if the class belongs to a module that is closed to the generated class
     */
    public static VarHandle ofStatic(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(owner, lookup);
            return inside.findStaticVarHandle(owner, name, type).withInvokeExactBehavior();
        } catch (NoSuchFieldException e) {
            throw missing(owner, name, type, e);
        } catch (IllegalAccessException e) {
            throw closed(owner, name, e);
        }
    }

    private static Error missing(Class<?> owner, String name, Class<?> type, Exception cause) {
        String text = "no field " + type.getTypeName() + " " + name + " in " + owner.getName()
                + ", which has changed: compile it together with its derivatives again";
        return (Error) new NoSuchFieldError(text).initCause(cause);
    }

    private static Error closed(Class<?> owner, String name, Exception cause) {
        String text = "the derivatives cannot read field " + name + " of " + owner.getName();
        return (Error) new IllegalAccessError(text).initCause(cause);
    }
}
