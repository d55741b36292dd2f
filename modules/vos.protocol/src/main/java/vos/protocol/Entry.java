package vos.protocol;

/**
 * One line of a directory listing.
 *
 * @param name the name within its directory
 * @param directory whether it is a directory; everything else that is listed is a file
 */
public record Entry(String name, boolean directory) {
}
