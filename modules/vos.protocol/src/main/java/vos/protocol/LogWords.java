package vos.protocol;

/**
 * What a server's log says of its start and of its connections: a line each, in the words of the published program
 * where that had words of its own. {@code {0}} stands for the address, or for the number of connections; an empty line
 * is left out.
 *
 * @param starting before the server listens
 * @param listening since it listens, on this address
 * @param connected when somebody has connected
 * @param active behind that: how many connections there are now
 * @param disconnected when somebody has left
 */
public record LogWords(String starting, String listening, String connected, String active, String disconnected) {
    /** For dialects whose published programs had nothing to say. */
    public static final LogWords PLAIN = new LogWords("", "", "{0} connected", "", "{0} disconnected");
}
