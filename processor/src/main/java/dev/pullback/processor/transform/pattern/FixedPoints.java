package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Loops that are repeated until no domain grows any more. Each has a flag that says whether one did. */
final class FixedPoints {

    private record Loop(Variable flag, int depth) {}

    private final Deque<Loop> open = new ArrayDeque<>();

    /** Begins a loop below {@code depth} unknown conditions. */
    Variable enter(int depth) {
        Variable flag = new Variable("isGrowing", PrimitiveType.BOOLEAN);
        open.push(new Loop(flag, depth));
        return flag;
    }

    void leave() {
        open.pop();
    }

    /** The flags of the loops that go on if a domain grows whose variable is declared below {@code depth} unknown conditions. */
    List<Variable> around(int depth) {
        return open.stream()
                .filter(loop -> depth <= loop.depth())
                .map(Loop::flag)
                .toList();
    }

    /** Notes that a domain has grown, if it has. */
    static Statement note(Variable flag, Place before, Variable after, Origin origin) {
        var isSame = DomainCalls.includes(before, new Read(after));
        var hasGrown = new Unary(Unary.Operator.NOT, isSame);
        return new Assign(new Read(flag), new Logical(Logical.Operator.OR, new Read(flag), hasGrown), origin);
    }

    static List<Statement> loop(Variable flag, Block body, Origin origin) {
        List<Statement> once = new ArrayList<>(List.of(new Assign(new Read(flag), Literal.FALSE, origin)));
        once.addAll(body.statements());
        return List.of(new Declare(flag, Literal.TRUE, origin), new While(new Read(flag), new Block(once), origin));
    }
}
