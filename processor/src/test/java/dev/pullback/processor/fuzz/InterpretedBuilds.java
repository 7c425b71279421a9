package dev.pullback.processor.fuzz;

import dev.pullback.processor.DerivedFunctions;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DifferentiatedMethod;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the stages up to code generation and interprets what they make: many times faster than compiling it, since javac does
 * nothing but parse, and all builds share one lowering.
 */
final class InterpretedBuilds implements ProgramBuilds {
    private final Map<String, String[]> options;

    /** With the processor's options by name of the build. */
    InterpretedBuilds(Map<String, String[]> options) {
        this.options = options;
    }

    @Override
    public Built build(List<FuzzProgram> programs) {
        DerivedFunctions derived = new DerivedFunctions(options);
        CompilationResult result = ProcessorCompiler.process(
                programs.stream().map(FuzzProgram::toSource).toList(), derived);
        return new Interpreted(result, derived);
    }

    private final class Interpreted implements Built {
        private final CompilationResult result;
        private final DerivedFunctions derived;
        private final Map<String, DerivedFunctions.Method> mains = new HashMap<>();
        private final Map<String, DerivedFunctions.Method> libraries = new HashMap<>();

        Interpreted(CompilationResult result, DerivedFunctions derived) {
            this.result = result;
            this.derived = derived;
            for (DerivedFunctions.Method method : derived.methods()) {
                String owner = owner(method);
                if (method.primal().name().equals("f")) {
                    mains.put(owner, method);
                } else {
                    libraries.put(FunctionInterpreter.key(owner, method.primal().name()), method);
                }
            }
        }

        @Override
        public String errors() {
            String problems = derived.problems().entrySet().stream()
                    .flatMap(e -> e.getValue().stream().map(d -> e.getKey() + ": [" + d.code() + "] " + d))
                    .collect(Collectors.joining("\n"));
            return result.succeeded() ? problems : result.describe() + problems;
        }

        @Override
        public boolean hasCrashed() {
            return !result.crash().isEmpty();
        }

        @Override
        public Map<String, DifferentiatedMethod> methods(FuzzProgram program) {
            DerivedFunctions.Method main = mains.get(program.className());
            Map<String, DifferentiatedMethod> methods = new LinkedHashMap<>();
            main.sweeps().forEach((build, sweeps) -> {
                Map<String, Function> functions = new HashMap<>();
                sweeps.parts().forEach(part -> functions.put(FunctionInterpreter.key("", part.name()), part));
                program.callees().stream()
                        .filter(FuzzMethod::isForeign)
                        .forEach(callee -> addLibrary(program, callee, build, functions));
                methods.put(
                        build,
                        program.main().isVector()
                                ? new InterpretedVector(program, sweeps, functions)
                                : new InterpretedMethod(program, sweeps, functions));
            });
            return methods;
        }

        private void addLibrary(FuzzProgram program, FuzzMethod callee, String build, Map<String, Function> functions) {
            String folder = program.packageName().isEmpty() ? "" : program.packageName() + ".";
            String owner = folder + callee.owner();
            DerivedFunctions.Method library = libraries.get(FunctionInterpreter.key(owner, callee.name()));
            functions.put(
                    FunctionInterpreter.key(owner, callee.name()),
                    library.normalized().get(build));
            var sweeps = library.sweeps().get(build);
            sweeps.parts().forEach(part -> functions.put(FunctionInterpreter.key("", part.name()), part));
            for (Function function :
                    List.of(sweeps.pullback(), sweeps.pushforward().orElseThrow())) {
                functions.put(FunctionInterpreter.key(owner + "Derivatives", function.name()), function);
            }
            Stream.of(sweeps.valueAndGradient(), sweeps.pullbackPushforward())
                    .flatMap(Optional::stream)
                    .forEach(f -> functions.put(FunctionInterpreter.key(owner + "Derivatives", f.name()), f));
        }

        private static String owner(DerivedFunctions.Method method) {
            String folder = method.primal().packageName();
            String name = String.join(".", method.primal().classNames());
            return folder.isEmpty() ? name : folder + "." + name;
        }
    }
}
