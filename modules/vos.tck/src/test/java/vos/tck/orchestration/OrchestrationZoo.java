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
        return Stream.of(CrowdMutants.all(), LoginMutants.all(), WordMutants.all(), UploadMutants.all(),
                DownloadMutants.all(), FileMutants.all(), StrictMutants.all(), StrictAnswerMutants.all())
                .flatMap(List::stream).toList();
    }

    /** A server that reads and writes in another way. */
    static OrchestrationZooServer withWire(Path root, Function<Socket, OrchestrationZooWire> wires) throws IOException {
        return new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooWire wire(Socket socket) {
                return wires.apply(socket);
            }
        };
    }

    /** Makes the files of one user. */
    interface FilesMaker {
        OrchestrationZooFiles make(Path directory) throws IOException;
    }

    /** A server that treats files in another way. */
    static OrchestrationZooServer withFiles(Path root, FilesMaker files) throws IOException {
        return new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooFiles files(String user) throws IOException {
                return files.make(directory().resolve(user));
            }
        };
    }

    /** Makes servers that speak the strict form in another way. */
    static Maker talking(BiFunction<OrchestrationZooWire, OrchestrationZooFiles, OrchestrationZooStrict> talks) {
        return root -> new OrchestrationZooServer(root) {
            @Override
            OrchestrationZooStrict strict(OrchestrationZooWire wire, OrchestrationZooFiles files) {
                return talks.apply(wire, files);
            }
        };
    }

    @Override
    public ZooClient soundClient() {
        return OrchestrationZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return OrchestrationZooClients.all();
    }
}
