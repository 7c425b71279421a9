package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.SourceFile;
import java.util.List;

/**
 * A random program: one differentiable method {@code f}, the methods it calls, and points to judge it at.
 *
 * @param packageName its package, empty for the unnamed one
 * @param name simple name of its class
 * @param main the method {@code f}
 * @param callees the methods it may call, callees before callers
 * @param points arguments of {@code f}
 * @param isSecondOrder whether second derivatives are asked for
 * @param isSingle whether it computes in {@code float}
 */
record FuzzProgram(
        String packageName,
        String name,
        FuzzMethod main,
        List<FuzzMethod> callees,
        List<Arguments> points,
        boolean isSecondOrder,
        boolean isSingle) {

    FuzzProgram {
        callees = List.copyOf(callees);
        points = List.copyOf(points);
    }

    FuzzProgram withMethods(FuzzMethod newMain, List<FuzzMethod> newCallees) {
        return new FuzzProgram(packageName, name, newMain, newCallees, points, isSecondOrder, isSingle);
    }

    FuzzProgram withPoints(List<Arguments> newPoints) {
        return new FuzzProgram(packageName, name, main, callees, newPoints, isSecondOrder, isSingle);
    }

    /** The same in {@code float}. */
    FuzzProgram inSinglePrecision() {
        List<Arguments> rounded = points.stream().map(SinglePrecision::rounded).toList();
        return new FuzzProgram(packageName, name, main, callees, rounded, false, true);
    }

    FuzzProgram inPackage(String newPackage) {
        return new FuzzProgram(newPackage, name, main, callees, points, isSecondOrder, isSingle);
    }

    /** Binary name of its class. */
    String className() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** The program as Java. */
    SourceFile toSource() {
        return new SourceFile(className(), JavaPrinter.print(this));
    }
}
