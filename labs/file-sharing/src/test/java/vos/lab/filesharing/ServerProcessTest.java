package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.PublishedPeer;
import vos.testing.ServerProcess;
import vos.testing.ServerProcessContract;

class ServerProcessTest extends ServerProcessContract {
    @Override
    protected Dialect dialect() {
        return new FileSharingDialect();
    }

    @Override
    protected Class<?> launcher() {
        return FileSharingLab.class;
    }

    @Override
    protected boolean replaces() {
        return false;
    }

    /** {@code [FSA-4.3]}: what its kernel does for it then must not look like the end of the file. */
    @Test
    void killedInTheMiddleOfADownloadItDoesNotSeemToHaveFinished(@TempDir Path root) throws Exception {
        try (var large = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        try (var server = new ServerProcess(FileSharingLab.class, root);
                var client = PublishedPeer.connect(server.port(), FileSharingServerEnd.READ)) {
            client.send("DOWNLOAD large");
            assertEquals(100, client.read(100).length);
            server.kill();

            assertThrows(SocketException.class, client::readToEnd);
        }
    }

    @Override
    protected void beginUpload(Socket client, String name) throws IOException {
        client.getOutputStream().write(Bytes.of("VOS/1 UPLOAD 100 " + name + "\nhalf of the new fi"));
    }
}
