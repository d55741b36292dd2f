package vos.tck;

/**
 * A user that the server under test knows.
 *
 * @param name the name, of ASCII letters and digits
 * @param password the password, of printable ASCII
 */
public record Account(String name, String password) {
}
