package vos.lab.minftp;

import java.io.IOException;
import java.net.Socket;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.ServerProcessContract;

class ServerProcessTest extends ServerProcessContract {
    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }

    @Override
    protected Class<?> launcher() {
        return MiniFtpLab.class;
    }

    @Override
    protected void beginUpload(Socket client, String name) throws IOException {
        String token = Bytes.text(client.getInputStream().readNBytes(Token.BYTES));
        client.getOutputStream().write(Bytes.of("ul " + name + token + "half of the new fi"));
    }
}
