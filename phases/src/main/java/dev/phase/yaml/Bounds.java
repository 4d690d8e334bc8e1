package dev.phase.yaml;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values that a file may give to a number or a duration, both ends included. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Bounds {

  /** The least one, written as in the file, such as {@code 1} or {@code 1ms}. */
  String least();

  /** The greatest one; empty where there is none. */
  String most() default "";
}
