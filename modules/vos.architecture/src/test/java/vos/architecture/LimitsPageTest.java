package vos.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vos.server.Limit;

/** The table of {@code docs/limits.md} is the catalogue. {@code -Dvos.docs=write} writes it anew. */
class LimitsPageTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/limits.md");
    private static final String BEGIN = "<!-- limits -->\n";
    private static final String HEAD = "| name | what it limits | default | bounds |\n|---|---|---|---|\n";
    private static final String END = "<!-- end -->\n";

    private static String table() {
        return Arrays.stream(Limit.values())
                .map(limit -> "| `%s` | %s | %s | %s |%n".formatted(limit.word(), limit.sentence(),
                        limit.show(limit.usual()), limit.bounds()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    @Test
    void theTableIsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if ("write".equals(System.getProperty("vos.docs"))) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        } else {
            assertEquals(table(), page.substring(begin, end), "-Dvos.docs=write writes the table of " + PAGE);
        }
    }
}
