package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.strict;
import static vos.tck.orchestration.OrchestrationZoo.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.Mutant;

/** Servers that do not find the ends of hellos, lines and files in the strict form. */
final class StrictMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("there is no strict form",
                "A hello is answered with vos/1 and the commands on offer.", root -> new OrchestrationZooServer(root) {
                    @Override
                    void hello(OrchestrationZooWire wire, OrchestrationZooFiles files, String come) throws IOException {
                        wire.say(OrchestrationWords.INVALID);
                        talk(wire, files);
                    }
                }),
            new Mutant("only one version is greeted",
                "A hello for a later version is answered with the latest that is known.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void hello(OrchestrationZooWire wire, OrchestrationZooFiles files, String come) throws IOException {
                        if (come.startsWith("hello vos/1\n")) {
                            super.hello(wire, files, come);
                        } else {
                            wire.say(OrchestrationWords.INVALID);
                            talk(wire, files);
                        }
                    }
                }),
            strict("what comes behind the hello is lost",
                "The hello ends at its line end. What the same read gave behind it is the next command.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void push(byte[] bytes) {
                        // It is gone.
                    }
                }),
            strict("there are prompts in the strict form",
                "Behind a hello there are no more prompts.", (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void done() throws IOException {
                        super.done();
                        wire().say(OrchestrationWords.PROMPT);
                    }
                }),
            strict("one read is one line",
                "A line ends at its LF, however the network has cut or joined it.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    byte[] line() throws IOException {
                        byte[] segment = wire().segment(come -> false);
                        int end = OrchestrationZooWire.latin(segment).indexOf('\n');
                        push(Arrays.copyOfRange(segment, end + 1, segment.length));
                        return segment.length == 0 ? null : Arrays.copyOf(segment, Math.max(0, end));
                    }
                }),
            strict("the strict form waits for a clock",
                "In the strict form every message tells where it ends, and nobody has to pause.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    void answer(byte[] content) throws IOException {
                        wire().pause();
                        super.answer(content);
                    }
                }),
            strict("CR belongs to the line",
                "A CR before the line end is no part of the line.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    byte[] withoutCr(byte[] bytes) {
                        return bytes;
                    }
                }),
            strict("an upload without a size is just refused",
                "Without a size nobody knows where the next command begins: the connection has to end.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean broken() throws IOException {
                        super.broken();
                        return true;
                    }
                }),
            strict("the bytes of a refused upload are commands",
                "What is refused is read all the same, and thrown away.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean store(int size, String name) throws IOException {
                        files().upload(name).drop();
                        return super.store(size, name);
                    }
                }),
            strict("a line may be of any length",
                "A line of more than 8,192 bytes breaks the framing.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    int limit() {
                        return 1 << 20;
                    }
                }),
            wire("a connection is closed with what is unread",
                "Closing with unread bytes resets the connection, and takes the last words from the client.",
                ClosesAtOnce::new),
            strict("the end of the stream ends the file",
                "The size tells where a file ends; a connection that ends before has broken it off.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean isWhole(byte[] content, int size) {
                        return true;
                    }
                }),
            strict("a line that is cut is a command",
                "A line without its end has not come.", (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    byte[] cut(byte[] bytes) {
                        return bytes.length == 0 ? null : bytes;
                    }
                }),
            strict("an empty line is a command",
                "An empty line is no command, and is not answered.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean empty() throws IOException {
                        refuse("unsupported", "");
                        return true;
                    }
                }),
            strict("a name ends at a space",
                "A name is all that follows the command and one space.",
                (wire, files) -> new OrchestrationZooStrict(wire, files) {
                    @Override
                    boolean store(int size, String name) throws IOException {
                        return super.store(size, name.split(" ")[0]);
                    }
                }));

    private StrictMutants() {
    }

    private static final class ClosesAtOnce extends OrchestrationZooWire {

        private final Socket socket;

        ClosesAtOnce(Socket socket) {
            super(socket);
            this.socket = socket;
        }

        /** Java ends the output before it closes; here the system does what it does for most languages. */
        @Override
        void leave() throws IOException {
            if (unread().length > 0 || socket.getInputStream().available() > 0) {
                socket.setSoLinger(true, 0);
            }
        }
    }
}
