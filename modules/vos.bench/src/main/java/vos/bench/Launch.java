package vos.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a server is started.
 *
 * @param command the program and its arguments
 * @param directory the one it is started in
 * @param port that it was told; none when it chooses one, and prints "listening PORT" as its first line
 */
record Launch(List<String> command, Path directory, OptionalInt port) {

    /** A server that was told its port. */
    static Launch onPort(Stage stage, List<String> command) {
        return new Launch(command, stage.scratch(), OptionalInt.of(stage.port()));
    }

    /** One that tells its port. */
    static Launch onAnyPort(Stage stage, List<String> command) {
        return new Launch(command, stage.scratch(), OptionalInt.empty());
    }
}
