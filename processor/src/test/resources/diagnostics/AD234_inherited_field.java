import dev.pullback.annotations.Differentiable;

class InheritedField extends java.io.ByteArrayInputStream {
    InheritedField() {
        super(new byte[3]);
    }

    @Differentiable
    final double f(double x) {
        return x * count; // expect AD234
    }
}
