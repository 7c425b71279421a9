package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles programs as a user does, with the options of each build. */
final class CompiledBuilds implements ProgramBuilds {
    private final Map<String, ProcessorCompiler> compilers = new LinkedHashMap<>();

    /** With the processor's options by name of the build. */
    CompiledBuilds(Map<String, String[]> options) {
        options.forEach((name, values) ->
                compilers.put(name, ProcessorCompiler.withProcessor().withOptions(values)));
    }

    /** The default build of a processor. */
    CompiledBuilds(ProcessorCompiler compiler) {
        compilers.put(BuildMatrix.DEFAULT, compiler);
    }

    @Override
    public boolean hasObjects() {
        return true;
    }

    @Override
    public Built build(List<FuzzProgram> programs) {
        List<SourceFile> sources = programs.stream().map(FuzzProgram::toSource).toList();
        Map<String, CompilationResult> results = new LinkedHashMap<>();
        compilers.forEach((name, compiler) -> results.put(name, compiler.compile(sources)));
        return new Compiled(results);
    }

    /** The method {@code f} of a program that was compiled. */
    static DerivativeProbe probe(FuzzProgram program, CompilationResult result) {
        DerivativeProbe probe = DerivativeProbe.of(result, program.className(), "f");
        return program.main().isPlain() ? probe : probe.arrangedBy(SurroundingsPrinter.ARRANGED);
    }

    private record Compiled(Map<String, CompilationResult> results) implements Built {
        @Override
        public String errors() {
            return results.values().stream()
                    .filter(result -> !result.succeeded())
                    .map(CompilationResult::describe)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public boolean hasCrashed() {
            return results.values().stream().anyMatch(result -> !result.crash().isEmpty());
        }

        @Override
        public Map<String, DifferentiatedMethod> methods(FuzzProgram program) {
            Map<String, DifferentiatedMethod> methods = new LinkedHashMap<>();
            results.forEach((name, result) -> methods.put(name, probe(program, result)));
            return methods;
        }
    }
}
