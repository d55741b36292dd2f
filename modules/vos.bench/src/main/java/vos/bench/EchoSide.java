package vos.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a JVM can do with commands: {@link BareEcho}, in a process of its own.
 *
 * @param java the home of the JDK, and the module path of the benchmark
 */
record EchoSide(Jvm java) implements Side {
    @Override
    public String name() {
        return "bare-echo";
    }

    @Override
    public Role role() {
        return Role.BARE;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public boolean does(Work work) {
        return !work.tls() && switch (work.task()) {
            case Task.Commands commands -> commands.entries() == 0;
            case Task.Connects connects -> !connects.login();
            case Task.Idle _, Task.Startup _ -> true;
            case Task.Bulk _, Task.SmallFiles _ -> false;
        };
    }

    @Override
    public Launch launch(Stage stage) {
        return Launch.onAnyPort(stage, List.of(java.program().toString(),
                "-p", java.modulePath(), "-m", "vos.bench/" + BareEcho.class.getName()));
    }

    @Override
    public int warmUps() {
        return Jvm.WARM_UPS;
    }

    @Override
    public String protocol() {
        return "raw";
    }
}
