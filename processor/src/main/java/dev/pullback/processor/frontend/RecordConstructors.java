package dev.pullback.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Lowers the creation of records. A constructor that nobody wrote stores its arguments; a compact one runs first and may change
 * them; any other assigns the components itself or calls another one. All run as the user wrote them.
 */
final class RecordConstructors {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final Helpers helpers;
    private final InlineCalls inline;

    RecordConstructors(
            BodyBuilder body, BodyTyper typer, ExpressionLowering expressions, Helpers helpers, InlineCalls inline) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.helpers = helpers;
        this.inline = inline;
    }

    /** The leaves of a new record. */
    List<Expression> create(NewClassTree tree) {
        RecordShape shape = RecordShape.of(typer.typeOf(tree)).orElseThrow();
        if (tree.getClassBody() != null) {
            throw body.reject(DiagnosticCode.AD202, tree, "a class body");
        }
        OverloadResolver.Choice choice = typer.constructorOf(shape.type(), tree.getArguments(), tree);
        return create(shape, choice, tree.getArguments(), tree);
    }

    /** The leaves of what a static method of another file makes of them. */
    List<Expression> create(OverloadResolver.Choice factory, MethodInvocationTree tree) {
        RecordShape shape = RecordShape.of(factory.method().getReturnType()).orElseThrow();
        return create(shape, factory, tree.getArguments(), tree);
    }

    private List<Expression> create(
            RecordShape shape, OverloadResolver.Choice choice, List<? extends ExpressionTree> arguments, Tree tree) {
        ExecutableElement constructor = choice.method();
        boolean isForeign = !helpers.isLocal(constructor);
        if (isForeign && !ForeignRecords.isCanonical(shape, constructor)) {
            throw body.reject(DiagnosticCode.AD265, tree, shape.type().getSimpleName(), "it stands in another file");
        }
        List<Expression> values = expressions.inOrder(inline.arguments(choice, arguments, tree));
        if (isForeign) {
            List<Expression> named = named(shape, values);
            shape.components().forEach(component -> expressions.records().requireVisible(component, tree));
            new ForeignRecords(body).create(shape, Optional.of(constructor), named);
            return named;
        }
        if (!helpers.hasBody(constructor)) {
            return values;
        } else if (helpers.hasInitializers(shape.type())) {
            throw body.reject(
                    DiagnosticCode.AD265,
                    tree,
                    shape.type().getSimpleName(),
                    "its fields or the class have initializers");
        }
        Returns none = (exit, value, frame) -> {
            throw frame.body().reject(DiagnosticCode.AD265, exit, shape.type().getSimpleName(), "it returns early");
        };
        return helpers.inline(constructor, body.position(tree), body, none, frame -> {
            inline.declareParameters(constructor, values.iterator(), frame);
            Construction construction = new Construction(shape, frame, tree);
            Block block = frame.body().block(construction::run);
            body.emitAll(block);
            return frame.statements().hasFailed() ? List.of() : construction.leaves();
        });
    }

    /** Gives the leaves names, as they are read several times. */
    List<Expression> named(RecordShape shape, List<Expression> values) {
        List<Expression> named = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expression value = values.get(i);
            boolean isSimple = value instanceof Read || value instanceof Literal;
            String name = shape.leaves().get(i).name();
            named.add(isSimple ? value : new Read(expressions.records().bind(name, value)));
        }
        return named;
    }

    /** Whether an object made of components surely has them: its constructor, and those of records in it, only store them. */
    boolean isPlain(RecordShape shape) {
        boolean isOwn = helpers.isLocal(shape.type())
                && constructor(shape).filter(this::storesParameters).isPresent();
        return isOwn
                && shape.components().stream()
                        .allMatch(component ->
                                component.record().map(this::isPlain).orElse(true));
    }

    /** The constructor that generated code calls. */
    private static Optional<ExecutableElement> constructor(RecordShape shape) {
        return shape.factory()
                .or(() -> ElementFilter.constructorsIn(shape.type().getEnclosedElements()).stream()
                        .filter(constructor -> ForeignRecords.isCanonical(shape, constructor))
                        .findFirst())
                .filter(method -> method.getKind() == ElementKind.CONSTRUCTOR);
    }

    private boolean storesParameters(ExecutableElement constructor) {
        if (!helpers.hasBody(constructor)) {
            return true;
        }
        List<String> stored = new ArrayList<>();
        for (StatementTree statement : helpers.tree(constructor).getBody().getStatements()) {
            ExpressionTree expression = statement instanceof ExpressionStatementTree tree ? tree.getExpression() : null;
            if (expression instanceof AssignmentTree assignment) {
                String target = assignment.getVariable().toString().replace("this.", "");
                stored.add(target + "=" + assignment.getExpression());
            } else if (!(expression instanceof MethodInvocationTree call) || !isName(call.getMethodSelect(), "super")) {
                return false;
            }
        }
        List<String> expected = new ArrayList<>();
        List<VariableElement> fields =
                ElementFilter.fieldsIn(RequestReader.declaringType(constructor).getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .toList();
        for (int i = 0; i < fields.size(); i++) {
            expected.add(fields.get(i).getSimpleName() + "="
                    + constructor.getParameters().get(i).getSimpleName());
        }
        return stored.size() == expected.size() && stored.containsAll(expected);
    }

    /** One run of a constructor's body. */
    private final class Construction {
        private final RecordShape shape;
        private final BodyFrame frame;
        private final Tree creation;
        private final Map<String, List<Expression>> stored = new HashMap<>();

        private Construction(RecordShape shape, BodyFrame frame, Tree creation) {
            this.shape = shape;
            this.frame = frame;
            this.creation = creation;
        }

        private void run() {
            for (StatementTree statement : frame.tree().getBody().getStatements()) {
                frame.statements().guarded(() -> frame.body().at(statement, () -> lower(statement)));
            }
            if (stored.isEmpty() && !frame.statements().hasFailed()) {
                storeParameters();
            }
        }

        private void lower(StatementTree statement) {
            ExpressionTree expression = statement instanceof ExpressionStatementTree tree ? tree.getExpression() : null;
            if (expression instanceof MethodInvocationTree call && isName(call.getMethodSelect(), "super")) {
                return;
            } else if (expression instanceof MethodInvocationTree call && isName(call.getMethodSelect(), "this")) {
                delegate(call);
            } else if (expression instanceof AssignmentTree assignment) {
                assign(assignment, statement);
            } else {
                lowerOther(statement);
            }
        }

        private void lowerOther(StatementTree statement) {
            if (AssignedNames.in(statement).stream().anyMatch(this::isStored)) {
                throw body.reject(
                        DiagnosticCode.AD265,
                        creation,
                        shape.type().getSimpleName(),
                        "its constructor assigns components in a branch or loop");
            }
            evaluate(() -> {
                frame.statements().lower(statement);
                return List.of();
            });
        }

        private boolean isStored(String name) {
            return name.startsWith("this.")
                    || shape.component(name).isPresent()
                            && frame.symbols().scope().find(name).isEmpty();
        }

        /** Lowers a part of the body; what it changes must not change what was stored before. */
        private List<Expression> evaluate(Supplier<List<Expression>> part) {
            int mark = frame.body().mark();
            List<Expression> values = part.get();
            stored.values().forEach(earlier -> frame.expressions().keepAhead(earlier, mark));
            return values;
        }

        private void delegate(MethodInvocationTree call) {
            OverloadResolver.Choice other = frame.typer().constructorOf(shape.type(), call.getArguments(), call);
            List<Expression> values = frame.expressions()
                    .records()
                    .calls()
                    .constructors()
                    .create(shape, other, call.getArguments(), call);
            shape.components()
                    .forEach(component -> stored.put(component.name(), new ArrayList<>(shape.part(component, values))));
        }

        private void assign(AssignmentTree tree, StatementTree statement) {
            Optional<CharSequence> field = field(tree.getVariable());
            if (field.isPresent()) {
                RecordShape.Component component = shape.component(field.get()).orElseThrow(() -> new Unsupported(null));
                List<Expression> values =
                        evaluate(() -> frame.expressions().leaves(tree.getExpression(), component.type()));
                stored.put(component.name(), new ArrayList<>(values));
            } else if (tree.getVariable() instanceof IdentifierTree name
                    && frame.symbols()
                            .scope()
                            .find(name.getName().toString())
                            .filter(this::isArray)
                            .isPresent()) {
                rebind(frame.symbols().scope().find(name.getName().toString()).orElseThrow(), tree.getExpression());
            } else {
                lowerOther(statement);
            }
        }

        /** The component that an assignment to {@code this.x}, or to {@code x} where no parameter has the name, stores. */
        private Optional<CharSequence> field(ExpressionTree target) {
            if (target instanceof IdentifierTree name) {
                boolean isField = shape.component(name.getName()).isPresent()
                        && frame.symbols()
                                .scope()
                                .find(name.getName().toString())
                                .isEmpty();
                return isField ? Optional.of(name.getName()) : Optional.empty();
            }
            return AssignedNames.isOwnField(target)
                    ? Optional.of(((MemberSelectTree) target).getIdentifier())
                    : Optional.empty();
        }

        private boolean isArray(Local local) {
            return BodyBuilder.isArray(local.type());
        }

        /** {@code w = w.clone()} in the straight line of the body: from here on the parameter means the other array. */
        private void rebind(Local array, ExpressionTree value) {
            List<Expression> values = evaluate(() -> frame.expressions().leaves(value, array.type()));
            array.bind(frame.expressions().records().bind(array.name(), values.get(0)));
        }

        /** A compact constructor ends with storing its parameters. */
        private void storeParameters() {
            for (RecordShape.Component component : shape.components()) {
                Local parameter = frame.symbols().scope().find(component.name()).orElseThrow();
                List<Expression> values = component.record().isPresent()
                        ? parameter.reads()
                        : component.irType().isPresent() ? List.of(read(parameter)) : List.of();
                stored.put(component.name(), values);
            }
        }

        private Expression read(Local parameter) {
            return new Read(parameter.variable());
        }

        private List<Expression> leaves() {
            List<Expression> leaves = new ArrayList<>();
            for (RecordShape.Component component : shape.components()) {
                List<Expression> values =
                        Optional.ofNullable(stored.get(component.name())).orElseThrow(() -> new Unsupported(null));
                leaves.addAll(values);
            }
            return leaves;
        }
    }

    private static boolean isName(Tree tree, String name) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
    }
}
