package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no array which the function takes for a constant, because it comes from a field or from an object, is one of the
 * arguments that it overwrites: their values would change with the independents.
 */
public final class GuardConstants extends IrRewriter {

    private final List<Variable> overwritten;

    private GuardConstants(List<Variable> overwritten) {
        this.overwritten = overwritten;
    }

    /** {@code function} with a check behind everything that gives such an array. */
    public static Function apply(Function function) {
        Set<Variable> written = new Effects(new ArrayRoots(function)).written(function.body());
        List<Variable> overwritten = function.parameters().stream()
                .filter(parameter -> parameter.type().isArray() && written.contains(parameter))
                .toList();
        return overwritten.isEmpty()
                ? function
                : function.withBody(new GuardConstants(overwritten).rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        super.rewrite(statement, out);
        Variable constant = constant(statement);
        if (constant != null && constant.type().isArray()) {
            overwritten.stream()
                    .filter(argument -> mayShare(argument, constant))
                    .forEach(argument -> out.add(new Perform(null, requireDistinct(argument, constant), Origin.NONE)));
        }
    }

    /** The variable that gets what a field or an object gives. */
    private static @Nullable Variable constant(Statement statement) {
        if (statement instanceof Perform perform) {
            return perform.result();
        }
        boolean isGiven = statement instanceof Declare declare
                && (declare.initial() instanceof Opaque || declare.initial() instanceof StaticField);
        return isGiven ? ((Declare) statement).variable() : null;
    }

    private static boolean mayShare(Variable first, Variable second) {
        return first.type() instanceof ArrayType a
                && second.type() instanceof ArrayType b
                && a.scalar().equals(b.scalar());
    }

    private static Opaque requireDistinct(Variable overwritten, Variable constant) {
        String names = String.format(Locale.ROOT, ", \"%s\", \"%s\")", overwritten.name(), constant.name());
        List<Opaque.Piece> pieces = List.of(
                new Opaque.Type(new ObjectType("dev.pullback.runtime.SharedMemory")),
                new Opaque.Text(".requireDistinct("),
                new Opaque.Operand(new Read(overwritten), 0),
                new Opaque.Text(", "),
                new Opaque.Operand(new Read(constant), 0),
                new Opaque.Text(names));
        return new Opaque(PrimitiveType.VOID, Opaque.PRIMARY, pieces, null);
    }
}
