package vos.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Why a program failed, as far as its last line tells. */
final class Logs {
    private static final int LONGEST = 300;

    private Logs() {
    }

    /** The last line that says something; nothing when there is none, or no such file. */
    static Optional<String> last(Path log) {
        try {
            // Whatever the charset of a foreign program is, Latin-1 has a character for each byte.
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.reversed().stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
                    .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...");
        } catch (IOException e) {
            System.getLogger(Logs.class.getName()).log(System.Logger.Level.DEBUG, "no log", e);
            return Optional.empty();
        }
    }
}
