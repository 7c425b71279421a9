package dev.pullback.processor.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The builds whose results must agree bit for bit: default, every optimisation pass off alone, all off, everything stored, methods cut. */
public final class BuildMatrix {
    /** The build without options. */
    public static final String DEFAULT = "default";

    /** So short that many derivatives are cut into parts. */
    public static final String SHORT_METHODS = "-Apullback.method.bytes=300";

    private static final String WANTED = System.getProperty("pullback.builds", "");

    private BuildMatrix() {}

    /**
     * Processor options by name of the build; the default one comes first. {@code -Dpullback.builds=store all,short methods} leaves
     * these besides it.
     */
    public static Map<String, String[]> options() {
        Map<String, String[]> builds = new LinkedHashMap<>();
        builds.put(DEFAULT, new String[0]);
        for (String pass : passes()) {
            builds.put("without " + pass, new String[] {"-Apullback.passes.off=" + pass});
        }
        builds.put("without passes", new String[] {"-Apullback.passes.off=" + String.join(",", passes())});
        builds.put("store all", new String[] {"-Apullback.tbr=false"});
        builds.put("short methods", new String[] {SHORT_METHODS});
        if (!WANTED.isEmpty()) {
            builds.keySet()
                    .removeIf(name ->
                            !name.equals(DEFAULT) && !List.of(WANTED.split(",")).contains(name));
        }
        return builds;
    }

    private static List<String> passes() {
        return List.of(
                "merge-declarations",
                "inline-temporaries",
                "fold-constants",
                "sink-zeros",
                "contract-rows",
                "hoist-rows",
                "hoist-invariants",
                "carry-elements",
                "hoist-allocations");
    }
}
