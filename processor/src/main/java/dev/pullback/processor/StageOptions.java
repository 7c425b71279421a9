package dev.pullback.processor;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrVerifier;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What can be varied about the stages.
 *
 * @param storeAll whether everything overwritten is recorded, needed or not
 * @param passesOff names of optimisation passes to leave out
 * @param methodBytes a longer method, in bytes of bytecode, is cut into parts
 * @param dump receives each stage's result by name
 * @param explanation takes down what is a constant and what is stored
 */
record StageOptions(
        boolean storeAll,
        Set<String> passesOff,
        int methodBytes,
        BiConsumer<String, Function> dump,
        Explanation explanation) {

    boolean isOn(String pass) {
        return !passesOff.contains(pass);
    }

    /** Shows and checks the result of a stage. */
    Function stage(String name, Function function) {
        dump.accept(name, function);
        IrVerifier.verify(function);
        return function;
    }
}
