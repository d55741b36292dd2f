package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the published README promises to those who type. */
class FileSharingDialectTest {
    private final FileSharingDialect dialect = new FileSharingDialect();

    /** {@code [FSA-1.1]} */
    @Test
    void itIsServedOnThePortOfTheReadme() {
        assertEquals(2222, dialect.defaultPort());
    }

    @Test
    void itHasTheReadmesCommands() {
        for (String word : "upload download exit".split(" ")) {
            assertTrue(dialect.vocabulary().find(word).isPresent(), word);
        }
    }
}
