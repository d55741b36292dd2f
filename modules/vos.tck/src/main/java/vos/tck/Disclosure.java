package vos.tck;

/** How much of a failure is shown to whoever wrote the program. */
enum Disclosure {
    /** Everything: the bytes, the steps, a command that repeats it. */
    ALL,
    /** The requirement, in what way it is missed, and the usual cause; no bytes. */
    HINT,
    /** The verdict alone. */
    VERDICT
}
