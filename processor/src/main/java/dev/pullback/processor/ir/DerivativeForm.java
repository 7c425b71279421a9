package dev.pullback.processor.ir;

import dev.pullback.annotations.Derivative;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A derivative function that is made only for what asks for it; other derivatives call it. */
public enum DerivativeForm {
    PUSHFORWARD(Derivative.PUSHFORWARD, Derivative.JACOBIAN),
    PUSHFORWARD_BLOCK(Derivative.PUSHFORWARDS, Derivative.JACOBIAN),
    TAYLOR(Derivative.TAYLOR),
    HESSIAN_VECTOR(Derivative.HESSIAN_VECTOR, Derivative.HESSIAN, Derivative.THIRD_ORDER),
    THIRD_ORDER(Derivative.THIRD_ORDER);

    /** Those that compute tangents of values: of the calls in them there are pushforwards. */
    public static final Set<DerivativeForm> WITH_TANGENTS =
            Collections.unmodifiableSet(EnumSet.of(PUSHFORWARD, PUSHFORWARD_BLOCK, HESSIAN_VECTOR));

    private final Set<Derivative> users;

    DerivativeForm(Derivative... users) {
        this.users = EnumSet.copyOf(Arrays.asList(users));
    }

    /** Whether one of the derivatives needs this form. */
    public boolean isNeeded(Set<Derivative> derivatives) {
        return derivatives.stream().anyMatch(users::contains);
    }

    /** The forms that the derivatives need. */
    public static Set<DerivativeForm> of(Set<Derivative> derivatives) {
        Set<DerivativeForm> forms = EnumSet.noneOf(DerivativeForm.class);
        for (DerivativeForm form : values()) {
            if (form.isNeeded(derivatives)) {
                forms.add(form);
            }
        }
        return forms;
    }
}
