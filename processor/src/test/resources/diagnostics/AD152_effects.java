import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Differentiable;

class Effects {
    @Checkpointed
    @Differentiable
    static double printed(double x, int n) { // expect AD152
        double y = x;
        for (int i = 0; i < n; i++) {
            System.out.println("step " + i);
            y = y * x;
        }
        return y;
    }

    @Checkpointed
    @Differentiable
    static double object(double x, int n, String s) { // expect AD152
        double y = x;
        String t = s;
        for (int i = 0; i < n; i++) {
            y = y * x * t.length();
            t = s;
        }
        return y;
    }
}
