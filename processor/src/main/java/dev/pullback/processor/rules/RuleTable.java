package dev.pullback.processor.rules;

import static dev.pullback.processor.ir.Arithmetic.divide;
import static dev.pullback.processor.ir.Arithmetic.multiply;
import static dev.pullback.processor.ir.Arithmetic.negate;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StreamCalls;
import dev.pullback.processor.ir.Unary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rule of an operation. The only place that knows which operations can be differentiated. */
public final class RuleTable {
    private static final Partial SEED = (s, x, r) -> s;
    private static final Partial NEGATED_SEED = (s, x, r) -> negate(s);

    private static final DerivativeRule NEGATE = DerivativeRule.of(NEGATED_SEED);
    private static final Map<Binary.Operator, DerivativeRule> BINARY = Map.of(
            Binary.Operator.ADD, DerivativeRule.of(SEED, SEED),
            Binary.Operator.SUBTRACT, DerivativeRule.of(SEED, NEGATED_SEED),
            Binary.Operator.MULTIPLY,
                    DerivativeRule.of((s, x, r) -> multiply(s, x.get(1)), (s, x, r) -> multiply(s, x.get(0))),
            Binary.Operator.DIVIDE,
                    DerivativeRule.of(
                            (s, x, r) -> divide(s, x.get(1)), (s, x, r) -> negate(divide(multiply(s, r), x.get(1)))),
            Binary.Operator.REMAINDER, DerivativeRule.of(SEED, MathRules::remainderDivisor));

    private static final Map<String, Map<Signature, LibraryMethod>> METHODS = Libraries.methods();

    /** What lowering puts in the place of streams; users do not call these. */
    private static final Map<MethodRef, DerivativeRule> STREAMS = Map.of(
            StreamCalls.SUM,
            DerivativeRule.passing(3, 0),
            StreamCalls.present(PrimitiveType.DOUBLE),
            DerivativeRule.passing(2, 1));

    private static final Signature FMA_IN_FLOAT = new Signature("fma", Collections.nCopies(3, PrimitiveType.FLOAT));

    private RuleTable() {}

    /** The rule of a unary, binary, cast or call expression on reals; empty for anything else. */
    public static Optional<DerivativeRule> find(Expression operation) {
        if (operation instanceof Cast cast
                && cast.type().isReal()
                && cast.operand().type().isReal()) {
            return Optional.of(conversion(cast));
        }
        if (operation instanceof Unary unary && unary.type().isReal()) {
            return Optional.of(NEGATE);
        }
        if (operation instanceof Binary binary && binary.type().isReal()) {
            return Optional.ofNullable(BINARY.get(binary.operator()));
        }
        if (operation instanceof Call call) {
            return find(call.method());
        }
        return Optional.empty();
    }

    /** Adjoints are converted from the result's type to the operand's, tangents the other way. */
    private static DerivativeRule conversion(Cast cast) {
        IrType from = cast.operand().type();
        return DerivativeRule.of((s, x, r) -> Cast.to(s.type().equals(from) ? cast.type() : from, s));
    }

    /** The rule of a method, if it takes a {@code double}. */
    public static Optional<DerivativeRule> find(MethodRef method) {
        if (!method.isStatic()) {
            return Optional.empty();
        }
        DerivativeRule ofStream = STREAMS.get(method);
        return ofStream != null
                ? Optional.of(ofStream)
                : Optional.ofNullable(methods(method.owner()).get(signature(method)))
                        .map(LibraryMethod::rule);
    }

    /** The signature that a method's rule stands under: of one in {@code float} that of the same function of {@code double}. */
    private static Signature signature(MethodRef method) {
        Signature signature = Signature.of(method);
        return signature.equals(FMA_IN_FLOAT) ? Signature.ofReals("fma", 3) : signature;
    }

    /** Why a method without a rule has none, if there is more to say. */
    public static Optional<String> reasonAgainst(MethodRef method) {
        return find(method).isPresent() ? Optional.empty() : Unruled.reason(method);
    }

    /** The methods of {@code owner} that have a rule, whether or not the class of that version has them. */
    static Map<Signature, LibraryMethod> methods(String owner) {
        return METHODS.getOrDefault(owner, Map.of());
    }

    /** The classes that have rules. */
    static List<String> owners() {
        return METHODS.keySet().stream().sorted().toList();
    }
}
