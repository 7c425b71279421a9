package dev.pullback.runtime;

/**
 * Guards generated code against objects of classes that it does not know. The derivative of an instance method is that of the
 * methods of one class, or of some classes; an object of another class may have other methods.
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
                    "the object is a " + receiver.getClass().getName()
                            + ", which may override methods of " + declared.getName()
                            + " that were differentiated; make these methods final");
        }
    }

    /**
     * What to throw for an object of a class that the derivatives of an abstract method do not know.
     *
     * @param receiver the object
     * @param declared the type that declares the method
     * @return the exception to throw
     */
    public static RuntimeException unknown(Object receiver, Class<?> declared) {
        if (receiver == null) {
            return new NullPointerException("the receiver, a " + declared.getName());
        }
        return new IllegalArgumentException("the derivatives of " + declared.getName()
                + " do not know objects of " + receiver.getClass().getName()
                + "; annotate its method and name the class in 'implementations', or compile it together with "
                + declared.getName());
    }
}
