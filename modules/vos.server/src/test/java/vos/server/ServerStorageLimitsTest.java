package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;

/** {@code [COM-7.7]}: what a workspace may hold, and what its files may be called. */
class ServerStorageLimitsTest extends ServerFixture {
    private static ServerOptions with(Limit limit, long value) {
        return OPTIONS.withLimits(Limits.USUAL.with(limit, value));
    }

    private static String upload(Caller caller, String name, int size) throws IOException {
        caller.say("put\t" + name + "\t" + size + "\n" + "x".repeat(size));
        return caller.hear().split("\t")[0] + " " + caller.ask("pwd");
    }

    private static String refusal(Caller caller, String name, int size) throws IOException {
        caller.say("put\t" + name + "\t" + size + "\n" + "x".repeat(size));
        return caller.hear().split("\t")[1];
    }

    @Test
    void anUploadBeyondTheQuotaIsRefusedAndTheOldFileStays() throws IOException {
        start(with(Limit.QUOTA_BYTES, 100));
        Caller caller = call();
        assertEquals("quota-exceeded", refusal(caller, "kept", 101));
        assertEquals("OK OK\t/", upload(caller, "new", 97));
        assertEquals("quota-exceeded", refusal(caller, "more", 1));
        assertEquals("OK", caller.ask("rm\tnew"));
        assertEquals("quota-exceeded", refusal(caller, "kept", 98), "until it is complete, the old one counts too");
        assertEquals("OK OK\t/", upload(caller, "kept", 97));
        assertThatTree(root).contains("kept = " + "x".repeat(97));
    }

    @Test
    void aFileThatIsTooLargeAndOneTooManyAreRefused() throws IOException {
        Limits limits = Limits.USUAL.with(Limit.UPLOAD_LENGTH, 10).with(Limit.QUOTA_FILES, 2);
        start(OPTIONS.withLimits(limits));
        Caller caller = call();
        assertEquals("too-large", refusal(caller, "new", 11));
        assertEquals("OK", caller.ask("mkdir\tdir"));
        assertEquals("quota-exceeded", refusal(caller, "new", 1));
        assertThatTree(root).contains("dir/", "kept = old");
    }

    @Test
    void eachUserHasAQuotaThatAllTheirSessionsShare() throws IOException {
        server = Server.start(new LineDialect() {
            @Override
            public boolean needsLogin() {
                return true;
            }
        }, LocalVolume.open(root), Optional.of((user, password) -> Optional.of(new Principal(new UserName(user)))),
                with(Limit.QUOTA_BYTES, 10), recorder);
        Caller one = loggedIn("ann");
        Caller other = loggedIn("ann");
        assertEquals("OK", other.ask("mkdir\tdir"), "and so what is there has been counted for this one");
        assertEquals("OK OK\t/", upload(one, "a", 6));
        assertEquals("quota-exceeded", refusal(other, "b", 6));
        assertEquals("OK OK\t/", upload(loggedIn("bob"), "b", 6));
    }

    private Caller loggedIn(String user) throws IOException {
        Caller caller = call();
        assertEquals("OK", caller.ask("login\t" + user + "\tsecret"));
        return caller;
    }

    /** {@code [COM-2.2]} */
    @Test
    void nothingIsGivenALongerNameThanIsAllowed() throws IOException {
        start(with(Limit.NAME_LENGTH, 8));
        Caller caller = call();
        for (String command : new String[] {"mkdir\t123456789", "touch\t123456789", "mv\tkept\t123456789"}) {
            String answer = caller.ask(command);
            assertTrue(answer.endsWith("has a name of more than 8 bytes (max-name)"), answer);
        }
        assertEquals("invalid-name", refusal(caller, "123456789", 1));
        assertEquals("OK", caller.ask("mkdir\t12345678"));
    }

    /** {@code [COM-7.9]} */
    @Test
    void aLongListingMakesRoomForTheNextWhenItHasBeenSent() throws IOException {
        for (int i = 0; i <= OpenListings.LONG; i++) {
            Files.createFile(root.resolve("f" + i));
        }
        start(with(Limit.OPEN_LISTINGS, 1));
        for (Caller caller : List.of(call(), call(), call())) {
            String answer = caller.ask("ls");
            assertTrue(answer.startsWith("OK\t"), answer);
            caller.close();
        }
    }
}
