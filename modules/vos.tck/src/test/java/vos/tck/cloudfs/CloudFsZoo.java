package vos.tck.cloudfs;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vos.tck.Suite;
import vos.tck.Zoo;
import vos.tck.ZooClient;
import vos.tck.ZooServer;

/** A sound cloud-fs server, and what people get wrong. */
final class CloudFsZoo implements Zoo {

    /** Makes what a connection reads and writes. */
    interface FramesMaker {
        CloudFsZooFrames make(Socket socket) throws IOException;
    }

    @Override
    public Suite suite() {
        return new CloudFsSuite();
    }

    @Override
    public ZooServer sound(Path root) throws IOException {
        return new CloudFsZooServer(root);
    }

    @Override
    public List<Mutant> mutants() {
        return Stream.of(CrowdMutants.ALL, FramingMutants.ALL, RequestMutants.ALL, ShellMutants.ALL, FileMutants.ALL,
                NameMutants.ALL, StrictMutants.ALL).flatMap(List::stream).toList();
    }

    /** A server that is sound but for how it reads and writes. */
    static Mutant frames(String name, String explanation, FramesMaker maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            @Override
            protected CloudFsZooFrames frames(Socket socket) throws IOException {
                return maker.make(socket);
            }
        });
    }

    /** A server that is sound but for its workspaces. */
    static Mutant files(String name, String explanation, Function<Path, CloudFsZooFiles> maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            @Override
            protected CloudFsZooFiles files() {
                return maker.apply(directory());
            }
        });
    }

    /** A server that is sound but for its shell. */
    static Mutant shell(String name, String explanation, Function<CloudFsZooFiles, CloudFsZooShell> maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            @Override
            protected CloudFsZooShell shell(CloudFsZooFiles files) {
                return maker.apply(files);
            }
        });
    }

    /** A server that is sound but for its answers to command lines. */
    static Mutant answers(String name, String explanation, Supplier<CloudFsZooAnswers> maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            @Override
            protected CloudFsZooAnswers answers() {
                return maker.get();
            }
        });
    }

    /** A server that is sound but for what it does with requests. */
    static Mutant session(String name, String explanation, Function<CloudFsZooSession.Parts, CloudFsZooSession> maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            @Override
            protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
                return maker.apply(parts);
            }
        });
    }

    @Override
    public ZooClient soundClient() {
        return CloudFsZooClients.sound();
    }

    @Override
    public List<BrokenClient> brokenClients() {
        return CloudFsZooClients.ALL;
    }
}
