package dev.pullback.processor.frontend;

import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The statements around a statement that jumps can lead out of: loops, switches and labelled statements.
 *
 * <p>The representation has no jumps. Each becomes the setting of a flag, with the meaning that control goes to the end of the
 * block that declares the flag: around the statement for {@code break} and {@code yield}, around one iteration for {@code
 * continue}. The normalisation that follows guards everything in between.
 */
final class JumpTargets {

    private final BodyBuilder body;
    private final Deque<Target> targets = new ArrayDeque<>();
    private @Nullable String pendingLabel;

    JumpTargets(BodyBuilder body) {
        this.body = body;
    }

    /** What a statement means to jumps that name no label. */
    enum Kind {
        /** The target of {@code break} and {@code continue}. */
        LOOP,
        /** The target of {@code break}. */
        SWITCH,
        /** The target of {@code yield}. */
        SWITCH_EXPRESSION,
        /** The target of {@code return}. */
        LAMBDA,
        /** No target without its label. */
        LABELLED
    }

    /** One statement. */
    static final class Target {
        private final Kind kind;
        private final @Nullable String label;
        private @Nullable Variable exitFlag;
        private @Nullable Variable continueFlag;

        private Target(Kind kind, @Nullable String label) {
            this.kind = kind;
            this.label = label;
        }

        /** The statement with everything in front of it, as the reach of its {@code break} or {@code yield}. */
        Block aroundStatement(Block statement) {
            return around(exitFlag, statement);
        }

        /** One iteration, as the reach of {@code continue}. */
        Block aroundIteration(Block iteration) {
            return around(continueFlag, iteration);
        }

        private static Block around(@Nullable Variable flag, Block block) {
            if (flag == null) {
                return block;
            }
            List<Statement> statements = new ArrayList<>();
            statements.add(new Declare(flag, Literal.FALSE, Origin.NONE));
            statements.addAll(block.statements());
            return Block.of(new If(Literal.TRUE, new Block(statements), Block.EMPTY, Origin.NONE));
        }
    }

    /** Gives the loop or switch that comes next a label. */
    void labelNext(String label) {
        pendingLabel = label;
    }

    /** Emits the statements of {@code lowering}, which may jump to their end. */
    void within(Kind kind, Consumer<Target> lowering) {
        Target target = new Target(kind, pendingLabel);
        pendingLabel = null;
        targets.push(target);
        try {
            Block statement = body.block(() -> lowering.accept(target));
            body.emitAll(target.aroundStatement(statement));
        } finally {
            targets.pop();
        }
    }

    /** Lowers {@code break}, to a label if one is given. */
    void emitBreak(Tree jump, @Nullable CharSequence label) {
        Optional<Target> target = label == null ? innermost(Kind.LOOP, Kind.SWITCH) : labelled(label);
        exit(target.orElseThrow(() -> noTarget(jump)), "broken");
    }

    /** Lowers {@code continue}, to a label if one is given. */
    void emitContinue(Tree jump, @Nullable CharSequence label) {
        Target target =
                (label == null ? innermost(Kind.LOOP, Kind.LOOP) : labelled(label)).orElseThrow(() -> noTarget(jump));
        if (target.continueFlag == null) {
            target.continueFlag = body.newJump("skipped");
        }
        set(target.continueFlag);
    }

    /** Lowers the jump of {@code yield}; its value is taken care of. */
    void emitYield() {
        exit(innermost(Kind.SWITCH_EXPRESSION, Kind.SWITCH_EXPRESSION).orElseThrow(), "yielded");
    }

    /** Lowers the jump of {@code return} in a lambda expression. */
    void emitReturn() {
        exit(innermost(Kind.LAMBDA, Kind.LAMBDA).orElseThrow(), "returned");
    }

    private void exit(Target target, String name) {
        if (target.exitFlag == null) {
            target.exitFlag = body.newJump(name);
        }
        set(target.exitFlag);
    }

    private void set(Variable flag) {
        body.emit(new Assign(new Read(flag), Literal.TRUE, body.origin()));
    }

    private Optional<Target> innermost(Kind one, Kind other) {
        return find(target -> target.kind == one || target.kind == other);
    }

    private Optional<Target> labelled(CharSequence label) {
        return find(target -> target.label != null && target.label.contentEquals(label));
    }

    private Optional<Target> find(Predicate<Target> condition) {
        return targets.stream().filter(condition).findFirst();
    }

    /** The parser lets jumps without a target pass. */
    private Unsupported noTarget(Tree jump) {
        return body.reject(DiagnosticCode.AD305, jump, "'" + jump.toString().replace(";", "") + "'");
    }
}
