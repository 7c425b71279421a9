package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.Workspace;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with a {@code module-info} compiles without a warning and runs as a module. */
final class ModularProjectTest {

    @Test
    void modularProjectCompilesWithoutWarnings(@TempDir Path folder) throws Exception {
        Project project = new Project(folder).source("module-info", """
                    /** Uses derivatives. */
                    module app {
                        requires static transitive dev.pullback.annotations;
                        requires transitive dev.pullback.runtime;

                        exports app;
                    }
                    """).source("app.Model", Sources.MODEL);
        Project.Build build = project.build(
                List.of("-Xdoclint:all", "--module-path", Project.path(), "--processor-path", Project.processorPath()),
                "module-info",
                "app.Model");
        assertThat(build.messages()).isEmpty();
        assertThat(build.succeeded()).isTrue();
        Sources.checkModel(project);
        assertThat(asModule(project).loadClass("app.Model").getMethod("slope").invoke(null))
                .isEqualTo(18.0);
    }

    /** The classes as those of a module that opens nothing, although its derivatives read private fields. */
    private static ClassLoader asModule(Project project) {
        ModuleFinder modules = ModuleFinder.of(
                project.output(), Project.location(Workspace.class), Project.location(Differentiable.class));
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(modules, ModuleFinder.of(), Set.of("app"));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
                .findLoader("app");
    }

    /** What the optimizers share, and nobody else needs. */
    private static final String INTERNAL = "dev.pullback.runtime.optim.run";

    @Test
    void ourModulesExportAllPackagesForUsers() {
        for (Class<?> type : List.of(Workspace.class, Differentiable.class)) {
            assertThat(ModuleFinder.of(Project.location(type)).findAll())
                    .singleElement()
                    .satisfies(module ->
                            assertThat(exports(module.descriptor())).isEqualTo(packagesForUsers(module.descriptor())));
        }
    }

    private static Set<String> packagesForUsers(ModuleDescriptor module) {
        return module.packages().stream().filter(name -> !name.equals(INTERNAL)).collect(Collectors.toSet());
    }

    private static Set<String> exports(ModuleDescriptor module) {
        return module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
    }
}
