package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server, for one client after the other, and cuts the conversation of each where it is told to. */
final class CutProxy implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final WireForm form;
    private volatile CutPassage passage;

    /** Hands on to this port of this machine, in this form. */
    CutProxy(int target, WireForm form) throws IOException {
        this.target = target;
        this.form = form;
        expect(Cut.NONE);
        Thread.ofVirtual().name("cut accept").start(this::accept);
    }

    /** Where clients connect. */
    int port() {
        return listener.getLocalPort();
    }

    /** What the next client says and hears is cut so. */
    CutPassage expect(Cut cut) {
        passage = new CutPassage(cut, form);
        return passage;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                passage.join(client, new Socket(listener.getInetAddress(), target));
            } catch (IOException e) {
                // The test is over, or the client has gone before it was served.
                assert e.getMessage() != null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        passage.close();
    }
}
