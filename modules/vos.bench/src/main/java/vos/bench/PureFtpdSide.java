package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * pure-ftpd, a process a connection. It becomes a user of its own, and so must be started by root.
 *
 * @param programs where it may be
 */
record PureFtpdSide(Programs programs) implements Side {
    private static final String NAME = "pure-ftpd";
    private static final String USER = "bench";
    private static final String PASSWORD = "x";
    /** Of that password, by the cheapest function that the server takes: not hashes are to be measured here. */
    private static final String HASH = "$1$vosbench$7dT1ATBOx8a/4v0P7xY5r0";
    /** The system's "nobody"; it refuses root. */
    private static final int UID = 65_534;
    private static final String MANY = "100000";
    private static final String MINUTES = "1440";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.PEER;
    }

    @Override
    public Optional<String> missing() {
        if (program().isEmpty()) {
            return Optional.of("Debian, Ubuntu: apt install pure-ftpd; where it conflicts with vsftpd, unpack the"
                    + " package with dpkg-deb -x and tell --peer pure-ftpd=PROGRAM");
        }
        if (accounts().isEmpty()) {
            return Optional.of("there is no pure-pw beside it, which makes its account; it is in the same package");
        }
        return Programs.root()
                ? Optional.empty()
                : Optional.of("it runs only when root starts it: sudo scripts/bench");
    }

    private Optional<Path> program() {
        return programs.find(NAME, NAME);
    }

    /** The tool that makes accounts: beside the server, or in the bin beside its sbin, or on the path. */
    private Optional<Path> accounts() {
        return program().map(Path::toAbsolutePath).map(Path::getParent)
                .map(folder -> folder.resolveSibling("bin/pure-pw")).filter(Files::isExecutable)
                .or(() -> programs.find("pure-pw"));
    }

    @Override
    public boolean does(Work work) {
        return Ftp.does(work);
    }

    @Override
    public Launch launch(Stage stage) throws IOException, BenchException {
        Path source = stage.scratch().resolve("passwd");
        Path database = stage.scratch().resolve("passwd.pdb");
        Files.writeString(source, "%s:%s:%d:%d::%s/./::::::::::::%n".formatted(USER, HASH, UID, UID, stage.root()));
        Tool.run(List.of(accounts().orElseThrow().toString(), "mkdb", database.toString(), "-f", source.toString()),
                stage.scratch());
        return Launch.onPort(stage, List.of(program().orElseThrow().toString(), "-S", "127.0.0.1," + stage.port(),
                "-E", "-H", "-l", "puredb:" + database, "-u", "1", "-c", MANY, "-C", MANY, "-I", MINUTES,
                "-g", stage.scratch().resolve("pid").toString()));
    }

    @Override
    public String protocol() {
        return Ftp.PROTOCOL;
    }

    @Override
    public List<String> keys() {
        return List.of("user=" + USER, "password=" + PASSWORD);
    }
}
