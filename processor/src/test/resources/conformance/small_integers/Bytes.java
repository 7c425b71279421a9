package conformance.small_integers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 1], byte[] {1, -1, 127, -128, 5}, byte 3
/** byte[] data: elements are signed, local copies wrap around. */
public final class Bytes {

    private Bytes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double gain, byte[] pixels, byte offset) {
        double s = 0;
        byte[] copy = pixels.clone();
        byte wrap = offset;
        for (byte p : pixels) {
            int value = p & 0xff;
            s += gain * value;
            wrap += value;
            copy[wrap & 3] = p;
            copy[0] >>= 1;
            s = s * 0.5 + gain * wrap * copy[wrap & 1];
        }
        for (byte i = 125; i > 0; i++) {
            s = s * gain + i;
        }
        return s + offset * gain + copy[4] * (byte) 200;
    }
}
