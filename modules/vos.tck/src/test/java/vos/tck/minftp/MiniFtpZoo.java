package vos.tck.minftp;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Suite;
import vos.tck.Zoo;
import vos.tck.ZooClient;
import vos.tck.ZooServer;

/** The sound mini-FTP server, and those of the classes that are named after what their servers do not understand. */
final class MiniFtpZoo implements Zoo {

    /** What a broken server says. */
    interface Saying {
        /** The conversation on a connection. */
        MiniFtpZooConversation on(Socket socket, MiniFtpZooFiles files) throws IOException;
    }

    /** What a broken server hears. */
    interface Hearing {
        /** The input of a connection whose token is this. */
        MiniFtpZooInput on(Socket socket, byte[] token);
    }

    /** How a broken server keeps files. */
    interface Keeping {
        /** The files in this directory, as one session sees them. */
        MiniFtpZooFiles in(Path root);
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

    static Mutant saying(String name, String explanation, Saying saying) {
        return new Mutant(name, explanation, root -> new MiniFtpZooServer(root) {
            @Override
            protected MiniFtpZooConversation conversation(Socket socket) throws IOException {
                return saying.on(socket, new MiniFtpZooFiles(directory()));
            }
        });
    }

    static Mutant hearing(String name, String explanation, Hearing hearing) {
        return saying(name, explanation, (socket, files) -> new MiniFtpZooConversation(socket, files) {
            @Override
            protected MiniFtpZooInput input() {
                return hearing.on(socket, token);
            }
        });
    }

    static Mutant keeping(String name, String explanation, Keeping keeping) {
        return new Mutant(name, explanation, root -> new MiniFtpZooServer(root) {
            @Override
            protected MiniFtpZooConversation conversation(Socket socket) throws IOException {
                return new MiniFtpZooConversation(socket, keeping.in(directory()));
            }
        });
    }

    @Override
    public ZooClient soundClient() {
        return MiniFtpZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return MiniFtpZooClients.all();
    }
}
