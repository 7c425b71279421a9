package dev.pullback.samples.quickstart;

/** Placeholder until the sample is written. */
public final class Quickstart {
    /** Not instantiable. */
    private Quickstart() {}

    /**
     * Prints a line.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.println("Pullback");
    }
}
