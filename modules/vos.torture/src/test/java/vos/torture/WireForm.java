package vos.torture;

/** The two forms of every protocol {@code [COM-3]}. */
enum WireForm {
    STRICT, PUBLISHED
}
