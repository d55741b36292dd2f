package vos.lab.cloudfs;

import static vos.lab.cloudfs.Frames.frame;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import vos.protocol.Dialect;
import vos.testing.ServerProcessContract;

/** The server of cloud-fs as a process of its own. */
class ServerProcessTest extends ServerProcessContract {
    @Override
    protected Dialect dialect() {
        return new CloudFsDialect();
    }

    @Override
    protected Class<?> launcher() {
        return CloudFsLab.class;
    }

    @Override
    protected void beginUpload(Socket client, String name) throws IOException {
        client.getOutputStream()
                .write((frame("UPLOAD " + name) + "half of the new fi").getBytes(StandardCharsets.US_ASCII));
    }
}
