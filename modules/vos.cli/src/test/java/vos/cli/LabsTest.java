package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;
import vos.protocol.Operation;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;

/** The protocol variants that the program knows. */
class LabsTest {

    @Test
    void eachLabIsAColumnAndEachThingThatSomeLabCanDoALine() {
        Outcome outcome = Outcome.of(List.of(new LineDialect(), twoCommands()), "labs").endsWith(0)
                .complainsOfNothing();
        assertEquals("""
                                    a          line
                port                7000       7000
                log in              yes        -
                list                -          ls
                change directory    -          cd
                where am i          -          pwd
                make directory      -          mkdir
                remove              -          rm
                touch               -          touch
                move                -          mv
                size                -          size
                upload              put        put
                download            -          get
                preview             -          head
                quit                exit, bye  quit
                a shell of its own  yes        -
                """, outcome.out()
                .replace(System.lineSeparator(), "\n").split("\n\nHow")[0] + "\n");
        outcome.prints("How a message ends:").prints("  line - A dialect for tests").prints("    at its line end; ");
    }

    private static Dialect twoCommands() {
        return new LineDialect() {
            @Override
            public String id() {
                return "a";
            }

            @Override
            public boolean needsLogin() {
                return true;
            }

            @Override
            public Vocabulary vocabulary() {
                return Vocabulary.passingOn("", List.of(
                        new Verb("put", Operation.UPLOAD, "FILE", ""),
                        new Verb("exit", Operation.QUIT, "", ""),
                        new Verb("bye", Operation.QUIT, "", "")));
            }
        };
    }

    @Test
    void labsAreInTheOrderOfTheirNames() {
        List<Dialect> labs = List.of(named("b"), named("c"), named("a"));
        assertEquals("a b c", Outcome.of(labs, "labs").out().lines().findFirst().orElseThrow().strip()
                .replaceAll(" +", " "));
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
