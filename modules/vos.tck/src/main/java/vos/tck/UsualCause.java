package vos.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a program mostly does wrong when this test fails, in a sentence or two that help to find the place. A test that
 * says none of its own has that of the {@link Misconception} which fails it and the fewest others.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UsualCause {
    /** The cause, for people. */
    String value();
}
