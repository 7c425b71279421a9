package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The returns of a body that is lowered into that of its caller. If the only one is the last statement, its values are those of
 * the call; otherwise each stores them and jumps to the end of the body.
 */
final class InlineReturns implements Returns {

    private final BodyBuilder caller;
    private final TypeMirror type;
    private List<Expression> values = List.of();
    private @Nullable Variable returned;

    /** The returns of a method whose result has the given type. */
    InlineReturns(BodyBuilder caller, TypeMirror type) {
        this.caller = caller;
        this.type = type;
    }

    @Override
    public void lower(ReturnTree tree, @Nullable ExpressionTree value, BodyFrame frame) {
        boolean isVoid = type.getKind() == TypeKind.VOID;
        if ((value == null) != isVoid) {
            throw frame.body().reject(DiagnosticCode.AD305, tree, isVoid ? "a result" : "a return without a value");
        }
        List<Expression> own = value == null ? List.of() : frame.expressions().leaves(value, type);
        if (value == tree.getExpression() && isOnlyReturn(tree, frame)) {
            values = own;
            return;
        }
        if (returned == null) {
            returned = frame.body().newJump("returned");
            values = results(own, frame);
        }
        for (int i = 0; i < values.size(); i++) {
            store(values.get(i), own.get(i), tree, frame.body());
        }
        frame.body()
                .emit(new Assign(new Read(returned), Literal.TRUE, frame.body().origin()));
    }

    private static boolean isOnlyReturn(ReturnTree tree, BodyFrame frame) {
        List<? extends StatementTree> statements = frame.tree().getBody().getStatements();
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree other, @Nullable Void unused) {
                count[0]++;
                return super.visitReturn(other, null);
            }
        }.scan(frame.tree(), null);
        return count[0] == 1 && statements.get(statements.size() - 1) == tree;
    }

    /** One variable per scalar; an array has to be the same in every return. */
    private List<Expression> results(List<Expression> first, BodyFrame frame) {
        String method = frame.tree().getName().toString();
        List<String> names = RecordShape.of(type)
                .map(shape ->
                        shape.leaves().stream().map(leaf -> leaf.nameIn(method)).toList())
                .orElse(List.of(method));
        List<Expression> results = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            IrType leafType = first.get(i).type();
            results.add(leafType.isArray() ? first.get(i) : new Read(Variable.temporary(names.get(i), leafType)));
        }
        return results;
    }

    private void store(Expression result, Expression value, ReturnTree tree, BodyBuilder body) {
        if (!result.type().isArray()) {
            body.emit(new Assign((Read) result, value, body.origin()));
        } else if (!result.equals(value)) {
            throw body.reject(DiagnosticCode.AD240, tree);
        }
    }

    /** Emits the lowered body into the caller and gives the values of the call. */
    List<Expression> finish(Block block, Tree call) {
        if (returned == null) {
            caller.emitAll(block);
            return values;
        }
        for (Expression value : values) {
            if (!value.type().isArray()) {
                caller.emit(new Declare(((Read) value).variable(), null, caller.origin()));
            }
        }
        int start = afterReturnedArrays(block, call);
        caller.emitAll(new Block(block.statements().subList(0, start)));
        List<Statement> scope = new ArrayList<>();
        scope.add(new Declare(returned, Literal.FALSE, Origin.NONE));
        scope.addAll(block.statements().subList(start, block.statements().size()));
        caller.emit(new If(Literal.TRUE, new Block(scope), Block.EMPTY, Origin.NONE));
        return values;
    }

    /** The number of leading statements that declare the arrays of the result, which the caller goes on to use. */
    private int afterReturnedArrays(Block block, Tree call) {
        int end = 0;
        for (Expression value : values) {
            if (value instanceof Place array && array.type().isArray()) {
                Variable root = array.root();
                boolean isOutside = Walk.declarations(block).stream().noneMatch(variable -> variable == root);
                int declaration = declaration(root, block);
                boolean isAhead =
                        block.statements().subList(0, declaration + 1).stream().noneMatch(this::returns);
                if (!(array instanceof Read) || !isOutside && (declaration < 0 || !isAhead)) {
                    throw caller.reject(DiagnosticCode.AD240, call);
                }
                end = Math.max(end, declaration + 1);
            }
        }
        return end;
    }

    private static int declaration(Variable variable, Block block) {
        for (int i = 0; i < block.statements().size(); i++) {
            Statement statement = block.statements().get(i);
            if (statement instanceof Declare declare && declare.variable() == variable
                    || statement instanceof Invoke invoke && invoke.result() == variable) {
                return i;
            }
        }
        return -1;
    }

    private boolean returns(Statement statement) {
        boolean[] found = {false};
        Walk.statements(
                Block.of(statement),
                inner -> found[0] |=
                        inner instanceof Assign assign && assign.target().root() == returned);
        return found[0];
    }
}
