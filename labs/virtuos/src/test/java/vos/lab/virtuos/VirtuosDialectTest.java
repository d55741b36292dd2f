package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vos.protocol.Operation;

/** What the published README promises to those who type. */
class VirtuosDialectTest {
    private final VirtuosDialect dialect = new VirtuosDialect();

    /** {@code [VIRT-1.1]} */
    @Test
    void itIsServedOnThePortOfTheReadme() {
        assertEquals(12345, dialect.defaultPort());
    }

    @Test
    void itHasTheReadmesPromptAndCommands() {
        assertEquals("VirtuOS> ", dialect.vocabulary().prompt());
        for (String word : "ls cd mkdir rm touch mydir upload download exit quit".split(" ")) {
            assertTrue(dialect.vocabulary().find(word).isPresent(), word);
        }
        assertEquals("FILE [NAME]", dialect.vocabulary().find(Operation.UPLOAD).orElseThrow().arguments());
        assertEquals("NAME [FILE]", dialect.vocabulary().find(Operation.DOWNLOAD).orElseThrow().arguments());
    }
}
