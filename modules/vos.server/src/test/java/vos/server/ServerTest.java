package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that all goes well with, and what its clients see of each other: nothing. */
class ServerTest extends ServerFixture {
    /** More than there are carriers for virtual threads on most machines. */
    private static final int MANY = 16;

    @Test
    void portZeroIsAPortThatTheSystemChose() throws IOException {
        start();
        assertNotEquals(0, server.port());
        assertEquals(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), server.address());
        assertThatASessionWorks();
    }

    @Test
    void aPortThatIsTakenIsReportedAndNothingIsLeftListening() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThrows(BindException.class, () -> start(ServerOptions.onLoopback(port)));
        }
        assertThrows(ConnectException.class, () -> new Caller(port));
    }

    @Test
    void everyClientHasACurrentDirectoryOfItsOwn() throws IOException {
        Files.createDirectories(root.resolve("a"));
        Files.createDirectories(root.resolve("b"));
        start();
        Caller inA = call();
        Caller inB = call();
        Caller atTheTop = call();
        assertEquals("OK\t/a", inA.ask("cd\ta"));
        assertEquals("OK\t/b", inB.ask("cd\tb"));
        assertEquals("OK", inA.ask("touch\tmade"));
        assertEquals("OK\t/", atTheTop.ask("pwd"));
        assertEquals("OK\t/b", inB.ask("pwd"));
        assertEquals(3, server.connections());
        assertThatTree(root).contains("a/", "a/made = ", "b/", "kept = old");
    }

    @Test
    void requestsThatCameTogetherAreAnsweredInTheirOrder() throws IOException {
        start();
        Caller caller = call();
        caller.say("put\ta\t3\nnew" + "put\tno/such\t3\nxyz" + "size\ta\n" + "frobnicate\r\n" + "quit\n"
                + "touch\tlate\n");
        assertEquals("""
                OK
                ERROR\tnot-found\t"/no" does not exist
                OK\t3
                ERROR\tunsupported\tthe command is not known here
                BYE
                """, caller.hearToTheEnd());
        assertThatTree(root).contains("a = new", "kept = old");
    }

    @Test
    void aClientThatClosesBetweenTwoRequestsHasDoneNothingWrong() throws IOException {
        start();
        try (Caller caller = call()) {
            assertEquals("OK", caller.ask("touch\ta"));
            caller.halfClose();
            assertEquals("", caller.hearToTheEnd());
        }
        eventually().until(() -> recorder.of(1).contains("disconnected"));
    }

    @ParameterizedTest
    @EnumSource
    void manyClientsThatStallInTheMiddleOfAnUploadBotherNobody(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        for (int i = 0; i < MANY; i++) {
            callAndBeginUpload("stalled" + i);
        }
        assertThatASessionWorks();
        eventually().untilAsserted(() -> assertEquals(MANY, server.connections()));
    }

    @ParameterizedTest
    @EnumSource
    void manyClientsThatDoNotReadWhatTheyHaveAskedForBotherNobody(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        for (int i = 0; i < MANY; i++) {
            callAndBeginDownload();
        }
        assertThatASessionWorks();
        eventually().untilAsserted(() -> assertEquals(MANY, server.connections()));
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatReadsLateGetsAllOfIt(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        Caller late = callAndBeginDownload();
        assertThatASessionWorks();
        assertEquals(MORE_THAN_FITS, late.hear(MORE_THAN_FITS).length);
        assertEquals("OK\t/", late.ask("pwd"));
    }

    @Test
    void whatAKilledServerLeftIsRemovedAtTheStart() throws IOException {
        Files.createDirectory(root.resolve("dir"));
        Files.writeString(root.resolve("dir/.vos-0123456789abcdef.part"), "half of a fi");
        start();
        assertThatTree(root).contains("dir/", "kept = old");
    }
}
