package dev.pullback.samples.benchmarks;

/**
 * The input of one mixture-model problem in the text format of ADBench: {@code D K N}, then alpha, mu,
 * icf and the data, then {@code gamma m}.
 *
 * @param alpha logarithms of the mixture weights
 * @param mu means
 * @param icf inverse covariance factors
 * @param x data points
 * @param gamma scale of the Wishart prior
 * @param m excess degrees of freedom of the Wishart prior
 */
public record GmmData(double[] alpha, double[][] mu, double[][] icf, double[][] x, double gamma, int m) {

    /**
     * Reads one of the problems that come with this sample.
     *
     * @param name name of the problem, for example {@code gmm_1k_d10_K5}
     * @return the problem
     * @throws IllegalArgumentException if there is no such problem or its file is malformed
     */
    public static GmmData load(String name) {
        return parse(TokenScanner.ofResource("gmm/" + name + ".txt"));
    }

    static GmmData parse(TokenScanner in) {
        int dimension = in.nextPositiveInt("D");
        int components = in.nextPositiveInt("K");
        int points = in.nextPositiveInt("N");
        GmmData data = new GmmData(
                in.nextDoubles("alpha", components),
                in.nextRows("mu", components, dimension),
                in.nextRows("icf", components, dimension * (dimension + 1) / 2),
                in.nextRows("x", points, dimension),
                in.nextDouble("gamma"),
                in.nextInt("m"));
        in.expectEnd();
        return data;
    }

    double objective() {
        return Gmm.objective(alpha, mu, icf, x, gamma, m);
    }
}
