package conformance.private_fields;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made left, made right, double[3]
// args: made right, made left, double[3]
/** Private fields of other objects: of this class, of nested classes, of a superclass that stands in the same top-level class. */
public class OtherObjects extends Base.Inner {

    private final double slope;
    private Node node;
    private OtherObjects next;
    private final Box<String> box = new Box<>("left", 2);

    OtherObjects(double slope, OtherObjects next) {
        this.slope = slope;
        this.next = next;
        this.node = new Node(slope, new Node(2 * slope, null));
    }

    static OtherObjects left() {
        return new OtherObjects(2, right());
    }

    static OtherObjects right() {
        return new OtherObjects(-1.5, null);
    }

    /** A list by hand. */
    static class Node {
        private double slope;
        private Node tail;
        private final double[] scale = {0.5, 0.25};

        Node(double slope, Node tail) {
            this.slope = slope;
            this.tail = tail;
        }
    }

    /** A field whose type is that of an argument. */
    static class Box<T extends Comparable<T>> {
        private final T value;
        private final double factor;

        Box(T value, double factor) {
            this.value = value;
            this.factor = factor;
        }
    }

    /** An accessor that a subclass may override says nothing about an object of unknown class. */
    double slope() {
        return slope;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public final double f(OtherObjects other, double[] x) {
        OtherObjects chosen = x[0] > 0 ? this : other;
        double sum = chosen.slope * x[0] + other.slope * x[1] * x[1] + shared * x[2];
        for (Node n = other.node; n != null; n = n.tail) {
            sum += n.slope * n.scale[1] * x[1] * x[2];
        }
        if (next != null) {
            sum *= next.slope * next.node.tail.scale[0];
        }
        return box.value.length() == 4 ? sum * other.box.factor : sum;
    }
}

/** Around the superclass. */
class Base {

    /** Its field is inherited, since it is not private. */
    static class Inner {
        final double shared = 0.75;
    }
}
