package vos.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program as it is shipped. */
enum Form {
    IMAGE {
        @Override
        List<String> command() {
            return List.of(Path.of(System.getProperty("vos.image"), "bin", "vos").toString());
        }
    },
    JARS {
        @Override
        List<String> command() {
            return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=org.jline.terminal.ffm,vos.fs",
                    "-p", System.getProperty("vos.lib"), "-m", "vos.cli/vos.cli.Vos");
        }
    };

    /** What starts it; its arguments follow. */
    abstract List<String> command();

    /** The labs that have a folder. Failsafe runs in the module's. */
    static List<String> labs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../../labs"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }
}
