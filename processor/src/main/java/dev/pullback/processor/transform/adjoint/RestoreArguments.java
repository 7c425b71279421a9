package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves array arguments as the primal would leave them: where the reverse sweep winds an argument back to its initial
 * content, the final content is kept aside and put back at the end.
 */
public final class RestoreArguments {
    private RestoreArguments() {}

    /** {@code adjoint}, a function whose last parameter is the workspace, with its array arguments restored. */
    public static Function apply(Function adjoint) {
        ArrayRoots roots = new ArrayRoots(adjoint);
        Variable workspace = adjoint.parameters().get(adjoint.parameters().size() - 1);
        Map<Variable, Integer> firstPops = firstPops(adjoint, roots);
        if (firstPops.isEmpty()) {
            return adjoint;
        }
        List<Statement> out = new ArrayList<>();
        List<Statement> restores = new ArrayList<>();
        List<Statement> statements = adjoint.body().statements();
        for (int i = 0; i < statements.size(); i++) {
            for (Map.Entry<Variable, Integer> pop : firstPops.entrySet()) {
                if (pop.getValue() == i) {
                    Variable argument = pop.getKey();
                    Variable kept = new Variable(argument.name() + "Final", argument.type());
                    out.addAll(keep(argument, kept, workspace));
                    restores.add(copy(kept, argument));
                }
            }
            if (statements.get(i) instanceof Return) {
                out.addAll(restores);
                restores.clear();
            }
            out.add(statements.get(i));
        }
        out.addAll(restores);
        return adjoint.withBody(new Block(out));
    }

    /** For each argument that is wound back the statement in which that begins. */
    private static Map<Variable, Integer> firstPops(Function adjoint, ArrayRoots roots) {
        Map<Variable, Integer> result = new LinkedHashMap<>();
        List<Statement> statements = adjoint.body().statements();
        for (int i = 0; i < statements.size(); i++) {
            int position = i;
            Walk.statements(Block.of(statements.get(i)), s -> {
                if (s instanceof Pop pop) {
                    Variable root = roots.root(pop.target());
                    if (root.type().isArray() && adjoint.parameters().contains(root)) {
                        result.putIfAbsent(root, position);
                    }
                }
            });
        }
        return result;
    }

    private static List<Statement> keep(Variable argument, Variable kept, Variable workspace) {
        ArrayType type = (ArrayType) argument.type();
        if (type.rank() > 1 && !type.isDifferentiable()) {
            MethodRef copyOf = MethodRef.ofStatic("dev.pullback.runtime.Shapes", "copyOf", type, type);
            return List.of(new Declare(kept, new Call(copyOf, new Read(argument)), Origin.NONE));
        }
        Expression zeros = type.rank() == 1
                ? new NewArray(type, List.of(new Length(new Read(argument))))
                : WorkspaceCalls.zerosLike(workspace, new Read(argument));
        return List.of(new Declare(kept, zeros, Origin.NONE), copy(argument, kept));
    }

    private static Statement copy(Variable from, Variable into) {
        if (((ArrayType) from.type()).rank() > 1) {
            return WorkspaceCalls.copy(from, into);
        }
        MethodRef copy = MethodRef.ofStatic(
                "java.lang.System",
                "arraycopy",
                PrimitiveType.VOID,
                from.type(),
                PrimitiveType.INT,
                into.type(),
                PrimitiveType.INT,
                PrimitiveType.INT);
        Literal start = Literal.of(0);
        return new CallStatement(
                new Call(copy, new Read(from), start, new Read(into), start, new Length(new Read(from))), Origin.NONE);
    }
}
