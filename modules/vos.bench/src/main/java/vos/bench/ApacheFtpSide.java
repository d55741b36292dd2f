package vos.bench;

import java.util.List;
import java.util.Optional;

/**
 * Apache FtpServer, selectors and a pool of threads on the JVM. Maven brings it; the benchmark's tests have a main
 * class for it.
 *
 * @param java what it runs on
 */
record ApacheFtpSide(Jvm java) implements Side {
    static final String MAIN = "vos.bench.ApacheFtpServer";
    private static final int FEW = 10;

    @Override
    public String name() {
        return "apache";
    }

    @Override
    public Role role() {
        return Role.PEER;
    }

    @Override
    public Optional<String> missing() {
        return java.classPath().contains("ftpserver-core")
                ? Optional.empty()
                : Optional.of("Maven brings it: mvn -pl modules/vos.bench -am process-test-classes");
    }

    @Override
    public boolean does(Work work) {
        return Ftp.does(work);
    }

    @Override
    public Launch launch(Stage stage) {
        return Launch.onPort(stage, List.of(java.program().toString(), "-cp", java.classPath(), MAIN,
                stage.root().toString(), String.valueOf(stage.port())));
    }

    /** Each file takes it about 40 ms, the time by which Linux delays an acknowledgement. */
    @Override
    public Task suited(Task task) {
        return task instanceof Task.SmallFiles files ? files.atMost(FEW) : task;
    }

    @Override
    public int warmUps() {
        return Jvm.WARM_UPS;
    }

    @Override
    public String protocol() {
        return Ftp.PROTOCOL;
    }
}
