package vos.tck.virtuos;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vos.tck.Suite;
import vos.tck.Zoo;
import vos.tck.ZooClient;
import vos.tck.ZooServer;
import vos.tck.ZooWire;

/** A sound VirtuOS server, and those that are not. */
final class VirtuosZoo implements Zoo {

    /** Makes the published form of one connection. */
    interface SessionMaker {
        VirtuosZooSession make(VirtuosZooFiles files, Socket socket) throws IOException;
    }

    /** Makes the strict form of one connection. */
    interface StrictMaker {
        VirtuosZooStrict make(VirtuosZooFiles files, Socket socket, ZooWire in);
    }

    @Override
    public Suite suite() {
        return new VirtuosSuite();
    }

    @Override
    public ZooServer sound(Path root) throws IOException {
        return new VirtuosZooServer(root);
    }

    @Override
    public List<Mutant> mutants() {
        return Stream.of(CommandMutants.ALL, AnswerMutants.ALL, TransferMutants.ALL, NameMutants.ALL,
                FileMutants.ALL, CrowdMutants.ALL, HelloMutants.ALL, StrictMutants.ALL).flatMap(List::stream)
                .toList();
    }

    /** A server whose conversations are not as they must be. */
    static Mutant session(String name, String explanation, SessionMaker maker) {
        return new Mutant(name, explanation, root -> new VirtuosZooServer(root) {
            @Override
            VirtuosZooSession session(Socket socket) throws IOException {
                return maker.make(files(), socket);
            }
        });
    }

    /** A server whose workspace is not. */
    static Mutant files(String name, String explanation, Function<Path, VirtuosZooFiles> maker) {
        return new Mutant(name, explanation, root -> new VirtuosZooServer(root) {
            @Override
            VirtuosZooFiles files() {
                return maker.apply(root);
            }
        });
    }

    /** A server whose strict form is not. */
    static Mutant strict(String name, String explanation, StrictMaker maker) {
        return session(name, explanation, (files, socket) -> new VirtuosZooSession(files, socket) {
            @Override
            VirtuosZooStrict strict() {
                return maker.make(files, socket, in);
            }
        });
    }

    @Override
    public ZooClient soundClient() {
        return VirtuosZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return VirtuosZooClients.ALL;
    }
}
