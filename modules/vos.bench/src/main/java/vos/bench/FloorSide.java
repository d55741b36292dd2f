package vos.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The raw floor: {@code vos-floor}, sendfile and a read loop in C, with hardly a protocol.
 *
 * @param program where it is
 */
record FloorSide(Path program) implements Side {
    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Role role() {
        return Role.FLOOR;
    }

    @Override
    public Optional<String> missing() {
        return Files.isExecutable(program)
                ? Optional.empty()
                : Optional.of("there is no " + program + "; scripts/bench compiles it");
    }

    @Override
    public boolean does(Work work) {
        return !(work.task() instanceof Task.Connects connects && connects.login());
    }

    @Override
    public Launch launch(Stage stage) {
        List<String> command = new ArrayList<>(List.of(program.toString(), stage.root().toString()));
        stage.certificate().ifPresent(with -> command.add("tls=" + with.certificate() + "," + with.key()));
        return Launch.onAnyPort(stage, command);
    }

    @Override
    public String protocol() {
        return "raw";
    }
}
