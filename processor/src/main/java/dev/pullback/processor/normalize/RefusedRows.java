package dev.pullback.processor.normalize;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Origin;
import java.util.List;

/** Rows of a matrix that cannot be followed; the origin of the statement tells where it stands. */
public final class RefusedRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiagnosticCode code;
    private final transient Origin origin;
    private final transient List<Object> arguments;

    RefusedRows(DiagnosticCode code, Origin origin, Object... arguments) {
        super(code + " in line " + origin.line(), null, false, false);
        this.code = code;
        this.origin = origin;
        this.arguments = List.of(arguments);
    }

    /** Why. */
    public DiagnosticCode code() {
        return code;
    }

    /** The statement. */
    public Origin origin() {
        return origin;
    }

    /** What the message names. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
