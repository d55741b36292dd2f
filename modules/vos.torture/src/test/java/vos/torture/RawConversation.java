package vos.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vos.protocol.Bytes;

/**
 * What a client says in a transcript of the strict form, where nothing waits for an answer: a string for each
 * connection, with {@code <T>} for the token that a server of mini-FTP has made up.
 */
record RawConversation(List<String> connections) {
    private static final Path TRANSCRIPTS = Path.of("../../specs/transcripts");
    private static final String TOKEN = "<T>";
    private static final int TOKEN_BYTES = 10;

    static RawConversation of(String lab, String name) throws IOException {
        var connections = new ArrayList<String>();
        var said = new StringBuilder();
        for (String line : Files.readAllLines(TRANSCRIPTS.resolve(lab).resolve(name))) {
            if (line.startsWith("C: ")) {
                said.append(unescaped(line.substring(3)));
            } else if (line.equals("--")) {
                connections.add(said.toString());
                said.setLength(0);
            }
        }
        if (!said.isEmpty()) {
            connections.add(said.toString());
        }
        return new RawConversation(connections);
    }

    /** As a string whose characters are bytes. */
    private static String unescaped(String text) {
        String bytes = Bytes.text(text.getBytes(StandardCharsets.UTF_8));
        var plain = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (bytes.charAt(i + 1) == 'x') {
                plain.append((char) Integer.parseInt(bytes.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                plain.append(bytes.charAt(i + 1) == 'n' ? '\n' : bytes.charAt(i + 1));
                i++;
            }
        }
        return plain.toString();
    }

    /** Something that gives a new connection to a server. */
    interface Calls {
        Socket next() throws IOException;
    }

    /** Says it in pieces, which {@code seed} decides, and ends; returns all that was answered, in the same form. */
    List<String> with(Calls server, long seed) throws IOException {
        var random = new Random(seed);
        var answers = new ArrayList<String>();
        for (String said : connections) {
            try (Socket socket = server.next()) {
                socket.setTcpNoDelay(true);
                String token = said.contains(TOKEN) ? Bytes.text(socket.getInputStream().readNBytes(TOKEN_BYTES)) : "";
                String heard = talk(socket, Bytes.of(said.replace(TOKEN, token)), random);
                answers.add(token.isEmpty() ? heard : heard.replace(token, TOKEN));
            }
        }
        return answers;
    }

    private static String talk(Socket socket, byte[] said, Random random) throws IOException {
        var heard = new ByteArrayOutputStream();
        OutputStream out = socket.getOutputStream();
        int piece;
        for (int at = 0; at < said.length; at += piece) {
            piece = Math.min(said.length - at, 1 + random.nextInt(random.nextBoolean() ? 8 : 200));
            out.write(said, at, piece);
        }
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        in.transferTo(heard);
        return Bytes.text(heard.toByteArray());
    }
}
