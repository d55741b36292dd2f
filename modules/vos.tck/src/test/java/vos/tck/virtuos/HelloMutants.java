package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static vos.tck.virtuos.VirtuosZoo.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Zoo.Mutant;

/** Servers with which one cannot agree on the strict form, or not in every way. */
final class HelloMutants {

    private static final List<Mutant> UNKNOWN = List.of(
            session("hello is unknown", "The server speaks the published form only.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean isHello(byte[] segment) {
                        return false;
                    }
                }),
            session("a later version is unknown", "A hello for a later version is answered with the one that the server"
                + " knows.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean isHello(byte[] segment) {
                        return new String(segment, ISO_8859_1).startsWith("hello vos/1");
                    }
                }),
            session("a size is understood without a hello", "A server that has heard no hello keeps to the published"
                + " form, where a name follows upload.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void upload(String... words) throws IOException {
                        if (words.length > 2 && words[1].matches("[0-9]+")) {
                            readFile(OutputStream.nullOutputStream());
                            Files.createFile(files.disk(files.resolve(current(), words[2])));
                            say("Uploaded '" + words[2] + "' successfully.");
                        } else {
                            super.upload(words);
                        }
                    }
                }),
            session("hello is answered and forgotten", "From the answer on both sides keep to the strict form.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    VirtuosZooStrict strict() throws IOException {
                        return new VirtuosZooStrict(files, socket, in) {
                            @Override
                            void content(String text) throws IOException {
                                send(text + "\n");
                            }
                        };
                    }
                }));

    private static final List<Mutant> CUT = List.of(
            session("a hello that was cut is not understood", "The server compares what one read gave. It waits a"
                + " moment when that may be the beginning of a hello.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean mayBecomeHello(byte[] segment) {
                        return false;
                    }
                }),
            session("the server waits for ever for the rest of a hello", "What may be the beginning of a hello may be a"
                + " command as well: when nothing more comes, it is one.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    byte[] rest() throws IOException {
                        return in.some(LONGEST);
                    }
                }),
            session("what came with the hello is thrown away", "A read gives more than the hello, and the rest is in"
                + " the strict form.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean hello(byte[] segment) throws IOException {
                        return super.hello("hello vos/1".getBytes(ISO_8859_1));
                    }
                }));

    static final List<Mutant> ALL = Stream.of(UNKNOWN, CUT).flatMap(List::stream).toList();

    private HelloMutants() {
    }
}
