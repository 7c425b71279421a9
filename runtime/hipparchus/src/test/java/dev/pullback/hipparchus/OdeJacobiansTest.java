package dev.pullback.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEJacobiansProvider;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.VariationalEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

final class OdeJacobiansTest {

    /** The state of an oscillator turns, and so does its derivative with respect to the first state. */
    @Test
    void sensitivityOfAnOscillatorIsARotation() {
        ODEJacobiansProvider oscillator =
                OdeJacobians.of(2, (time, state) -> new double[] {state[1], -state[0]}, (time, state) ->
                        new double[][] {{0.0, 1.0}, {-1.0, 0.0}});
        ExpandableODE equation = new ExpandableODE(oscillator);
        VariationalEquation variation = new VariationalEquation(equation, oscillator);
        var integrator = new DormandPrince853Integrator(1e-6, 1.0, 1e-12, 1e-12);
        ODEState start = variation.setUpInitialState(new ODEState(0.0, new double[] {1.0, 0.5}));

        ODEStateAndDerivative end = integrator.integrate(equation, start, 1.0);

        double[][] sensitivity = variation.extractMainSetJacobian(end);
        assertThat(sensitivity[0]).containsExactly(new double[] {Math.cos(1.0), Math.sin(1.0)}, offset(1e-9));
        assertThat(sensitivity[1]).containsExactly(new double[] {-Math.sin(1.0), Math.cos(1.0)}, offset(1e-9));
    }

    @Test
    void namesADimensionThatIsNotPositive() {
        assertThatThrownBy(() -> OdeJacobians.of(0, (time, state) -> state, (time, state) -> new double[0][]))
                .hasMessage("dimension must be positive, is 0");
    }
}
