package vos.shell;

/**
 * An option of a command.
 *
 * @param letter how it is given, after a minus sign
 * @param value what the value that follows it is called; empty if none does
 * @param meaning what help says of it
 */
record Flag(char letter, String value, String meaning) {

    /** An option that is given or not. */
    Flag(char letter, String meaning) {
        this(letter, "", meaning);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }
}
