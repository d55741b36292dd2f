package vos.tck.filesharing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Suite;
import vos.tck.Zoo;
import vos.tck.ZooClient;
import vos.tck.ZooServer;

/** The servers of file-sharing: a sound one, and those that are broken. */
final class FileSharingZoo implements Zoo {

    @Override
    public Suite suite() {
        return new FileSharingSuite();
    }

    @Override
    public ZooServer sound(Path root) throws IOException {
        return new FileSharingZooServer(root);
    }

    @Override
    public List<Mutant> mutants() {
        return Stream.of(ConnectionMutants.all(), RequestMutants.all(), FileMutants.all(), StrictMutants.all())
                .flatMap(List::stream).toList();
    }

    @Override
    public ZooClient soundClient() {
        return FileSharingZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return FileSharingZooClients.broken();
    }
}
