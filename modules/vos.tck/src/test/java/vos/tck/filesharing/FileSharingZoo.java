package vos.tck.filesharing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
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
        return Stream.of(ConnectionMutants.ALL, RequestMutants.ALL, FileMutants.ALL, StrictMutants.ALL)
                .flatMap(List::stream).toList();
    }

    /** A server that is sound but for how it keeps files. */
    static Mutant files(String name, String explanation, Function<Path, FileSharingZooFiles> maker) {
        return new Mutant(name, explanation, root -> new FileSharingZooServer(root) {
            @Override
            protected FileSharingZooFiles files() {
                return maker.apply(directory());
            }
        });
    }

    @Override
    public ZooClient soundClient() {
        return FileSharingZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return FileSharingZooClients.ALL;
    }
}
