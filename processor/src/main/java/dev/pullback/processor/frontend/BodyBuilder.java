package dev.pullback.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The statements lowered so far of one body, and what its visitors share: the current block, origin, and bound arrays. */
final class BodyBuilder {

    private final SymbolResolver symbols;
    private final SourceText source;
    private final Map<Expression, Variable> constants;
    private final Set<Variable> staticAliases;
    private final Map<Variable, Variable> names;
    private final Set<Variable> newArrays;
    private final Set<Variable> jumps;
    private final Map<String, Tree> references;
    private final Set<Variable> stored;
    private final StoredRowPositions rows;
    private final Map<Expression, List<Variable>> elements;
    private Set<String> assignedNames = Set.of();
    private @Nullable MethodTree method;
    private List<Statement> out = new ArrayList<>();
    private Origin origin = Origin.NONE;

    /** A body; what belongs to the whole function is shared with the body that it will stand in, if there is one. */
    BodyBuilder(SymbolResolver symbols, SourceText source, @Nullable BodyBuilder into) {
        this.symbols = symbols;
        this.source = source;
        this.constants = into == null ? new LinkedHashMap<>() : into.constants;
        this.staticAliases = into == null ? new LinkedHashSet<>() : into.staticAliases;
        this.names = into == null ? new HashMap<>() : into.names;
        this.newArrays = into == null ? new HashSet<>() : into.newArrays;
        this.jumps = into == null ? new LinkedHashSet<>() : into.jumps;
        this.references = into == null ? new HashMap<>() : into.references;
        this.stored = into == null ? new HashSet<>() : into.stored;
        this.rows = into == null ? new StoredRowPositions() : into.rows;
        this.elements = into == null ? new IdentityHashMap<>() : into.elements;
    }

    // ---- statements ----

    Origin origin() {
        return origin;
    }

    /** Runs {@code lowering} with the origin of {@code statement}. */
    void at(Tree statement, Runnable lowering) {
        Origin before = origin;
        origin = source.origin(statement);
        try {
            lowering.run();
        } finally {
            origin = before;
        }
    }

    /** Line and text of a statement or case. */
    Origin originOf(Tree tree) {
        return source.origin(tree);
    }

    void emit(Statement statement) {
        if (statement instanceof Declare declare && declare.initial() instanceof NewArray) {
            newArrays.add(declare.variable());
        }
        out.add(statement);
    }

    void emitAll(Block block) {
        out.addAll(block.statements());
    }

    /** The statements that {@code lowering} emits, as a block of their own. */
    Block block(Runnable lowering) {
        List<Statement> before = out;
        out = new ArrayList<>();
        try {
            lowering.run();
            return new Block(out);
        } finally {
            out = before;
        }
    }

    /** A point in the current block to come back to. */
    int mark() {
        return out.size();
    }

    /** The statements emitted since a mark. */
    List<Statement> since(int mark) {
        return List.copyOf(out.subList(mark, out.size()));
    }

    /** Evaluates an expression at an earlier mark instead of here. */
    Read bindAt(int mark, String name, Expression value) {
        Variable variable = Variable.temporary(name, value.type());
        out.add(mark, new Declare(variable, value, origin));
        return new Read(variable);
    }

    /** Evaluates an expression here and gives it a name. */
    Read bind(String name, Expression value) {
        return bindAt(mark(), name, value);
    }

    /** Evaluates code that may have effects here, once, and gives its value a name. */
    Read perform(String name, Opaque code) {
        return perform(name, code, false);
    }

    /** Evaluates code that has no effect and gives the same again, and gives its value a name. */
    Read performRepeatable(String name, Opaque code) {
        return perform(name, code, true);
    }

    private Read perform(String name, Opaque code, boolean isRepeatable) {
        Variable variable = Variable.temporary(name, code.type());
        emit(new Perform(variable, code, isRepeatable, origin));
        return new Read(variable);
    }

    /** The value as {@code type}, where Java converts by assigning; the result of code just performed gets it directly. */
    Read convert(Expression value, IrType type) {
        Optional<Perform> code = performed(value, 0);
        if (code.isPresent()) {
            out.remove(out.size() - 1);
            return perform(
                    code.get().variable().name(),
                    code.get().code().as(type),
                    code.get().isRepeatable());
        }
        return perform("value", new PassiveCode().operand(value, 0).primary(type, null));
    }

