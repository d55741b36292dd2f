package vos.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A server for the tests of the kit itself: greets with a line that ends in a token, and sends back what it gets. */
final class GreeterServer extends ZooServer {

    /** What it does. */
    enum Manner { SOUND, SHOUTS, CLOSES, SILENT }

    private final Manner manner;

    GreeterServer(Path root, Manner manner) throws IOException {
        super(root);
        this.manner = manner;
        start();
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        if (manner == Manner.SILENT) {
            in.readAllBytes();
            return;
        }
        out.write("<%08d>".formatted(socket.getPort()).getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[1024];
        for (int count = in.read(buffer); count >= 0 && manner != Manner.CLOSES; count = in.read(buffer)) {
            String text = Text.latin1(Arrays.copyOf(buffer, count));
            out.write((manner == Manner.SHOUTS ? text.toUpperCase(Locale.ROOT) : text)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
