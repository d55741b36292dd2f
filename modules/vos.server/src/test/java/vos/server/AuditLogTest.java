package vos.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Secret;

class AuditLogTest {
    private static final String TIME = "{\"time\": \"2026-01-02T03:04:05Z\", ";
    private static final Peer PEER = new Peer(7, "192.0.2.1:5000");
    private static final String WHO = "\"connection\": 7, \"peer\": \"192.0.2.1:5000\"";

    @TempDir
    private Path directory;
    private Path file;
    private AuditLog log;

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("audit.log");
        log = new AuditLog(file, InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private void request(Request request, Reply reply, Exception failure) {
        log.before(PEER, request);
        log.after(PEER, request, reply, failure);
    }

    /** The lines without the time, and without how long it took. */
    private List<String> lines() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.startsWith(TIME) ? line.substring(TIME.length()) : line)
                .map(line -> line.replaceAll(", \"millis\": \\d+}$", "}"))
                .toList();
    }

    @Test
    void aVisitIsALineAnEvent() throws IOException {
        log.connected(PEER);
        request(new Request.MakeDirectory("a"), new Reply.Done(), null);
        request(new Request.Move("a", "b"), new Reply.Failed(ErrorCode.DENIED, "no"), null);
        request(new Request.WhereAmI(), new Reply.Directory("/"), null);
        log.disconnected(PEER, null);
        assertEquals(List.of(
                "\"event\": \"connected\", " + WHO + "}",
                "\"event\": \"request\", " + WHO
                        + ", \"request\": \"make-directory\", \"object\": \"a\", \"outcome\": \"done\"}",
                "\"event\": \"request\", " + WHO + ", \"request\": \"move\", \"object\": \"a\", \"to\": \"b\","
                        + " \"outcome\": \"denied\"}",
                "\"event\": \"request\", " + WHO + ", \"request\": \"where-am-i\", \"outcome\": \"done\"}",
                "\"event\": \"disconnected\", " + WHO + "}"), lines());
    }

    @Test
    void transfersTellTheirBytesAndWhetherTheyWereBrokenOff() throws IOException {
        log.connected(PEER);
        Body content = Body.of(Bytes.of("content"));
        content.copyTo(Conversations.sink());
        request(new Request.Upload("up", content, true), new Reply.Done(), null);
        request(new Request.Download("down"), new Reply.Content(Body.of(Bytes.of("x"))), new PeerGoneException("gone"));
        log.disconnected(PEER, new PeerGoneException("gone"));
        assertEquals(List.of(
                "\"event\": \"request\", " + WHO
                        + ", \"request\": \"upload\", \"object\": \"up\", \"bytes\": 7, \"outcome\": \"done\"}",
                "\"event\": \"request\", " + WHO
                        + ", \"request\": \"download\", \"object\": \"down\", \"bytes\": 0,"
                        + " \"outcome\": \"broken-off\"}",
                "\"event\": \"disconnected\", " + WHO + ", \"reason\": \"gone\"}"), lines().subList(1, 4));
    }

    @Test
    void whoHasLoggedInIsNamedFromThenOnAndNoPasswordIs() throws IOException {
        log.connected(PEER);
        var login = new Request.Login("ann", Secret.of(Bytes.of("hidden secret")));
        request(login, new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, "wrong"), null);
        request(login, new Reply.Done(), null);
        request(new Request.WhereAmI(), new Reply.Directory("/"), null);
        String attempt = "\"event\": \"request\", " + WHO
                + ", \"request\": \"login\", \"object\": \"ann\", \"outcome\": ";
        assertEquals(List.of(attempt + "\"not-authenticated\"}", attempt + "\"done\"}",
                "\"event\": \"request\", " + WHO + ", \"user\": \"ann\", \"request\": \"where-am-i\","
                        + " \"outcome\": \"done\"}"), lines().subList(1, 4));
        assertFalse(Files.readString(file).contains("hidden"));
    }

    /** A name that could end the line, and begin one that somebody else seems to have caused. */
    @Test
    void noNameCanForgeALine() throws IOException {
        log.connected(PEER);
        String forged = "x\"}\n{\"time\": \"\r\u2028\u202e\u001b[2J\\é\ud800";
        request(new Request.Remove(forged), new Reply.Done(), null);
        assertEquals(List.of("\"event\": \"request\", " + WHO + ", \"request\": \"remove\", \"object\": "
                        + "\"x\\\"}\\u000a{\\\"time\\\": \\\"\\u000d\\u2028\\u202e\\u001b[2J\\\\\\u00e9\\ud800\","
                        + " \"outcome\": \"done\"}"), lines().subList(1, 2));
        assertEquals(2, lines().size());
    }

    @Test
    void whoIsRefusedIsNamed() throws IOException {
        log.refused(InetAddress.getByName("192.0.2.9"));
        assertEquals(List.of("\"event\": \"refused\", \"peer\": \"192.0.2.9\"}"), lines());
    }

    @Test
    void itIsItsOwnersAloneAndIsAppendedTo() throws IOException {
        log.refused(InetAddress.getByName("192.0.2.9"));
        try (var again = new AuditLog(file, InstantSource.system())) {
            again.refused(InetAddress.getByName("192.0.2.9"));
        }
        assertEquals(2, lines().size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Linux has a disk that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNoReasonNotToServe() throws IOException {
        try (var full = new AuditLog(Path.of("/dev/full"), InstantSource.system())) {
            full.connected(PEER);
            full.before(PEER, new Request.WhereAmI());
            full.after(PEER, new Request.WhereAmI(), new Reply.Directory("/"), null);
            assertDoesNotThrow(() -> full.disconnected(PEER, null));
        }
    }
}
