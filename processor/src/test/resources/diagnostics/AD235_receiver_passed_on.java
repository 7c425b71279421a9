import dev.pullback.annotations.Differentiable;

class ReceiverPassedOn {
    double rate;

    interface Observer {
        void notice(ReceiverPassedOn model);
    }

    @Differentiable
    final double f(double x, Observer observer) {
        observer.notice(this); // expect AD235
        return x * rate;
    }
}
