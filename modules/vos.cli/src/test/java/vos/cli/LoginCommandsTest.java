package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.auth.AccountFile;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;

/** {@code vos serve} and {@code vos connect} with a lab that has a login. */
@Timeout(60)
class LoginCommandsTest {
    private static final Dialect LAB = new LineDialect() {
        @Override
        public boolean needsLogin() {
            return true;
        }
    };

    @TempDir
    private Path directory;
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        Path accounts = Files.writeString(directory.resolve("id_passwd.txt"), "ann:s3cret of ann\nbob:an0ther\n");
        server = Server.start(LAB, LocalVolume.open(directory.resolve("root")),
                Optional.of(AccountFile.open(accounts)), ServerOptions.onLoopback(0), new ServerListener() { });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Connects as {@code user} with what the password file holds. */
    private Outcome connect(String user, String password, String commands) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), password);
        Outcome outcome = Outcome.of(List.of(LAB), "connect", "line", address(), "--user", user,
                "--password-file", file.toString(), "-c", commands);
        assertFalse(outcome.toString().contains("s3cret"), outcome::toString);
        return outcome;
    }

    private String address() {
        return "127.0.0.1:" + server.port();
    }

    @Test
    void whoHasAnAccountWorksInADirectoryOfTheirOwn() throws IOException {
        connect("ann", "s3cret of ann\n", "touch a; pwd; quit").endsWith(0).complainsOfNothing().prints("/\n");
        connect("bob", "an0ther", "ls; quit").endsWith(0).printsNothing();
        assertTrue(Files.exists(directory.resolve("root/ann/a")));
    }

    @Test
    void aWrongPasswordIsRefusedOnceAndForAll() throws IOException {
        connect("ann", "s3cret\n", "ls").endsWith(1).printsNothing()
                .complains("the user name or the password is wrong");
    }

    @Test
    void aPasswordFromStandardInputLeavesTheCommandsBehindIt() {
        Outcome outcome = StandardInput.of("s3cret of ann\nmkdir docs\nls\nquit\n", () -> Outcome.of(List.of(LAB),
                "connect", "line", address(), "--user", "ann", "--password-file", "-"));
        outcome.endsWith(0).complainsOfNothing();
        assertEquals("docs/\n", outcome.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void whereNobodyTypesTheUserIsNamedOnTheCommandLine() {
        Outcome.of(List.of(LAB), "connect", "line", address(), "-c", "ls").endsWith(2)
                .complains("line has a login: say who with --user NAME");
    }

    @Test
    void aPasswordIsNoArgument() {
        Outcome.of(List.of(LAB), "connect", "line", address(), "--user", "ann", "--password", "s3cret").endsWith(2)
                .complainsOf("a password is no argument");
    }

    @Test
    void whereThereIsNoLoginThereIsNobodyToBe() {
        String noMeaning = "line has no login, so that --user and --password-file have no meaning";
        Outcome.of("connect", "line", address(), "--user", "ann").endsWith(2).complains(noMeaning);
        Outcome.of("connect", "line", address(), "--password-file", "-").endsWith(2).complains(noMeaning);
        Outcome.of("serve", "line", "--accounts", "x").endsWith(2)
                .complains("line has no login, so that --accounts has no meaning");
    }

    @Test
    void aServerWithoutAccountsIsNotStarted() {
        Path root = directory.resolve("elsewhere/root");
        Path file = directory.resolve("elsewhere/id_passwd.txt");
        Outcome.of(List.of(LAB), "serve", "line", "--port", "0", "--root", root.toString()).endsWith(1).printsNothing()
                .complains(file + " does not exist, and without accounts nobody could log in; 'vos users add NAME "
                        + "--accounts " + file + "' makes it");
        assertFalse(Files.exists(root), "a mistake leaves no directory behind");
    }

    @Test
    void accountsThatMakeNoSenseAreShownWithTheirLine() throws IOException {
        Path file = Files.writeString(directory.resolve("broken"), "ann:s3cret\nno colon\n");
        Outcome outcome = Outcome.of(List.of(LAB), "serve", "line", "--port", "0", "--accounts", file.toString(),
                "--root", directory.resolve("root").toString()).endsWith(1).printsNothing()
                .complainsOf("vos: " + file + ", line 2: ");
        assertFalse(outcome.toString().contains("s3cret"), outcome::toString);
    }
}
