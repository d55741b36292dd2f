package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;

/** The protocol variants that the program knows. */
class LabsTest {

    @Test
    void aLabIsShownWithPortFramingAndCommands() {
        Outcome outcome = Outcome.of("labs").endsWith(0).complainsOfNothing();
        assertEquals("""
                line - A dialect for tests
                    port      7000
                    framing   at its line end; a content, after as many bytes as the line before told
                    commands  ls cd pwd mkdir rm touch mv size put get head quit
                """, outcome.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void labsAreInTheOrderOfTheirNames() {
        List<Dialect> labs = List.of(named("b"), named("c"), named("a"));
        List<String> lines = Outcome.of(labs, "labs").out().lines().filter(line -> !line.startsWith(" ")).toList();
        assertEquals(List.of("a - A dialect for tests", "b - A dialect for tests", "c - A dialect for tests"), lines);
        Outcome.of(labs, "serve", "d").endsWith(2).complains("there is no lab \"d\"; the labs are: a, b, c");
    }

    @Test
    void aLabIsKnownAsSoonAsItIsProvided() {
        assertEquals(List.of("line"), Labs.installed().stream().map(Dialect::id).toList());
    }

    @Test
    void withoutAnyLabEveryCommandSaysSo() {
        Outcome.of(List.of(), "demo").endsWith(2).complains("no labs are installed");
        Outcome.of(List.of(), "connect", "line").endsWith(2)
                .complains("there is no lab \"line\"; no labs are installed");
    }

    private static Dialect named(String id) {
        return new LineDialect() {
            @Override
            public String id() {
                return id;
            }
        };
    }
}
