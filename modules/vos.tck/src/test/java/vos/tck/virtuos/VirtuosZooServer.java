package vos.tck.virtuos;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import vos.tck.ZooServer;

/** A sound VirtuOS server, as plain as it can be; what others do wrong, they do by overriding it. */
class VirtuosZooServer extends ZooServer {

    VirtuosZooServer(Path root) throws IOException {
        super(root);
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        session(socket).converse();
    }

    /** One client's conversation. */
    VirtuosZooSession session(Socket socket) throws IOException {
        return new VirtuosZooSession(files(), socket);
    }

    /** The workspace, as one session sees it. */
    VirtuosZooFiles files() {
        return new VirtuosZooFiles(directory());
    }
}
