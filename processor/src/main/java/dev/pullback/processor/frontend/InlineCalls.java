package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers the body of a called method where the call stands. Other helpers become functions that a later stage inlines; one that
 * takes or gives records cannot, since a function has one result.
 */
final class InlineCalls {

    private final BodyBuilder body;
    private final ExpressionLowering expressions;
    private final RecordLowering records;
    private final Helpers helpers;

    InlineCalls(BodyBuilder body, ExpressionLowering expressions, RecordLowering records, Helpers helpers) {
        this.body = body;
        this.expressions = expressions;
        this.records = records;
        this.helpers = helpers;
    }

    /** The leaves of the result of a method. */
    List<Expression> call(
            OverloadResolver.Choice choice, Optional<RecordCalls.Receiver> receiver, MethodInvocationTree call) {
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        receiver.ifPresent(r -> parts.add(r.leaves()));
        parts.addAll(arguments(choice, call.getArguments(), call));
        return call(
                choice.method(),
                parts,
                call,
                (next, frame) -> receiver.ifPresent(r -> declareSelf(r.shape(), next, frame)));
    }

    /** The leaves of the result of a method called on an object that is not taken apart. */
    List<Expression> callOnObject(OverloadResolver.Choice choice, MethodInvocationTree call) {
        ExecutableElement method = choice.method();
        Read self = (Read) expressions.instances().receiver(call, method).orElseThrow();
        boolean isReceiver = expressions.instances().isSelf(self);
        TypeMirror type = RequestReader.declaringType(method).asType();
        List<Expression> fields = expressions.instances().fields(method);
        return call(method, arguments(choice, call.getArguments(), call), call, (next, frame) -> {
            Scope scope = frame.symbols().scope();
            scope.declare(isReceiver ? new Local("this", type, self.variable()) : Local.ofOther(type, self.variable()));
            Iterator<Expression> values = fields.iterator();
            helpers.fieldsOf(method)
                    .forEach(field -> scope.declare(Local.ofField(field, ((Read) values.next()).variable())));
        });
    }

    private List<Expression> call(
            ExecutableElement method,
            List<Supplier<List<Expression>>> parts,
            Tree call,
            BiConsumer<Iterator<Expression>, BodyFrame> declareThis) {
        helpers.requireBody(method, body.position(call));
        List<Expression> values = expressions.inOrder(parts);
        InlineReturns returns = new InlineReturns(body, method.getReturnType());
        return helpers.inline(method, body.position(call), body, returns, frame -> {
            Iterator<Expression> next = values.iterator();
            declareThis.accept(next, frame);
            declareParameters(method, next, frame);
            Block block = frame.lowerBody();
            return frame.statements().hasFailed() ? List.of() : returns.finish(block, call);
        });
    }

    /** The values of a call's arguments, still to be lowered. */
    List<Supplier<List<Expression>>> arguments(
            OverloadResolver.Choice choice, List<? extends ExpressionTree> trees, Tree call) {
        return expressions
                .arguments()
                .parts(choice, trees, call, false, (tree, parameter) -> expressions.leaves(tree, parameter.asType()));
    }

    // ---- parameters ----

    /** Declares the receiver, and its components by their simple names. */
    private void declareSelf(RecordShape shape, Iterator<Expression> values, BodyFrame frame) {
        Local self = Local.ofRecord("this", shape, leaf -> bind(leaf.name(), values.next(), true));
        frame.symbols().scope().declare(self);
        self.components().forEach(frame.symbols().scope()::declare);
        frame.symbols().enter();
    }

    /** Declares the parameters of the called method. */
    void declareParameters(ExecutableElement method, Iterator<Expression> values, BodyFrame frame) {
        Set<String> assigned = AssignedNames.in(frame.tree());
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            TypeMirror type = parameter.asType();
            boolean isKept = !assigned.contains(name);
            Optional<RecordShape> shape = RecordShape.of(type);
            Local local;
            if (shape.isPresent()) {
                local = record(name, parameter, shape.get(), values, isKept);
                frame.body().noteAssigned(local);
            } else if (expressions.isLeaf(type)) {
                local = new Local(name, type, bind(name, values.next(), isKept));
            } else {
                local = new Local(name, type, null);
            }
            frame.symbols().scope().declare(local);
        }
    }

    /** A record, or an array of records: one that a passive object gave stays what it is. */
    private Local record(
            String name, VariableElement parameter, RecordShape shape, Iterator<Expression> values, boolean isKept) {
        Expression first = values.next();
        if (first.type() instanceof ArrayType array && array.scalar() instanceof ObjectType && shape.isArray()) {
            return new Local(name, parameter.asType(), bind(name, first, isKept));
        }
        boolean[] isFirst = {true};
        return Local.ofRecord(name, shape, leaf -> {
            Expression value = isFirst[0] ? first : values.next();
            isFirst[0] = false;
            return bind(leaf.nameIn(name), value, isKept);
        });
    }

    /** A parameter that keeps its value is the caller's variable itself, which the called method cannot change. */
    private Variable bind(String name, Expression value, boolean isKept) {
        if (isKept && value instanceof Read read) {
            return read.variable();
        } else if (isKept && value instanceof Literal) {
            return body.bind(name, value).variable();
        }
        return records.bind(name, value);
    }
}
