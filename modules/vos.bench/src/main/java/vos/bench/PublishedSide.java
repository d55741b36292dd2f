package vos.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The published mini-FTP server, whose author made a class Server(host, port) with a method start. It waits for a
 * second behind every command, so it is asked for little.
 *
 * @param programs where Python is
 * @param file the server
 */
record PublishedSide(Programs programs, Optional<Path> file) implements Side {
    private static final String MAIN =
            "import runpy, sys; runpy.run_path(sys.argv[1])['Server']('127.0.0.1', int(sys.argv[2])).start()";
    private static final int FEW = 3;
    private static final int LONG_MILLIS = 3_000;

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Role role() {
        return Role.PEER;
    }

    @Override
    public Optional<String> missing() {
        if (file.isEmpty()) {
            return Optional.of("tell where the published server is: --published FILE.py");
        }
        if (!Files.isRegularFile(file.get())) {
            return Optional.of("there is no file " + file.get());
        }
        return programs.find("python3").isPresent() ? Optional.empty() : Optional.of("it needs python3");
    }

    @Override
    public boolean does(Work work) {
        return !work.tls() && work.step().isEmpty() && work.place() == Work.Place.MEMORY && switch (work.task()) {
            case Task.Bulk _, Task.SmallFiles _, Task.Commands _ -> true;
            case Task.Connects connects -> !connects.login();
            case Task.Idle _, Task.Startup _ -> false;
        };
    }

    /** It serves the directory it is started in. */
    @Override
    public Launch launch(Stage stage) {
        Launch launch = Launch.onPort(stage, List.of(programs.find("python3").orElseThrow().toString(), "-c", MAIN,
                file.orElseThrow().toAbsolutePath().toString(), String.valueOf(stage.port())));
        return new Launch(launch.command(), stage.root(), launch.port());
    }

    @Override
    public String protocol() {
        return "mini-ftp-published";
    }

    @Override
    public Task suited(Task task) {
        return switch (task) {
            case Task.SmallFiles files -> files.atMost(FEW);
            case Task.Commands commands -> new Task.Commands(commands.connections(), LONG_MILLIS, commands.entries());
            case Task.Connects connects -> new Task.Connects(connects.concurrency(), LONG_MILLIS, connects.login());
            case Task.Bulk _, Task.Idle _, Task.Startup _ -> task;
        };
    }
}
