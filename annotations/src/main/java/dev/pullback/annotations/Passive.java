package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a constant of the differentiation. A parameter is no independent then; a field is none either, and a static one that is
 * not final may be read, once, on its author's word that it keeps its value meanwhile; a method's result is a constant whatever
 * its arguments are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface Passive {}
