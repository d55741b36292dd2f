package vos.tck.filesharing;

import java.util.Optional;
import vos.tck.Client;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * The kit as a file-sharing server, which the client that is judged connects to for each request. It takes a hello
 * wherever one may come, and answers it as a server in one form or the other does. For one thread.
 */
final class FileSharingHost {

    static final String HELLO = "HELLO vos/1\n";
    static final String WELCOME = "vos/1 UPLOAD DOWNLOAD\n";
    /** More than one client could have a reason to say without a request. */
    private static final int HELLOS = 8;
    /** Within this time comes the rest of what a client writes at once, in milliseconds. */
    private static final int SILENCE = 40;

    private final Trial trial;
    private final boolean strict;

    private FileSharingHost(Trial trial, boolean strict) {
        this.trial = trial;
        this.strict = strict;
    }

    /** A server that closes behind a hello without a byte. */
    static FileSharingHost published(Trial trial) {
        return new FileSharingHost(trial, false);
    }

    /** A server that welcomes. */
    static FileSharingHost strict(Trial trial) {
        return new FileSharingHost(trial, true);
    }

    /** Takes a connection on which the client must say hello; gives it unanswered. */
    Peer hello() {
        return trial.accept().expect(HELLO);
    }

    /** Answers a hello, and closes that connection. */
    void answerHello(Peer peer) {
        if (strict) {
            peer.send(WELCOME).halfClose().expectEnd();
        }
        peer.close();
    }

    /** Answers hellos until the client sends something else, which must be this; gives its connection. */
    Peer expect(String request) {
        for (int hellos = 0; hellos < HELLOS; hellos++) {
            Peer peer = trial.accept();
            byte[] came = peer.expectOneOf(Payload.text(request), Payload.text(HELLO));
            if (came.length != HELLO.length() || came[0] != 'H') {
                return peer;
            }
            answerHello(peer);
        }
        return trial.accept().expect(request);
    }

    /** The client must send this file, and end its output behind it. */
    Peer expectUpload(String name, byte[] content) {
        String request = strict ? "VOS/1 UPLOAD " + content.length + " " + name + "\n" : "UPLOAD " + name;
        Peer peer = expect(request).expect(Payload.bytes(content));
        peer.expectEnd();
        return peer;
    }

    /** The client must ask for this file. */
    Peer expectDownload(String name) {
        return expect(strict ? "VOS/1 DOWNLOAD " + name + "\n" : "DOWNLOAD " + name);
    }

    /** Ends what is typed, and answers hellos until the client has ended: it may send nothing else of this form. */
    void expectNothing(Client client, String form, String words) {
        client.typeNoMore();
        Optional<Peer> next = trial.acceptUnlessEnded(client);
        while (next.isPresent()) {
            byte[] came = next.get().receive(new Expectation.Segment(SILENCE, "(?!" + form + ").*", words));
            if (came.length == HELLO.length() && came[0] == 'H') {
                answerHello(next.get());
            }
            next.get().close();
            next = trial.acceptUnlessEnded(client);
        }
    }

    /** The same, for a client that may not send any request. */
    void expectNoRequest(Client client) {
        expectNothing(client, "UPLOAD|DOWNLOAD|VOS/1", "no request");
    }
}
