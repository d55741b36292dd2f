package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.files;
import static vos.tck.minftp.MiniFtpZoo.input;
import static vos.tck.minftp.MiniFtpZoo.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that lose or change contents, or show them too early. */
final class UploadMutants {

    static final List<Mutant> ALL = List.of(
            session("an upload is written under its name from the beginning",
                "Others see half a file, and a client that goes leaves it behind. Write beside it, and"
                + " rename it when it is complete.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void receive(String name, Content content) throws IOException {
                        Path place;
                        try {
                            place = files.target(files.place(name));
                        } catch (Refused refusal) {
                            skip(content);
                            throw refusal;
                        }
                        try (OutputStream sink = Files.newOutputStream(place)) {
                            content.copyTo(sink);
                        }
                    }
                }),
            input("the end of the stream is taken for the end of a content",
                "A stream also ends when the client was cut off. A content is complete when its token has"
                + " come.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    void content(OutputStream sink) throws IOException {
                        try {
                            super.content(sink);
                        } catch (EOFException end) {
                            sink.flush();
                        }
                    }
                }),
            files("an unfinished upload has a name that clients can use",
                "A name such as file.part may be the name of a real file. Names that begin with .vos- are"
                + " kept for this.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    public Path draft(Path place) {
                        return place.resolveSibling(place.getFileName() + ".part");
                    }
                }),
            files("all uploads to a name are kept in one place",
                "Two clients that upload to one name write into one file at once. Each upload needs a file"
                + " of its own.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    public Path draft(Path place) {
                        return place.resolveSibling(".vos-" + place.getFileName());
                    }
                }),
            session("the old file is removed when the upload begins",
                "The upload may never come to its end. The old file goes when the new one takes its place,"
                + " in one step.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void receive(String name, Content content) throws IOException {
                        try {
                            Files.delete(files.file(name));
                        } catch (Refused nothingThere) {
                            // There is no old file.
                        }
                        super.receive(name, content);
                    }
                }),
            session("the new content is copied into the old file",
                "Whoever reads the old file gets half of either. Rename the new file to the name, so that"
                + " the old one lives on.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void publish(Path draft, Path place) throws IOException {
                        try (OutputStream sink = Files.newOutputStream(place)) {
                            Files.copy(draft, sink);
                        }
                    }
                }),
            session("an upload is acknowledged before it is stored",
                "A status says what has been done. If the process ends now, the file is lost that it has"
                + " promised.",
                (socket, files) -> new Pending(socket, files) {
                    @Override
                    protected void publish(Path draft, Path place) throws IOException {
                        Path late = place.resolveSibling(".vos-late" + UUID.randomUUID());
                        super.publish(draft, late);
                        pending = late;
                        pendingPlace = place;
                    }

                    @Override
                    protected boolean answer(byte[] message) throws IOException {
                        if (pending != null) {
                            super.publish(pending, pendingPlace);
                            pending = null;
                        }
                        return super.answer(message);
                    }
                }),
            session("an upload does not replace a file",
                "ul replaces a file of that name; there is no other way to change one.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void publish(Path draft, Path place) throws IOException {
                        if (Files.exists(place)) {
                            throw new Refused("already-exists", "the name is taken");
                        }
                        super.publish(draft, place);
                    }
                }),
            session("an empty content is not stored",
                "No bytes are a content too: a file can be empty.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void publish(Path draft, Path place) throws IOException {
                        if (Files.size(draft) > 0) {
                            super.publish(draft, place);
                        }
                    }
                }),
            session("an upload is treated as text",
                "A content is bytes: decoded and encoded again, those that are no text are lost, and line"
                + " ends may change.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void receive(String name, Content content) throws IOException {
                        super.receive(name, sink -> {
                            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                            content.copyTo(bytes);
                            sink.write(asText(bytes.toByteArray()));
                        });
                    }
                }),
            session("a download is treated as text",
                "A file that is opened as text is changed while it is read. Open it as bytes.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected InputStream stream(FileChannel content) throws IOException {
                        return new ByteArrayInputStream(asText(super.stream(content).readAllBytes()));
                    }
                }),
            input("a content has at most a mebibyte",
                "The content is collected in memory, in a buffer that is large enough for what its author"
                + " tried. Write it as it comes.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    void content(OutputStream sink) throws IOException {
                        copyToToken(sink, 1024 * 1024);
                    }
                }),
            new Mutant("a lock is held while a content is read",
                "One client that stalls stops all others that need the lock. Take it when the content is"
                + " there.",
                root -> new MiniFtpZooServer(root) {
                    private final Map<List<String>, Semaphore> locks = new ConcurrentHashMap<>();

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory())) {
                            @Override
                            protected void receive(String name, Content content) throws IOException {
                                Semaphore lock = locks.computeIfAbsent(files.here(), directory -> new Semaphore(1));
                                lock.acquireUninterruptibly();
                                try {
                                    super.receive(name, content);
                                } finally {
                                    lock.release();
                                }
                            }
                        };
                    }
                }));

    private UploadMutants() {
    }

    /** Has a file that is not yet where it belongs. */
    private static class Pending extends MiniFtpZooSession {

        protected Path pending;
        protected Path pendingPlace;

        Pending(Socket socket, MiniFtpZooFiles files) {
            super(socket, files);
        }
    }

    /** What becomes of bytes that are read as lines of text, and written again. */
    private static byte[] asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
