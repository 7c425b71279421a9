package dev.pullback.processor.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The builds whose results must agree bit for bit: default, every optimisation pass off alone, all off, everything stored. */
public final class BuildMatrix {
    /** The build without options. */
    public static final String DEFAULT = "default";

    private BuildMatrix() {}

    /** Processor options by name of the build; the default one comes first. */
    public static Map<String, String[]> options() {
        Map<String, String[]> builds = new LinkedHashMap<>();
        builds.put(DEFAULT, new String[0]);
        for (String pass : passes()) {
            builds.put("without " + pass, new String[] {"-Apullback.passes.off=" + pass});
        }
        builds.put("without passes", new String[] {"-Apullback.passes.off=" + String.join(",", passes())});
        builds.put("store all", new String[] {"-Apullback.tbr=false"});
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
