package vos.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit speaks English wherever it runs. The language is that of the whole JVM: nothing else may run meanwhile. */
@Isolated
class LanguagesTest {

    @TempDir
    private Path root;

    @TempDir
    private Path reports;

    /** In Arabic digits nobody finds the line, and with a comma no program reads the seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG"})
    void numbersAreTheSameInEveryLanguage(String language) throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try (GreeterServer server = new GreeterServer(root, GreeterServer.Manner.SILENT)) {
            String out = ToolOutcome.tck("greeter", "--target", "127.0.0.1:" + server.address().getPort(), "--seed",
                    "7", "--report", reports.toString(), "--timeout-factor", "0.05").endsWith(1).out();
            assertTrue(out.matches("(?s).*robust, seed 7\\R.*specs/mini-ftp.md:[0-9]+, section.*"
                    + "came within 0\\.3 s.*0 of 3 requirements kept; .*; seed 7; [0-9]+\\.[0-9] s.*"), out);
        } finally {
            Locale.setDefault(usual);
        }
    }
}
