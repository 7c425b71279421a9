package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The language fence: every kind of tree is accepted, rejected with a code, or known not to stand in a body. A kind that a
 * newer Java brings is in no list and therefore rejected.
 */
final class SubsetChecker {

    /** Kinds that the lowering visitors handle; they may still reject a use of them. */
    private static final Set<Tree.Kind> ACCEPTED = EnumSet.of(
            // statements
            Tree.Kind.ASSERT,
            Tree.Kind.BLOCK,
            Tree.Kind.BREAK,
            Tree.Kind.CONTINUE,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.EMPTY_STATEMENT,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.EXPRESSION_STATEMENT,
            Tree.Kind.FOR_LOOP,
            Tree.Kind.IF,
            Tree.Kind.LABELED_STATEMENT,
            Tree.Kind.RETURN,
            Tree.Kind.THROW,
            Tree.Kind.SWITCH,
            Tree.Kind.VARIABLE,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.YIELD,
            // names, values, calls
            Tree.Kind.ARRAY_ACCESS,
            Tree.Kind.BOOLEAN_LITERAL,
            Tree.Kind.CHAR_LITERAL,
            Tree.Kind.CONDITIONAL_EXPRESSION,
            Tree.Kind.DOUBLE_LITERAL,
            Tree.Kind.FLOAT_LITERAL,
            Tree.Kind.IDENTIFIER,
            Tree.Kind.INSTANCE_OF,
            Tree.Kind.INT_LITERAL,
            Tree.Kind.LONG_LITERAL,
            Tree.Kind.MEMBER_SELECT,
            Tree.Kind.METHOD_INVOCATION,
            Tree.Kind.NEW_ARRAY,
            Tree.Kind.NEW_CLASS,
            Tree.Kind.NULL_LITERAL,
            Tree.Kind.PARENTHESIZED,
            Tree.Kind.STRING_LITERAL,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.TYPE_CAST,
            // assignments
            Tree.Kind.ASSIGNMENT,
            Tree.Kind.AND_ASSIGNMENT,
            Tree.Kind.DIVIDE_ASSIGNMENT,
            Tree.Kind.LEFT_SHIFT_ASSIGNMENT,
            Tree.Kind.MINUS_ASSIGNMENT,
            Tree.Kind.MULTIPLY_ASSIGNMENT,
            Tree.Kind.OR_ASSIGNMENT,
            Tree.Kind.PLUS_ASSIGNMENT,
            Tree.Kind.REMAINDER_ASSIGNMENT,
            Tree.Kind.RIGHT_SHIFT_ASSIGNMENT,
            Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT,
            Tree.Kind.XOR_ASSIGNMENT,
            Tree.Kind.POSTFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.PREFIX_INCREMENT,
            // operators
            Tree.Kind.AND,
            Tree.Kind.BITWISE_COMPLEMENT,
            Tree.Kind.CONDITIONAL_AND,
            Tree.Kind.CONDITIONAL_OR,
            Tree.Kind.DIVIDE,
            Tree.Kind.EQUAL_TO,
            Tree.Kind.GREATER_THAN,
            Tree.Kind.GREATER_THAN_EQUAL,
            Tree.Kind.LEFT_SHIFT,
            Tree.Kind.LESS_THAN,
            Tree.Kind.LESS_THAN_EQUAL,
            Tree.Kind.LOGICAL_COMPLEMENT,
            Tree.Kind.MINUS,
            Tree.Kind.MULTIPLY,
            Tree.Kind.NOT_EQUAL_TO,
            Tree.Kind.OR,
            Tree.Kind.PLUS,
            Tree.Kind.REMAINDER,
            Tree.Kind.RIGHT_SHIFT,
            Tree.Kind.UNARY_MINUS,
            Tree.Kind.UNARY_PLUS,
            Tree.Kind.UNSIGNED_RIGHT_SHIFT,
            Tree.Kind.XOR,
            // types in declarations and casts
            Tree.Kind.ANNOTATED_TYPE,
            Tree.Kind.ARRAY_TYPE,
            Tree.Kind.MODIFIERS,
            Tree.Kind.PARAMETERIZED_TYPE,
            Tree.Kind.PRIMITIVE_TYPE);

    /** A rejected kind: its code, and the words for it in messages of AD201 and AD202. */
    private record Rejection(DiagnosticCode code, String words) {}

    private static final Map<String, Rejection> REJECTED = new HashMap<>();

    static {
        reject("CLASS", DiagnosticCode.AD201, "a local class");
        reject("ENUM", DiagnosticCode.AD201, "a local enum");
        reject("INTERFACE", DiagnosticCode.AD201, "a local interface");
        reject("RECORD", DiagnosticCode.AD201, "a local record");
        reject("SYNCHRONIZED", DiagnosticCode.AD257, "");
        reject("TRY", DiagnosticCode.AD256, "");
        reject("LAMBDA_EXPRESSION", DiagnosticCode.AD251, "");
        reject("MEMBER_REFERENCE", DiagnosticCode.AD251, "");
        reject("ERRONEOUS", DiagnosticCode.AD202, "code with a syntax error");
    }

    /** Kinds that no statement or expression of a body has, or that stand only inside rejected ones. */
    private static final Set<String> NOT_IN_BODIES = Set.of(
            "ANNOTATION",
            "ANNOTATION_TYPE",
            "BINDING_PATTERN",
            "CASE",
            "CATCH",
            "COMPILATION_UNIT",
            "DEFAULT_CASE_LABEL",
            "EXPORTS",
            "EXTENDS_WILDCARD",
            "GUARDED_PATTERN",
            "IMPORT",
            "INTERSECTION_TYPE",
            "METHOD",
            "MODULE",
            "OPENS",
            "OTHER",
            "PACKAGE",
            "PARENTHESIZED_PATTERN",
            "PROVIDES",
            "REQUIRES",
            "SUPER_WILDCARD",
            "TYPE_ANNOTATION",
            "TYPE_PARAMETER",
            "UNBOUNDED_WILDCARD",
            "UNION_TYPE",
            "USES");

    private SubsetChecker() {}

    private static void reject(String kind, DiagnosticCode code, String words) {
        REJECTED.put(kind, new Rejection(code, words));
    }

    /** Whether one of the lists names the kind. */
    static boolean isListed(Tree.Kind kind) {
        return ACCEPTED.contains(kind) || REJECTED.containsKey(kind.name()) || NOT_IN_BODIES.contains(kind.name());
    }

    /** Whether a visitor must handle the kind. */
    static boolean isAccepted(Tree.Kind kind) {
        return ACCEPTED.contains(kind);
    }

    /** The diagnostic for a tree that no visitor handles. */
    static Diagnostic rejection(Tree tree, TreePosition position) {
        Rejection rejection = REJECTED.get(tree.getKind().name());
        if (rejection != null) {
            return Diagnostic.of(rejection.code(), position, rejection.words());
        }
        DiagnosticCode code = tree instanceof ExpressionTree ? DiagnosticCode.AD202 : DiagnosticCode.AD201;
        String words = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Diagnostic.of(code, position, "'" + words + "'");
    }
}
