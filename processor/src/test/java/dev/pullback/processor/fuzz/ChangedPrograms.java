package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Random programs whose source is changed before it is compiled: asked for other derivatives, or called in another way.
 *
 * @param change what becomes of a program
 * @param refusals the ids of the errors that the change may bring
 */
record ChangedPrograms(Function<FuzzProgram, SourceFile> change, Pattern refusals) {

    /** The programs that the processor accepts; others are refused for one of the reasons. */
    List<FuzzProgram> accepted(List<FuzzProgram> programs) {
        return accepted(ProcessorCompiler.withProcessor(), programs);
    }

    /** The same for another processor. */
    List<FuzzProgram> accepted(ProcessorCompiler compiler, List<FuzzProgram> programs) {
        List<Diagnostic<? extends JavaFileObject>> errors = compiler.withOptions("-proc:only")
                .compile(programs.stream().map(change).toList())
                .errors();
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).containsPattern(refusals));
        Set<String> refused =
                errors.stream().map(error -> error.getSource().getName()).collect(Collectors.toSet());
        return programs.stream()
                .filter(program -> !refused.contains(change.apply(program).path()))
                .toList();
    }

    /** What is wrong with the derivatives of programs that are accepted. */
    Set<String> judge(
            ProcessorCompiler compiler,
            List<FuzzProgram> programs,
            BiFunction<FuzzProgram, CompilationResult, Verdict> judge) {
        CompilationResult result =
                compiler.compile(programs.stream().map(change).toList());
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return programs.stream()
                .flatMap(program -> judge.apply(program, result).violations().stream()
                        .map(violation -> program.name() + ", " + violation))
                .collect(Collectors.toSet());
    }
}
