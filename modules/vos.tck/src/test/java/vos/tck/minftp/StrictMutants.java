package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that get the strict form wrong. */
final class StrictMutants {

    static final List<Mutant> ALL = List.of(
            session("hello is an unknown command",
                "The server speaks the published form only.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void hello(String version) throws IOException {
                        unknown("hello");
                    }
                }),
            session("hello is answered without the commands",
                "A client learns from the answer what the server offers.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void hello(String version) throws IOException {
                        strict = true;
                        send("vos/1");
                    }
                }),
            session("the version of the hello is repeated",
                "A server tells the version that it speaks, and the client keeps to that or leaves.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void hello(String version) throws IOException {
                        strict = true;
                        send(version + " cd mkdir rm ul dl info mv exit");
                    }
                }),
            new Mutant("the strict form is switched on for all connections",
                "Which form is spoken is a variable of the connection: another client has never said hello.",
                root -> new MiniFtpZooServer(root) {
                    private final AtomicBoolean all = new AtomicBoolean();

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory())) {
                            @Override
                            protected Optional<byte[]> next() throws IOException {
                                Optional<byte[]> message = super.next();
                                strict = all.get();
                                return message;
                            }

                            @Override
                            protected void hello(String version) throws IOException {
                                super.hello(version);
                                all.set(true);
                            }
                        };
                    }
                }),
            session("the server pauses in the strict form",
                "Where sizes are told and the token is always looked for, nothing depends on pauses, and"
                + " they only cost time.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void pauseUnlessStrict() throws IOException {
                        pause();
                    }
                }),
            session("a name ends at a space in the strict form",
                "Arguments stand between line feeds, and a name is all that stands between: it may hold"
                + " spaces.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String[] arguments(String command) {
                        String[] arguments = super.arguments(command);
                        if (strict && !word(command).equals("hello")) {
                            arguments[0] = arguments[0].split(" ", -1)[0];
                        }
                        return arguments;
                    }
                }),
            session("a content whose size was told is searched for the token",
                "The content is as many bytes as were told, whatever they are. The token comes behind them.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void sized(long size, OutputStream sink) throws IOException {
                        in.content(sink);
                    }
                }),
            session("what stands behind a content is not looked at",
                "When no token stands there, sender and receiver do not agree on where the content ends:"
                + " nothing may be stored.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void sized(long size, OutputStream sink) throws IOException {
                        in.exactly(size, sink);
                        in.exactly(token.length, OutputStream.nullOutputStream());
                    }
                }),
            session("a content that ends too early is stored",
                "Fewer bytes than were told are no content: the sender has not finished.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void sized(long size, OutputStream sink) throws IOException {
                        try {
                            super.sized(size, sink);
                        } catch (EOFException end) {
                            sink.flush();
                        }
                    }
                }),
            session("a size that is missing is zero",
                "Without a size nobody knows where the content ends. It breaks the framing, and the"
                + " conversation is over.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected long size(String[] arguments) throws IOException {
                        return arguments.length < 2 ? 0 : super.size(arguments);
                    }
                }),
            session("a download does not tell its size",
                "In the strict form the size comes first, as a message of its own.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void announce(long size) {
                        // Here the sound server sends the size.
                    }
                }),
            session("a failed download is answered by three messages",
                "In place of the size comes an empty message, and then the status: there is no content.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected boolean refuse(String word, Refused refusal) throws IOException {
                        if (strict && word.equals("dl")) {
                            result("");
                        }
                        return super.refuse(word, refusal);
                    }
                }),
            session("commands that came together are not all answered",
                "A client may send commands before the answers to earlier ones have come. What was read too"
                + " much is the next command.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected Optional<byte[]> next() throws IOException {
                        Optional<byte[]> message = super.next();
                        if (strict && message.isPresent() && !text(message.get()).startsWith("ul ")) {
                            in.forget();
                        }
                        return message;
                    }
                }));

    private StrictMutants() {
    }
}
