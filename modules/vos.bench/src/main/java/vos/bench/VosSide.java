package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our own server, as it is shipped, with limits that many clients on one address do not reach.
 *
 * @param java what it runs on
 * @param form which lab it serves, and in which of the two forms its client speaks
 */
record VosSide(Jvm java, Form form) implements Side {
    private static final String MANY = "100000";
    private static final int FEW = 3;
    private static final String USER = "bench";
    private static final String PASSWORD = "a-long-password";

    /** What it is shown as. */
    enum Form {
        STRICT("vos", "mini-ftp", "mini-ftp"),
        PUBLISHED("vos-published", "mini-ftp", "mini-ftp-published"),
        LOGIN("vos-login", "orchestration", "orchestration");

        private final String side;
        private final String lab;
        private final String protocol;

        Form(String side, String lab, String protocol) {
            this.side = side;
            this.lab = lab;
            this.protocol = protocol;
        }
    }

    @Override
    public String name() {
        return form.side;
    }

    @Override
    public Role role() {
        return Role.OURS;
    }

    @Override
    public Optional<String> missing() {
        return Files.isDirectory(java.lib())
                ? Optional.empty()
                : Optional.of("there is no " + java.lib() + "; scripts/vos --version builds it");
    }

    @Override
    public boolean does(Work work) {
        boolean login = work.task() instanceof Task.Connects connects && connects.login();
        return switch (form) {
            case STRICT -> !login;
            case PUBLISHED -> !login && !work.tls() && work.step().isEmpty()
                    && !(work.task() instanceof Task.Idle || work.task() instanceof Task.Startup);
            case LOGIN -> login;
        };
    }

    @Override
    public Launch launch(Stage stage) throws IOException, BenchException {
        List<String> command = new ArrayList<>(vos());
        if (stage.work().task() instanceof Task.Idle) {
            // What is promised of idle connections is promised of a small heap.
            command.add(1, "-Xmx256m");
        }
        command.addAll(List.of("serve", form.lab, "--port", String.valueOf(stage.port()),
                "--root", stage.root().toString(), "--quiet", "--grace", "1",
                "--max-connections", MANY, "--max-connections-per-address", MANY));
        stage.certificate().ifPresent(with -> command.addAll(List.of(
                "--tls-cert", with.certificate().toString(), "--tls-key", with.key().toString())));
        if (form == Form.LOGIN) {
            command.addAll(List.of("--accounts", account(stage.scratch()).toString()));
        }
        return Launch.onPort(stage, command);
    }

    /** As scripts/vos starts it, with what it has written down of the classes. */
    private List<String> vos() {
        return List.of(java.program().toString(), "--enable-native-access=org.jline.terminal.ffm,vos.fs",
                "-XX:AOTCache=" + java.lib().resolveSibling("classes.aot"), "-Xlog:aot*=off", "-Xlog:cds*=off",
                "-p", java.lib().toString(), "-m", "vos.cli/vos.cli.Vos");
    }

    private Path account(Path scratch) throws IOException, BenchException {
        Path accounts = scratch.resolve("accounts");
        if (Files.notExists(accounts)) {
            Path password = Files.writeString(scratch.resolve("password"), PASSWORD + "\n");
            List<String> command = new ArrayList<>(vos());
            command.addAll(List.of("users", "add", USER, "--accounts", accounts.toString(),
                    "--password-file", password.toString()));
            Tool.run(command, scratch);
        }
        return accounts;
    }

    /** The published form owes its peers a pause around each file. */
    @Override
    public Task suited(Task task) {
        return form == Form.PUBLISHED && task instanceof Task.SmallFiles files ? files.atMost(FEW) : task;
    }

    @Override
    public int warmUps() {
        return Jvm.WARM_UPS;
    }

    @Override
    public String protocol() {
        return form.protocol;
    }

    @Override
    public List<String> keys() {
        return form == Form.LOGIN ? List.of("user=" + USER, "password=" + PASSWORD) : List.of();
    }
}
