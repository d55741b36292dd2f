package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * OpenSSH's sftp, through an sshd of its own on loopback. Everything it moves is encrypted.
 *
 * @param programs where it may be
 */
record SftpSide(Programs programs) implements Side {
    private static final String NAME = "sftp";
    private static final int FEW = 500;
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

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
        if (server().isEmpty() || programs.find("sftp").isEmpty() || programs.find("ssh-keygen").isEmpty()) {
            return Optional.of("Debian, Ubuntu: apt install openssh-server openssh-client");
        }
        return Programs.root() && !Files.isDirectory(PRIVILEGE_SEPARATION)
                ? Optional.of("sshd wants a directory when root starts it: mkdir " + PRIVILEGE_SEPARATION)
                : Optional.empty();
    }

    private Optional<Path> server() {
        return programs.find(NAME, "sshd");
    }

    /** Its client moves files; there is none that only asks. */
    @Override
    public boolean does(Work work) {
        return !work.tls() && (work.task() instanceof Task.Bulk || work.task() instanceof Task.SmallFiles);
    }

    @Override
    public Launch launch(Stage stage) throws IOException, BenchException {
        Path configuration = Files.writeString(stage.scratch().resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PidFile none
                PermitRootLogin prohibit-password
                Subsystem sftp internal-sftp
                """.formatted(stage.port(), key(stage, "host"), key(stage, "user") + ".pub"));
        // It starts itself anew for every connection, and asks for its absolute path for that.
        return Launch.onPort(stage, List.of(server().orElseThrow().toAbsolutePath().toString(), "-D", "-e",
                "-f", configuration.toString()));
    }

    private Path key(Stage stage, String name) throws BenchException {
        Path key = stage.scratch().resolve(name);
        if (Files.notExists(key)) {
            Tool.run(List.of(programs.find("ssh-keygen").orElseThrow().toString(), "-q", "-t", "ed25519", "-N", "",
                    "-f", key.toString()), stage.scratch());
        }
        return key;
    }

    /** It takes its time for each file. */
    @Override
    public Task suited(Task task) {
        return task instanceof Task.SmallFiles files ? files.atMost(FEW) : task;
    }

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Load load(Path vosLoad) {
        return new SftpLoad(programs.find("sftp").orElseThrow());
    }
}