    /** The last statement since {@code mark}, if it performs what {@code value} is the result of. */
    private Optional<Perform> performed(@Nullable Expression value, int mark) {
        boolean isResult = value instanceof Read read
                && out.size() > mark
                && out.get(out.size() - 1) instanceof Perform perform
                && perform.result() == read.variable();
        return isResult ? Optional.of((Perform) out.get(out.size() - 1)) : Optional.empty();
    }

    /** Declares {@code variable} with a value; the result of a call made since {@code mark} goes to it directly. */
    void declare(Variable variable, @Nullable Expression value, int mark) {
        boolean isResult = value instanceof Read read
                && out.size() > mark
                && out.get(out.size() - 1) instanceof Invoke invoke
                && invoke.result() == read.variable();
        Optional<Perform> performed = performed(value, mark);
        if (performed.isPresent()) {
            out.remove(out.size() - 1);
            emit(performed.get().with(variable, performed.get().code().as(variable.type())));
        } else if (isResult) {
            Invoke call = (Invoke) out.remove(out.size() - 1);
            emit(new Invoke(variable, call.callee(), call.arguments(), call.origin()));
        } else {
            emit(new Declare(variable, value, origin));
        }
    }

    // ---- flags and static arrays ----

    /** A new flag that, once set, says that control has left the block that declares it. */
    Variable newJump(String name) {
        Variable flag = new Variable(name, PrimitiveType.BOOLEAN);
        jumps.add(flag);
        return flag;
    }

    /** The jump flags so far. */
    Set<Variable> jumps() {
        return jumps;
    }

    /** The local name of a constant, which the function declares before everything else. */
    Read constant(String name, Expression value) {
        return new Read(constants.computeIfAbsent(value, v -> new Variable(name, v.type())));
    }

    /** The local name of a constant array, whose elements nobody may write. */
    Read constantArray(String name, Expression value) {
        Read array = constant(name, value);
        staticAliases.add(array.variable());
        return array;
    }

    /** Declares a new array with these elements. */
    Read declareArray(String name, ArrayType type, List<Expression> elements) {
        Variable array = new Variable(name, type);
        emit(new Declare(array, new NewArray(type, List.of(Literal.of(elements.size()))), origin));
        for (int i = 0; i < elements.size(); i++) {
            emit(new Assign(new ArrayRead(new Read(array), Literal.of(i)), elements.get(i), origin));
        }
        return new Read(array);
    }

    /** Notes that {@code alias} names the array, or a row of it, that {@code root} names. */
    void alias(Variable alias, Variable root) {
        if (alias != root) {
            names.put(alias, root);
        }
        if (staticAliases.contains(root)) {
            staticAliases.add(alias);
        }
    }

    /** Notes that {@code variable} names a static array. */
    void aliasStatic(Variable variable) {
        staticAliases.add(variable);
    }

    /** Whether writing to the variable's elements would change global state. */
    boolean isStatic(Variable root) {
        return staticAliases.contains(root);
    }

    /** Whether two variables surely name different arrays: one of them is, or is a row of, an array made in this body. */
    boolean areDistinct(Variable first, Variable second) {
        Set<Variable> firstNames = namesOf(first);
        Set<Variable> secondNames = namesOf(second);
        Variable firstRoot = last(firstNames);
        Variable secondRoot = last(secondNames);
        return firstRoot != secondRoot
                && Stream.concat(firstNames.stream(), secondNames.stream()).noneMatch(this::isAssigned)
                && !stored.contains(firstRoot)
                && !stored.contains(secondRoot)
                && (newArrays.contains(firstRoot) || newArrays.contains(secondRoot));
    }

    /** The variable and what it names, step by step; variables that take each other's arrays name each other. */
    private Set<Variable> namesOf(Variable array) {
        Set<Variable> result = new LinkedHashSet<>();
        for (Variable name = array; name != null && result.add(name); ) {
            name = names.get(name);
        }
        return result;
    }

    private static Variable last(Set<Variable> all) {
        return all.stream().reduce((first, second) -> second).orElseThrow();
    }

    /** Tells the method whose body it is. */
    void setMethod(MethodTree tree) {
        method = tree;
        assignedNames = new HashSet<>(AssignedNames.in(tree));
    }

    /** The method whose body it is. */
    MethodTree method() {
        return Objects.requireNonNull(method, "not set");
    }

    /** The variables of an array of records are assigned where the user assigns it. */
    void noteAssigned(Local local) {
        if (isAssigned(local.name())) {
            local.leaves().stream()
                    .filter(Local::isBound)
                    .forEach(leaf -> assignedNames.add(leaf.variable().name()));
        }
    }

