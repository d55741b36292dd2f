package vos.tck;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vos.tck.ZooClient.Session;

/** What a sound client of some protocol says and keeps, in steps of which a broken one takes one in another way. */
public abstract class ZooTalk {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Session session;
    private Socket socket;
    private ZooWire wire;

    /** For one start of the client. */
    protected ZooTalk(Session session) {
        this.session = session;
    }

    /** Does what is typed, a command a line, until there is no more; the exit code. */
    protected abstract int run() throws IOException;

    protected final Session session() {
        return session;
    }

    /** Connects, or connects anew. */
    protected void connect() throws IOException {
        socket = session.connect();
        wire = new ZooWire(socket);
    }

    protected final Socket socket() {
        return socket;
    }

    protected final ZooWire wire() {
        return wire;
    }

    /** What one read gives, which must be something. */
    protected final byte[] some() throws IOException {
        byte[] some = wire.some();
        if (some.length == 0) {
            throw new EOFException("the server closed the connection");
        }
        return some;
    }

    /** The words of what was typed, with those between quotes held together. */
    protected static List<String> words(String line) {
        return WORD.matcher(line).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).toList();
    }

    // ---- what people get wrong -------------------------------------------------------------------------------------

    protected byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** What is done to the local file before its content comes: nothing. */
    protected void begin(Path local) throws IOException {
    }

    /** What a download is called here. */
    protected String localName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Keeps a content, if it has come. */
    protected boolean keep(Path local, byte[] content) throws IOException {
        if (content != null) {
            Files.write(local, content);
        }
        return content != null;
    }

    /** A size that was told. */
    protected int number(String told) throws IOException {
        if (!told.matches("[0-9]{1,9}")) {
            throw new IOException("not a size: " + told);
        }
        return Integer.parseInt(told);
    }

    // ---- bytes as text ---------------------------------------------------------------------------------------------

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    protected static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
