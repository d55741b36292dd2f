package vos.tck.minftp;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import vos.tck.Suite;
import vos.tck.Zoo;
import vos.tck.ZooClient;
import vos.tck.ZooServer;

/** The sound mini-FTP server, and those of the classes that are named after what their servers do not understand. */
final class MiniFtpZoo implements Zoo {

    /** Makes the conversation on a connection. */
    interface SessionMaker {
        MiniFtpZooSession make(Socket socket, MiniFtpZooFiles files) throws IOException;
    }

    @Override
    public Suite suite() {
        return new MiniFtpSuite();
    }

    @Override
    public ZooServer sound(Path root) throws IOException {
        return new MiniFtpZooServer(root);
    }

    @Override
    public List<Mutant> mutants() {
        return Stream.of(ConnectionMutants.ALL, FramingMutants.ALL, CommandMutants.ALL, FileMutants.ALL,
                UploadMutants.ALL, StrictMutants.ALL).flatMap(List::stream).toList();
    }

    /** A server that is sound but for what it says. */
    static Mutant session(String name, String explanation, SessionMaker maker) {
        return new Mutant(name, explanation, root -> new MiniFtpZooServer(root) {
            @Override
            protected MiniFtpZooSession session(Socket socket) throws IOException {
                return maker.make(socket, new MiniFtpZooFiles(directory()));
            }
        });
    }

    /** A server that is sound but for how it reads, on a connection that has some token. */
    static Mutant input(String name, String explanation, BiFunction<Socket, byte[], MiniFtpZooInput> maker) {
        return session(name, explanation, (socket, files) -> new MiniFtpZooSession(socket, files) {
            @Override
            protected MiniFtpZooInput input() {
                return maker.apply(socket, token);
            }
        });
    }

    /** A server that is sound but for how it keeps files. */
    static Mutant files(String name, String explanation, Function<Path, MiniFtpZooFiles> maker) {
        return session(name, explanation,
                (socket, files) -> new MiniFtpZooSession(socket, maker.apply(files.root())));
    }

    @Override
    public ZooClient soundClient() {
        return MiniFtpZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return MiniFtpZooClients.ALL;
    }
}