    /** Whether the variable may be assigned somewhere in the method. */
    boolean isAssigned(Variable variable) {
        return isAssigned(variable.name());
    }

    /** Whether a variable of this name may be assigned somewhere in the method. */
    boolean isAssigned(String name) {
        return assignedNames.contains(name);
    }

    /** Stores an array into a matrix; from here on both are names of its elements. */
    void storeRow(ArrayRead row, Place array, Tree tree) {
        stored.add(last(namesOf(array.root())));
        noteRows(tree);
        emit(new Assign(row, array, origin));
    }

    /** Notes where a matrix is made without rows, or gets one. */
    void noteRows(Tree tree) {
        rows.stored().putIfAbsent(origin, position(tree));
    }

    /** Notes where a matrix is made that has the rows of another one. */
    void noteSharedRows(Tree tree) {
        rows.shared().add(position(tree));
    }

    /** Where the statements about rows of matrices stand. */
    StoredRowPositions rows() {
        return rows;
    }

    /** Notes where an array variable gets another array. */
    void noteReference(Variable variable, Tree tree) {
        references.putIfAbsent(variable.name(), tree);
        Diagnostic refusal = Diagnostic.of(DiagnosticCode.AD206, position(tree), variable.name());
        rows.references().putIfAbsent(origin, refusal);
    }

    /** The error about an array variable that gets another array. */
    Unsupported rejectReference(Variable variable) {
        Tree tree = references.get(variable.name());
        return tree == null ? new Unsupported(null) : reject(DiagnosticCode.AD206, tree, variable.name());
    }

    /** Notes how the leaves of one element of an array of records are looked up. */
    void noteElement(List<Expression> leaves) {
        List<Variable> variables = new ArrayList<>();
        leaves.forEach(leaf -> elements.put(leaf, variables));
    }

    /** Notes the variable that a value gets, if it is a leaf of such an element. */
    void noteLeaf(Expression value, Variable variable) {
        List<Variable> element = elements.get(value);
        if (element != null) {
            element.add(variable);
        }
    }

    /** The block without what it looks up of elements of record arrays and does not use. */
    Block withoutUnusedLeaves(Block block) {
        return UnusedLeaves.remove(block, elements.values());
    }

    /** The declarations of the constants in use. */
    List<Statement> prologue() {
        List<Statement> declarations = new ArrayList<>();
        constants.forEach((value, variable) -> declarations.add(new Declare(variable, value, Origin.NONE)));
        return declarations;
    }

    // ---- errors and types ----

    TreePosition position(Tree tree) {
        return symbols.position(tree);
    }

    /** The exception that rejects a tree. */
    Unsupported reject(DiagnosticCode code, Tree tree, Object... arguments) {
        return new Unsupported(Diagnostic.of(code, position(tree), arguments));
    }

    /** The type in the representation; a type outside the subset is rejected at {@code tree}. */
    IrType irType(TypeMirror type, Tree tree) {
        return TypeMapping.irType(type).orElseThrow(() -> switch (type.getKind()) {
            case ERROR -> symbols.unresolved(tree);
            case ARRAY ->
                rejectHidden(
                        RecordShape.of(type).isPresent() ? DiagnosticCode.AD269 : DiagnosticCode.AD304, tree, type);
            case VOID -> reject(DiagnosticCode.AD305, tree, "a call without a result");
            case NULL -> reject(DiagnosticCode.AD211, tree);
            default ->
                rejectHidden(RecordShape.isGeneric(type) ? DiagnosticCode.AD268 : DiagnosticCode.AD303, tree, type);
        });
    }

    /** For a type that generated code cannot name, the exception says so. */
    private Unsupported rejectHidden(DiagnosticCode code, Tree tree, TypeMirror type) {
        return TypeMapping.hiddenClass(type)
                .map(hidden -> reject(DiagnosticCode.AD239, tree, hidden.getSimpleName()))
                .orElseGet(() -> reject(code, tree, type));
    }

    /** Whether values of a type may carry derivatives, records of such values included. */
    boolean isDifferentiable(TypeMirror type) {
        return RecordShape.of(type).isPresent()
                || TypeMapping.irType(type).filter(IrType::isDifferentiable).isPresent();
    }

    /** The type of a value; other than variables of the user's, values may be records in the keeping of passive objects. */
    IrType valueType(TypeMirror type, Tree tree) {
        return TypeMapping.valueType(type).orElseGet(() -> irType(type, tree));
    }

    /** Whether a type has the kind of an array. */
    static boolean isArray(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY;
    }
}
