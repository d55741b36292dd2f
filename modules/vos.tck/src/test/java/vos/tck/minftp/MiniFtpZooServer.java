package vos.tck.minftp;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import vos.tck.ZooServer;

/** A sound mini-FTP server. What it says on a connection is in {@link MiniFtpZooSession}. */
class MiniFtpZooServer extends ZooServer {

    MiniFtpZooServer(Path root) throws IOException {
        super(root);
    }

    /** What a connection is served by. */
    protected MiniFtpZooSession session(Socket socket) throws IOException {
        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory()));
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        session(socket).run();
    }
}
