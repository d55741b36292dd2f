package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LineClientEnd;
import vos.protocol.LineDialect;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;

/** {@code vos demo} shows what works, and finds what does not. */
@Timeout(60)
class DemoCommandTest {

    @Test
    void everyCommandOfTheDialectIsShownAndEveryCheckIsCounted() {
        Outcome outcome = Outcome.of("demo", "line").endsWith(0).complainsOfNothing();
        for (Verb verb : new LineDialect().vocabulary().verbs()) {
            outcome.prints("\n> " + verb.word());
        }
        long checks = outcome.out().lines().filter(line -> line.startsWith("     ok  ")).count();
        assertEquals(14, checks, outcome::toString);
        outcome.prints("\nAll 14 checks hold.\n").prints("How a message ends: at its line end");
    }

    @Test
    void bytesAreShownInBothDirectionsWithTheTransferInOneLine() {
        Outcome.of("demo", "line")
                .prints("C>S  6d 6b 64 69 72 09 64 65 6d 6f                           10 message    mkdir.demo\n")
                .prints(" ..  100000 body       ")
                .prints("ok  refused, as it should be: \"/demo/missing.txt\" does not exist\n");
    }

    @Test
    void theFirstLabIsShownWhenNoneIsNamed() {
        assertEquals("line: a server on port", Outcome.of("demo").endsWith(0).out().substring(0, 22));
    }

    @Test
    void aDialectOfTwoCommandsIsShownInTwo() {
        Outcome outcome = Outcome.of(List.of(new LineDialect() {
            @Override
            public Vocabulary vocabulary() {
                return new Vocabulary("> ", List.of(
                        new Verb("put", Operation.UPLOAD, "FILE", ""),
                        new Verb("get", Operation.DOWNLOAD, "NAME FILE", "")));
            }
        }), "demo").endsWith(0).complainsOfNothing();
        assertEquals(List.of("> (connect)", "> put hello.txt", "> put picture.bin", "> get picture.bin copy.bin",
                "> get missing.txt missing.txt"), outcome.out().lines().filter(line -> line.startsWith("> ")).toList());
    }

    @Test
    void allLabsAreShownOneAfterTheOtherAndTheVerdictsTogether() {
        Dialect withLogin = new LineDialect() {
            @Override
            public String id() {
                return "log-in";
            }

            @Override
            public boolean needsLogin() {
                return true;
            }
        };
        Dialect withShell = new LineDialect() {
            @Override
            public String id() {
                return "shell";
            }

            @Override
            public Vocabulary vocabulary() {
                return Vocabulary.passingOn("> ", List.of(
                        new Verb("put", Operation.UPLOAD, "FILE", ""),
                        new Verb("get", Operation.DOWNLOAD, "NAME FILE", "")));
            }
        };
        Outcome outcome = Outcome.of(List.of(withShell, withLogin, new LineDialect()), "demo", "--all").endsWith(0)
                .complainsOfNothing()
                .prints("\n> (log in as demo)\n").prints("ok  the server has a directory demo")
                .prints("\n> cat missing.txt\n").prints("ok  failed, as it should: exit status 1: cat missing.txt");
        List<String> lines = outcome.out().lines().toList();
        assertEquals(List.of("line             all checks hold", "log-in           all checks hold",
                "shell            all checks hold"), lines.subList(lines.size() - 3, lines.size()));
        Outcome.of("demo", "line", "--all").endsWith(2).complains("either one LAB or --all");
    }

    @Test
    void oneLabThatDiffersIsNamedAmongAll() {
        Dialect broken = new LineDialect() {
            @Override
            public ClientEnd clientEnd(Connector connector) {
                return new LineClientEnd(connector) {
                    @Override
                    public boolean strict() {
                        return false;
                    }
                };
            }
        };
        Outcome.of(List.of(broken), "demo", "--all").endsWith(1).prints("line             DIFFERS\n");
    }

    // ---- broken dialects -------------------------------------------------------------------------------------------

    @Test
    void aContentThatIsSpoiltOnItsWayToTheServerIsFound() {
        differs(new LineDialect() {
            @Override
            public ClientEnd clientEnd(Connector connector) {
                return new LineClientEnd(connector) {
                    @Override
                    public Reply perform(Request request) throws IOException {
                        return super.perform(request instanceof Request.Upload upload
                                ? new Request.Upload(upload.path(), spoilt(upload.content()), true) : request);
                    }
                };
            }
        }, "the server holds the same hello.txt");
    }

    @Test
    void aContentThatIsSpoiltOnItsWayBackIsFound() {
        differs(answering(Request.Download.class, reply -> reply instanceof Reply.Content(Body body)
                ? new Reply.Content(spoilt(body)) : reply), "copy.bin is picture.bin");
    }

    @Test
    void aWrongSizeIsFound() {
        differs(answering(Request.Size.class, reply -> new Reply.Size(22)), "the server says how many bytes it has");
    }

    @Test
    void aListingThatLeavesAFileOutIsFound() {
        var one = new Reply.Listing(List.of(new Entry("hello.txt", false)));
        differs(answering(Request.ListDirectory.class, reply -> one), "the server lists both");
    }

    @Test
    void aRefusalOfWhatCanBeDoneIsFound() {
        differs(answering(Request.Touch.class, reply -> new Reply.Failed(ErrorCode.BUSY, "come back later")),
                "refused: come back later");
    }

    @Test
    void aContentOutOfNothingIsFound() {
        differs(answering(Request.Download.class, reply -> reply instanceof Reply.Failed
                ? new Reply.Content(Body.of(new byte[0])) : reply), "this should have been refused");
    }

    @Test
    void aClientThatKeepsToThePublishedFormIsFound() {
        differs(new LineDialect() {
            @Override
            public ClientEnd clientEnd(Connector connector) {
                return new LineClientEnd(connector) {
                    @Override
                    public boolean strict() {
                        return false;
                    }
                };
            }
        }, "both speak the strict form");
    }

    @Test
    void nothingIsLeftBehind(@TempDir Path directory) throws Exception {
        try (var vos = new VosProcess(directory, "demo")) {
            assertEquals("All 14 checks hold.", vos.rest().getLast());
            assertEquals(0, vos.exitCode());
        }
        try (var files = Files.list(directory)) {
            assertEquals(List.of(directory.resolve("log")), files.toList());
        }
    }

    private static void differs(Dialect broken, String check) {
        Outcome outcome = Outcome.of(List.of(broken), "demo").endsWith(1).prints("\nDIFFERS  " + check + "\n");
        String verdict = outcome.out().lines().toList().getLast();
        assertTrue(verdict.matches("[1-9] of 1[0-9] checks do not hold: .*" + check + ".*"), outcome::toString);
    }

    /** A dialect whose client end understands the answers to one kind of request in its own way. */
    private static Dialect answering(Class<? extends Request> kind, UnaryOperator<Reply> way) {
        return new LineDialect() {
            @Override
            public ClientEnd clientEnd(Connector connector) {
                return new LineClientEnd(connector) {
                    @Override
                    public Reply perform(Request request) throws IOException {
                        Reply reply = super.perform(request);
                        return kind.isInstance(request) ? way.apply(reply) : reply;
                    }
                };
            }
        };
    }

    /** The same content but for its first byte. */
    private static Body spoilt(Body content) {
        try {
            var bytes = new ByteArrayOutputStream();
            content.copyTo(Channels.newChannel(bytes));
            byte[] copy = bytes.toByteArray();
            copy[0] ^= 1;
            return Body.of(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
