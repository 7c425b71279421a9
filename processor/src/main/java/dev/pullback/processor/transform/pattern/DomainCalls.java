package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Calls of the runtime's index domains. */
final class DomainCalls {
    private static final String PACKAGE = "dev.pullback.runtime.sparse.";
    private static final String OWNER = PACKAGE + "IndexDomain";
    private static final String INTERACTIONS_OWNER = PACKAGE + "NonlinearInteractions";
    private static final String PATTERN_OWNER = PACKAGE + "SparsityPattern";

    static final ObjectType DOMAIN = new ObjectType(OWNER);
    static final ArrayType DOMAINS = new ArrayType(DOMAIN);
    static final ObjectType INTERACTIONS = new ObjectType(INTERACTIONS_OWNER);
    static final ObjectType PATTERN = new ObjectType(PATTERN_OWNER);
    static final Expression NONE = new StaticField(OWNER, "NONE", DOMAIN);

    private DomainCalls() {}

    /** The type of the domains of a value: one in the place of each number. */
    static IrType typeOf(IrType type) {
        return type instanceof ArrayType array ? new ArrayType(typeOf(array.element())) : DOMAIN;
    }

    /** The domain of an independent, scalar or array, whose first entry is at {@code offset}. */
    static Expression independent(Expression offset, Variable independent) {
        return independent.type().isArray()
                ? call("of", typeOf(independent.type()), offset, new Read(independent))
                : call("of", DOMAIN, offset);
    }

    /** The domains of a new array of zeros; one dimension may be the lengths of rows. */
    static Expression none(ArrayType type, List<Expression> dimensions) {
        Expression[] lengths = dimensions.toArray(new Expression[0]);
        boolean isJagged = lengths.length > 1 && lengths[1].type().isArray();
        return call("none", typeOf(type), isJagged ? Arrays.copyOfRange(lengths, 1, lengths.length) : lengths);
    }

    /** The domains of an array of any content: those of an array of zeros of the same shape. */
    static Expression noneLike(Variable array) {
        return call("noneLike", typeOf(array.type()), new Read(array));
    }

    /** Copies of one domain for each element of a vector. */
    static Expression filled(Expression length, Expression domain) {
        return call("filled", DOMAINS, length, domain);
    }

    /** The union of domains. */
    static Expression union(Collection<Expression> domains) {
        if (domains.isEmpty()) {
            return NONE;
        }
        return domains.size() == 1
                ? domains.iterator().next()
                : call("union", DOMAIN, domains.toArray(new Expression[0]));
    }

    /** The union of all domains in an array. */
    static Expression unionOf(Expression array) {
        return array.type().equals(DOMAIN) ? array : call("union", DOMAIN, elements(array));
    }

    /** An array of domains as a vector. */
    static Expression elements(Expression array) {
        return array.type().equals(DOMAINS) ? array : call("elements", DOMAINS, array);
    }

    /** A vector of one domain. */
    static Expression single(Expression domain) {
        return call("vector", DOMAINS, domain);
    }

    /** Whether the first domain has all indices of the second. */
    static Expression includes(Expression first, Expression second) {
        MethodRef method = MethodRef.ofInstance(OWNER, "includes", PrimitiveType.BOOLEAN, DOMAIN);
        return new Call(method, first, second);
    }

    /** The pattern whose rows are the domains of the results. */
    static Expression pattern(Expression columns, List<Expression> results) {
        List<Expression> arguments = new ArrayList<>(List.of(columns));
        arguments.addAll(results);
        return new Call(MethodRef.ofStatic(PATTERN_OWNER, "ofDomains", PATTERN, types(arguments)), arguments);
    }

    // ---- second order ----

    static Expression noInteractions(Expression independents) {
        MethodRef method = MethodRef.ofStatic(INTERACTIONS_OWNER, "of", INTERACTIONS, PrimitiveType.INT);
        return new Call(method, independents);
    }

    static Statement interact(Variable interactions, Expression first, Expression second, Origin origin) {
        MethodRef method = MethodRef.ofInstance(INTERACTIONS_OWNER, "add", PrimitiveType.VOID, DOMAIN, DOMAIN);
        return new CallStatement(new Call(method, new Read(interactions), first, second), origin);
    }

    static Expression pattern(Variable interactions) {
        return new Call(MethodRef.ofInstance(INTERACTIONS_OWNER, "pattern", PATTERN), new Read(interactions));
    }

    private static Call call(String name, IrType type, Expression... arguments) {
        return new Call(MethodRef.ofStatic(OWNER, name, type, types(List.of(arguments))), arguments);
    }

    private static IrType[] types(List<Expression> arguments) {
        return arguments.stream().map(Expression::type).toArray(IrType[]::new);
    }
}
