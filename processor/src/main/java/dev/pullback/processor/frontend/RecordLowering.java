package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectCode;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart (scalar replacement): a record variable becomes one variable per leaf, and the value of a record
 * expression is the list of the values of its leaves. No later stage knows of records.
 */
final class RecordLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final Visibility visibility;
    private final Helpers helpers;
    private final RecordCalls calls;
    private final RecordArrays arrays;

    RecordLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            Visibility visibility,
            Helpers helpers) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.visibility = visibility;
        this.helpers = helpers;
        this.calls = new RecordCalls(body, typer, symbols, expressions, this, helpers);
        this.arrays = new RecordArrays(body, typer, expressions, this);
    }

    RecordCalls calls() {
        return calls;
    }

    RecordArrays arrays() {
        return arrays;
    }

    /** The shape of an expression whose value is taken apart; nothing for a record in the keeping of a passive object. */
    Optional<RecordShape> shapeOf(ExpressionTree tree) {
        return RecordShape.of(typer.typeOf(tree)).filter(shape -> isApart(tree));
    }

    private boolean isApart(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (arrays.isNew(bare)) {
            return bare instanceof NewArrayTree || isApart(arrays.copied(bare));
        } else if (isName(bare)) {
            return typer.symbolOf(bare) instanceof Symbol.LocalName name
                    ? !name.local().isBound()
                    : isField(bare) && !BodyBuilder.isArray(typer.typeOf(bare));
        } else if (bare instanceof MethodInvocationTree call) {
            ExecutableElement method = typer.methodOf(call).method();
            return calls.handles(call, method) && (!BodyBuilder.isArray(typer.typeOf(bare)) || calls.isRead(method));
        } else if (bare instanceof ArrayAccessTree element) {
            return shapeOf(element.getExpression()).isPresent();
        }
        return !(bare instanceof TypeCastTree);
    }

    /**
     * Whether a new variable stays an object: one of another file, which a passive object gives and nothing replaces. Its methods
     * can be called then. So does an array that a passive object gives: its elements are constants.
     */
    boolean isObject(String name, RecordShape shape, @Nullable ExpressionTree initial) {
        return initial != null
                && !isApart(initial)
                && (shape.isArray() || !body.isAssigned(name) && !helpers.isLocal(shape.type()));
    }

    /** The leaves of a record in the keeping of a passive object: what its accessors give. */
    List<Expression> takeApart(Expression object, RecordShape shape, ExpressionTree tree) {
        if (!Receivers.isFinal(shape.type())) {
            body.emit(InstanceMembers.classCheck(object, shape.type()));
        }
        List<Expression> leaves = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            if (component.size() == 0) {
                continue;
            }
            requireVisible(component, tree);
            IrType type = TypeMapping.valueType(component.type()).orElseThrow(() -> new Unsupported(null));
            Opaque accessor = new PassiveCode()
                    .operand(object, Opaque.PRIMARY)
                    .text("." + component.access())
                    .primary(type, null);
            Read value = body.performRepeatable(component.name(), accessor);
            if (type.isArray()) {
                body.aliasStatic(value.variable());
            }
            leaves.addAll(component
                    .record()
                    .map(inner -> takeApart(value, inner, tree))
                    .orElseGet(() -> List.of(value)));
        }
        return leaves;
    }

    /** Generated code reads a component of an object through what it can name. */
    void requireVisible(RecordShape.Component component, Tree tree) {
        if (!visibility.isVisible(component.accessor())) {
            throw body.reject(DiagnosticCode.AD230, tree, component.accessor().getSimpleName());
        }
    }

    // ---- values ----

    /** The leaves of a record expression. */
    List<Expression> value(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        Optional<RecordShape> shape = RecordShape.of(typer.typeOf(bare));
        if (shape.isPresent() && !shape.get().isArray() && !isApart(bare)) {
            return takeApart(expressions.value(bare), shape.get(), bare);
        }
        if (isName(bare) && typer.symbolOf(bare) instanceof Symbol.LocalName name) {
            return reads(name.local(), bare);
        } else if (shape.isPresent() && shape.get().isArray() && arrays.isNew(bare)) {
            return arrays.create(bare, shape.get(), RecordShape.Leaf::name);
        } else if (bare instanceof ArrayAccessTree element) {
            return arrays.element(element);
        } else if (bare instanceof MemberSelectTree select && isField(select)) {
            return field(select);
        } else if (bare instanceof NewClassTree creation) {
            return calls.constructors().create(creation);
        } else if (bare instanceof MethodInvocationTree call) {
            return calls.value(call);
        } else if (bare instanceof ConditionalExpressionTree choice) {
            return choose(choice);
        } else if (bare instanceof AssignmentTree assignment) {
            assign(assignment);
            return value(assignment.getVariable());
        } else if (bare.getKind() == Tree.Kind.NULL_LITERAL) {
            throw body.reject(DiagnosticCode.AD211, bare);
        }
        throw body.reject(DiagnosticCode.AD269, bare, typer.typeOf(bare));
    }

    private List<Expression> reads(Local local, ExpressionTree tree) {
        if (local.isBound()) {
            throw body.reject(DiagnosticCode.AD269, tree, typer.typeOf(tree));
        }
        return local.reads();
    }

    /** A new object of the leaves of a record expression. */
    Opaque object(ExpressionTree tree) {
        RecordShape shape = shapeOf(tree).orElseThrow();
        boolean canBeMade = shape.isComplete()
                && !shape.isArray()
                && TypeMapping.valueType(shape.type().asType()).isPresent();
        if (!canBeMade) {
            throw body.reject(DiagnosticCode.AD269, tree, typer.typeOf(tree));
        }
        return ObjectCode.object(shape.recordType(), value(tree).iterator());
    }

    private static boolean isName(ExpressionTree tree) {
        return tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    }

    /** Whether an expression reads the field behind a component, which code of the same top-level class may. */
    boolean isField(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select
                && typer.isValue(select.getExpression())
                && shapeOf(select.getExpression())
                        .filter(shape -> !shape.isArray())
                        .isPresent();
    }

    /** The leaves of the component that a field selects. */
    List<Expression> field(MemberSelectTree tree) {
        RecordShape shape = shapeOf(tree.getExpression()).orElseThrow();
        RecordShape.Component component = shape.component(tree.getIdentifier())
                .orElseThrow(() -> body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'"));
        return shape.part(component, value(tree.getExpression()));
    }

    /** The record of the branch that is taken. */
    private List<Expression> choose(ConditionalExpressionTree tree) {
        Expression condition = expressions.value(tree.getCondition(), PrimitiveType.BOOLEAN);
        List<Expression> whenTrue = new ArrayList<>();
        List<Expression> whenFalse = new ArrayList<>();
        Block trueEffects = body.block(() -> whenTrue.addAll(value(tree.getTrueExpression())));
        Block falseEffects = body.block(() -> whenFalse.addAll(value(tree.getFalseExpression())));
        if (whenTrue.size() != whenFalse.size()) {
            throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
        }
        List<Variable> results = new ArrayList<>();
        for (RecordShape.Leaf leaf : shapeOf(tree).orElseThrow().leaves()) {
            results.add(Variable.temporary(leaf.name(), leaf.type()));
        }
        if (!isCommonArray(whenTrue, whenFalse)) {
            throw body.reject(DiagnosticCode.AD207, tree, "a conditional expression");
        }
        results.forEach(result -> declareUnlessArray(result));
        body.emit(new If(
                condition,
                assigning(trueEffects, results, whenTrue),
                assigning(falseEffects, results, whenFalse),
                body.origin()));
        return afterAssignment(results, whenTrue);
    }

    /** Whether array leaves are the same in both values, so that no variable has to mean one of two arrays. */
    private static boolean isCommonArray(List<Expression> some, List<Expression> others) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).type().isArray() && !some.get(i).equals(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void declareUnlessArray(Variable variable) {
        if (!variable.type().isArray()) {
            body.emit(new Declare(variable, null, body.origin()));
        }
    }

    private Block assigning(Block effects, List<Variable> results, List<Expression> values) {
        return body.block(() -> {
            body.emitAll(effects);
            for (int i = 0; i < results.size(); i++) {
                if (!results.get(i).type().isArray()) {
                    body.emit(new Assign(new Read(results.get(i)), values.get(i), body.origin()));
                }
            }
        });
    }

    private static List<Expression> afterAssignment(List<Variable> results, List<Expression> values) {
        List<Expression> reads = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            reads.add(results.get(i).type().isArray() ? values.get(i) : new Read(results.get(i)));
        }
        return reads;
    }

    // ---- variables ----

    /** Declares a record variable of the user's. */
    Local declare(String name, RecordShape shape, @Nullable ExpressionTree initial) {
        Local local = initial == null ? declare(name, shape) : declareWith(name, shape, initial);
        body.noteAssigned(local);
        return local;
    }

    private Local declareWith(String name, RecordShape shape, ExpressionTree initial) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(initial);
        if (!shape.isArray() || !arrays.isNew(bare)) {
            List<Expression> values = value(initial);
            return RecordArrays.isObject(values, shape)
                    ? new Local(name, shape.declared(), bind(name, values.get(0)))
                    : bind(name, shape, values);
        }
        Iterator<Expression> created =
                arrays.create(bare, shape, leaf -> leaf.nameIn(name)).iterator();
        return Local.ofRecord(name, shape, leaf -> ((Read) created.next()).variable());
    }

    private Local declare(String name, RecordShape shape) {
        if (!shape.isArray()) {
            return Local.ofRecord(name, shape, leaf -> {
                Variable variable = new Variable(leaf.nameIn(name), leaf.type());
                declareUnlessArray(variable);
                return leaf.type().isArray() ? null : variable;
            });
        }
        Local local = Local.ofRecord(name, shape, leaf -> null);
        for (int i = 0; i < shape.size(); i++) {
            RecordShape.Leaf leaf = shape.leaves().get(i);
            Variable variable = new Variable(leaf.nameIn(name), leaf.type());
            body.emit(new Declare(variable, null, body.origin()));
            local.leaves().get(i).declareAs(variable);
        }
        return local;
    }

    /** Declares a record variable with values for its leaves. */
    Local bind(String name, RecordShape shape, List<Expression> values) {
        List<Variable> variables = new ArrayList<>();
        List<RecordShape.Leaf> leaves = shape.leaves();
        if (values.size() != leaves.size()) {
            throw new Unsupported(null);
        }
        for (int i = 0; i < leaves.size(); i++) {
            variables.add(bind(leaves.get(i).nameIn(name), values.get(i)));
        }
        return Local.ofRecord(name, shape, leaf -> variables.get(leaves.indexOf(leaf)));
    }

    /** Declares a variable with a value; an array gets another name. */
    Variable bind(String name, Expression value) {
        Variable variable = new Variable(name, value.type());
        body.emit(new Declare(variable, value, body.origin()));
        body.noteLeaf(value, variable);
        if (value instanceof Place place) {
            body.alias(variable, place.root());
        }
        return variable;
    }

    // ---- assignments ----

    /** {@code p = e}: all leaves get their values at once. */
    void assign(AssignmentTree tree) {
        ExpressionTree target = ExpressionLowering.withoutParentheses(tree.getVariable());
        if (target instanceof ArrayAccessTree element) {
            arrays.store(tree, element);
            return;
        }
        if (!(target instanceof IdentifierTree) || !(typer.symbolOf(target) instanceof Symbol.LocalName name)) {
            throw body.reject(DiagnosticCode.AD269, target, typer.typeOf(target));
        }
        Local local = name.local();
        List<Local> leaves = local.leaves();
        List<Expression> values = new ArrayList<>(value(tree.getExpression()));
        if (values.size() != leaves.size()) {
            throw body.reject(DiagnosticCode.AD269, tree, local.type());
        }
        keepOverwritten(leaves, values);
        boolean isArray = BodyBuilder.isArray(local.type());
        for (int i = 0; i < leaves.size(); i++) {
            if (isArray) {
                assignArray(leaves.get(i), (Place) values.get(i), local, tree);
            } else {
                assign(leaves.get(i), values.get(i), local, tree);
            }
        }
        body.noteAssigned(local);
    }

    /** Evaluates ahead what reads a leaf that the assignment of an earlier one overwrites. */
    private void keepOverwritten(List<Local> leaves, List<Expression> values) {
        Set<Variable> overwritten = new HashSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            Expression value = values.get(i);
            boolean[] reads = {false};
            Walk.expressions(value, e -> reads[0] |= e instanceof Read read && overwritten.contains(read.variable()));
            if (reads[0]) {
                values.set(i, body.bind(leaves.get(i).name(), value));
            }
            if (leaves.get(i).isBound()) {
                overwritten.add(leaves.get(i).variable());
            }
        }
    }

    private void assign(Local leaf, Expression value, Local record, AssignmentTree tree) {
        if (!value.type().isArray()) {
            if (!value.equals(new Read(leaf.variable()))) {
                body.emit(new Assign(new Read(leaf.variable()), value, body.origin()));
            }
        } else if (!leaf.isBound() && symbols.scope().declares(record)) {
            leaf.bind(bind(leaf.name(), value));
        } else if (!leaf.isBound() || !value.equals(new Read(leaf.variable()))) {
            throw body.reject(DiagnosticCode.AD206, tree, record.name() + "." + leaf.name());
        }
    }

    /** An array of a record array: the first one to a variable declared without a value is its declaration. */
    private void assignArray(Local leaf, Place array, Local record, AssignmentTree tree) {
        if (!leaf.isBound() && symbols.scope().declares(record)) {
            leaf.bind(bind(leaf.declared().name(), array));
            return;
        }
        if (!leaf.isBound()) {
            leaf.bind(leaf.declared());
        }
        body.noteReference(leaf.variable(), tree.getVariable());
        body.emit(new Assign(new Read(leaf.variable()), array, body.origin()));
        body.alias(leaf.variable(), array.root());
    }
}
