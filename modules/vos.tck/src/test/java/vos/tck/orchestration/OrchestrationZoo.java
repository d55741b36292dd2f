package vos.tck.orchestration;

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

/** The servers of orchestration by which its tests are tried. */
final class OrchestrationZoo implements Zoo {

    @Override
    public Suite suite() {
        return new OrchestrationSuite();
    }

    @Override
    public ZooServer sound(Path root) throws IOException {
        return new OrchestrationZooServer(root);
    }

    @Override
    public List<Mutant> mutants() {
        return Stream.of(CrowdMutants.ALL, LoginMutants.ALL, WordMutants.ALL, UploadMutants.ALL,
                DownloadMutants.ALL, FileMutants.ALL, StrictMutants.ALL, StrictAnswerMutants.ALL)
                .flatMap(List::stream).toList();
    }

    /** Makes the files of one user. */
    interface FilesMaker {
        OrchestrationZooFiles make(Path directory) throws IOException;
    }

    /** A server that is sound but for how it reads and writes. */
    static Mutant wire(String name, String explanation, Function<Socket, OrchestrationZooWire> maker) {
        return new Mutant(name, explanation, root -> new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooWire wire(Socket socket) {
                return maker.apply(socket);
            }
        });
    }

    /** A server that is sound but for how it keeps files. */
    static Mutant files(String name, String explanation, FilesMaker maker) {
        return new Mutant(name, explanation, root -> new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooFiles files(String user) throws IOException {
                return maker.make(directory().resolve(user));
            }
        });
    }

    /** A server that is sound but for its strict form. */
    static Mutant strict(String name, String explanation,
            BiFunction<OrchestrationZooWire, OrchestrationZooFiles, OrchestrationZooStrict> maker) {
        return new Mutant(name, explanation, root -> new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooStrict strict(OrchestrationZooWire wire, OrchestrationZooFiles files) {
                return maker.apply(wire, files);
            }
        });
    }

    @Override
    public ZooClient soundClient() {
        return OrchestrationZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return OrchestrationZooClients.ALL;
    }
}
