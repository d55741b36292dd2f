package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.RetryOnNewConnection;

/** What people are told of a failure, and what a script is; {@link ConnectCommandTest} has those of a real client. */
class FailuresTest {

    @ParameterizedTest
    @MethodSource
    void aFailureIsOneSentenceAndAnExitCode(IOException failure, int code, String sentence) {
        handle(failure).endsWith(code).printsNothing().complains(sentence);
    }

    static List<Arguments> aFailureIsOneSentenceAndAnExitCode() {
        return List.of(
                Arguments.of(new UsageException("no such command"), 2, "no such command"),
                Arguments.of(new PeerGoneException("h:1: gone"), 3, "h:1: gone"),
                Arguments.of(new ProtocolViolation("no length"), 3, "no length"),
                Arguments.of(new BindException("in use"), 3, "in use"),
                Arguments.of(new RetryOnNewConnection("3 times"), 1, "3 times"),
                Arguments.of(new IOException("broken"), 1, "broken"),
                Arguments.of(new NoSuchFileException("/a"), 1, "/a: there is no such file or directory"),
                Arguments.of(new NotDirectoryException("/a"), 1, "/a is not a directory"),
                Arguments.of(new FileAlreadyExistsException("/a"), 1, "/a exists already"),
                Arguments.of(new AccessDeniedException("/a"), 1, "/a: permission denied"),
                Arguments.of(new FileSystemException("/a", null, "too many links"), 1, "/a: too many links"));
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsType() {
        assertEquals("EOFException", Failures.sentence(new EOFException()));
    }

    @Test
    void aHostileMessageCannotTouchTheTerminal() {
        assertEquals("\\u001b[2Jbad\\u000aname", Failures.sentence(new IOException("\u001b[2Jbad\nname")));
    }

    @Test
    void aDefectAsksForAReportAndShowsItsStack() {
        Outcome outcome = handle(new IllegalStateException("impossible")).endsWith(1).printsNothing();
        List<String> lines = outcome.err().lines().toList();
        assertEquals("vos: this is a defect of vos; please report it with the lines that follow", lines.get(0));
        assertEquals("java.lang.IllegalStateException: impossible", lines.get(1));
        assertTrue(lines.get(2).startsWith("\tat vos.cli.FailuresTest."), outcome::toString);
    }

    private static Outcome handle(Exception failure) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new Failures().handleExecutionException(failure, Outcome.commands(List.of(), out, err), null);
        return new Outcome(code, out.toString(), err.toString());
    }
}
