package vos.tck.cloudfs;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import vos.tck.ZooServer;

/** A sound cloud-fs server in both forms. A broken one has another part in the place of one of these. */
class CloudFsZooServer extends ZooServer {

    private static final System.Logger LOG = System.getLogger(CloudFsZooServer.class.getName());

    CloudFsZooServer(Path root) throws IOException {
        super(root);
    }

    /** What a connection reads and writes. */
    protected CloudFsZooFrames frames(Socket socket) throws IOException {
        return new CloudFsZooFrames(socket);
    }

    /** The workspace of a session. */
    protected CloudFsZooFiles files() {
        return new CloudFsZooFiles(directory());
    }

    /** The shell of a session. */
    protected CloudFsZooShell shell(CloudFsZooFiles files) {
        return new CloudFsZooShell(files);
    }

    /** What a published client gets to read. */
    protected CloudFsZooAnswers answers() {
        return new CloudFsZooAnswers();
    }

    /** One conversation. */
    protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
        return new CloudFsZooSession(parts);
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        CloudFsZooFiles files = files();
        try {
            session(new CloudFsZooSession.Parts(frames(socket), files, shell(files), answers())).converse();
        } catch (RuntimeException e) {
            // Some broken servers break here; the caller closes the connection.
            LOG.log(System.Logger.Level.DEBUG, "a session broke down", e);
        }
    }
}
