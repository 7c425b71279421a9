import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Differentiable;

class NoSchedule {
    @Checkpointed(schedule = Checkpointed.Schedule.PERIODIC)
    @Differentiable
    static double without(double x, int n) { // expect AD150
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * x;
        }
        return y;
    }

    @Checkpointed(snapshots = -1)
    static double negative(double x) { // expect AD150
        return x;
    }

    @Checkpointed(bytes = -1)
    static double bytes(double x) { // expect AD150
        return x;
    }

    @Checkpointed(period = 3)
    static double needless(double x) { // expect AD150
        return x;
    }
}
