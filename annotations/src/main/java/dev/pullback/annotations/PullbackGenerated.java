package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the Pullback processor wrote. Unlike {@code javax.annotation.processing.Generated}
 * it survives into the class file, so that coverage tools and other processors can tell generated code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PullbackGenerated {

    /**
     * The primal class that the marked class differentiates.
     *
     * @return the primal class
     */
    Class<?> value();
}
