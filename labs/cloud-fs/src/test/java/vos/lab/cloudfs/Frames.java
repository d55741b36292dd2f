package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vos.protocol.Body;
import vos.protocol.Bytes;

/** What cloud-fs looks like, as text of which each character is a byte. */
final class Frames {
    static final String SENTINEL = "__END__";
    static final String HELLO = frame("HELLO vos/1");
    static final String WELCOME = frame("vos/1 UPLOAD DOWNLOAD RUN !DISCONNECT");

    private Frames() {
    }

    /** A header and a message. */
    static String frame(String message) {
        return "%-64d%s".formatted(message.length(), message);
    }

    /** Several, one behind the other. */
    static String frames(String... messages) {
        return Stream.of(messages).map(Frames::frame).collect(Collectors.joining());
    }

    /** A content that can be read twice, as files can. */
    static Body file(Path directory, String content) throws IOException {
        return file(directory, content, content.length());
    }

    /** The same, of which another length was told. */
    static Body file(Path directory, String content, long length) throws IOException {
        Path file = Files.write(Files.createTempFile(directory, "content", ""), Bytes.of(content));
        return Body.of(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE), length);
    }
}
