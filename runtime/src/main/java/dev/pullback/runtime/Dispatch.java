package dev.pullback.runtime;

/**
 * Guards generated code against subclasses. The derivative of an instance method is that of the methods of one class; an
 * object of a subclass may have overridden them.
 */
public final class Dispatch {

    private Dispatch() {}

    /**
     * Requires an object of exactly one class.
     *
     * @param receiver the object
     * @param declared the class whose methods were differentiated
     * @throws IllegalArgumentException if the object is of a subclass
     */
    public static void requireExactly(Object receiver, Class<?> declared) {
        if (receiver.getClass() != declared) {
            throw new IllegalArgumentException(
                    "the receiver is a " + receiver.getClass().getName()
                            + ", which may override methods of " + declared.getName()
                            + " that were differentiated; make these methods final");
        }
    }
}
