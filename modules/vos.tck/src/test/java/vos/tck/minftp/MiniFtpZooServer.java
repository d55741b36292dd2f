package vos.tck.minftp;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import vos.tck.ZooServer;

/** A sound mini-FTP server. What it says on a connection is in {@link MiniFtpZooConversation}. */
class MiniFtpZooServer extends ZooServer {

    MiniFtpZooServer(Path root) throws IOException {
        super(root);
    }

    /** What a connection is served by. */
    protected MiniFtpZooConversation conversation(Socket socket) throws IOException {
        return new MiniFtpZooConversation(socket, new MiniFtpZooFiles(directory()));
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        conversation(socket).run();
    }
}
