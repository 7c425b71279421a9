import dev.pullback.annotations.Differentiable;

class Steps {
    @Differentiable
    static double price(double[] table, double amount) {
        double cents = (int) (amount * 100); // expect AD410
        return cents / 100 * table[(int) amount] + amount;
    }
}
