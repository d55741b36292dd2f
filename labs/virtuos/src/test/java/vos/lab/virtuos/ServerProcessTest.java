package vos.lab.virtuos;

import java.io.IOException;
import java.net.Socket;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.ServerProcessContract;

/** Among what every lab does: a root that is missing is made {@code [VIRT-1.3]}. */
class ServerProcessTest extends ServerProcessContract {
    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }

    @Override
    protected Class<?> launcher() {
        return VirtuosLab.class;
    }

    @Override
    protected void beginUpload(Socket client, String name) throws IOException {
        client.getOutputStream().write(Bytes.of("hello vos/1\nupload 100 " + name + "\nhalf of the new fi"));
    }
}
