package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimalMethod.Parameter;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Primal methods of the class {@code p.Outer.Inner}, written as in Java: {@code "f(double[] w, @Passive int n)"}. */
final class Primals {

    private static final Map<String, IrType> TYPES = Map.of(
            "double",
            PrimitiveType.DOUBLE,
            "int",
            PrimitiveType.INT,
            "long",
            PrimitiveType.LONG,
            "boolean",
            PrimitiveType.BOOLEAN,
            "double[]",
            new ArrayType(PrimitiveType.DOUBLE),
            "double...",
            new ArrayType(PrimitiveType.DOUBLE),
            "int[]",
            new ArrayType(PrimitiveType.INT),
            "double[][]",
            new ArrayType(new ArrayType(PrimitiveType.DOUBLE)));

    private Primals() {}

    /** Reads a method; the modifiers {@code private} and {@code public} may stand before it. */
    static PrimalMethod parse(String declaration) {
        String head = declaration.substring(0, declaration.indexOf('('));
        String list = declaration.substring(declaration.indexOf('(') + 1, declaration.lastIndexOf(')'));
        List<Parameter> parameters = list.isEmpty()
                ? List.of()
                : Stream.of(list.split(", *")).map(Primals::parameter).toList();
        String name = head.substring(head.lastIndexOf(' ') + 1);
        return new PrimalMethod(
                "p",
                List.of("Outer", "Inner"),
                name,
                parameters,
                PrimitiveType.DOUBLE,
                head.startsWith("private"),
                head.startsWith("public"));
    }

    private static Parameter parameter(String declaration) {
        boolean isPassive = declaration.startsWith("@Passive ");
        String[] words = declaration.replace("@Passive ", "").split(" ");
        IrType type = TYPES.get(words[0]);
        boolean isIndependent = !isPassive && type.isDifferentiable();
        return new Parameter(new Variable(words[1], type), isIndependent, words[0].endsWith("..."), false);
    }

    static IrType type(String name) {
        return TYPES.get(name);
    }
}
