package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vos.torture.Cut.Direction;

/**
 * What passes between one client and the server, on one connection or on several, until it is cut; what passes on
 * later connections is left alone. Bytes are counted when they are handed on, and each direction goes its own way: an
 * end is handed on as an end, a break as a break.
 *
 * <p>A thread for each direction of each connection; what they share is guarded by this object.
 */
final class CutPassage implements Closeable {
    private static final int MOST = 8 * 1024;

    private final Cut cut;
    private final WireForm form;
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Direction, Integer> handedOn = new EnumMap<>(Direction.class);
    private boolean made;
    private boolean closed;

    CutPassage(Cut cut, WireForm form) {
        this.cut = cut;
        this.form = form;
        for (Direction direction : Direction.values()) {
            handedOn.put(direction, 0);
        }
    }

    /** How many bytes have been handed on in this direction. */
    synchronized int bytes(Direction direction) {
        return handedOn.get(direction);
    }

    /** Whether the conversation has come as far as the cut. */
    synchronized boolean made() {
        return made;
    }

    /** Begins to hand on between these two. */
    synchronized void join(Socket client, Socket server) throws IOException {
        sockets.add(client);
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var link = new Link(client, server);
        link.cutIfDue();
        for (Direction direction : Direction.values()) {
            Thread.ofVirtual().name("cut " + direction).start(() -> link.pump(direction));
        }
        if (closed) {
            close();
        }
    }

    /** Ends whatever is open still. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void reset(Socket socket) throws IOException {
        try (socket) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    /** One connection, with its two halves. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        /** The directions in which nothing passes any more; it is read, so that its sender does not notice. */
        private final Set<Direction> silent = EnumSet.noneOf(Direction.class);

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private Socket receiver(Direction direction) {
            return direction == Direction.TO_SERVER ? server : client;
        }

        private Socket sender(Direction direction) {
            return direction == Direction.TO_SERVER ? client : server;
        }

        void pump(Direction direction) {
            var bytes = new byte[MOST];
            try {
                int read = sender(direction).getInputStream().read(bytes);
                while (read >= 0) {
                    if (direction == Direction.TO_SERVER && form == WireForm.PUBLISHED) {
                        Muffler.muffle(bytes, read);
                    }
                    handOn(direction, bytes, read);
                    read = sender(direction).getInputStream().read(bytes);
                }
                end(direction);
            } catch (IOException e) {
                breakOff(direction, e);
            }
        }

        private void handOn(Direction direction, byte[] bytes, int count) throws IOException {
            synchronized (CutPassage.this) {
                if (silent.contains(direction)) {
                    return;
                }
                int before = handedOn.get(direction);
                int room = !made && direction == cut.direction() ? cut.at() - before : count;
                int passed = Math.min(room, count);
                receiver(direction).getOutputStream().write(bytes, 0, passed);
                handedOn.put(direction, before + passed);
                cutIfDue();
            }
        }

        /** As soon as the last byte before the cut has been handed on, and not only when there is one behind it. */
        private void cutIfDue() throws IOException {
            if (made || handedOn.get(cut.direction()) < cut.at()) {
                return;
            }
            made = true;
            switch (cut.kind()) {
                case CLOSE -> {
                    silent.addAll(EnumSet.allOf(Direction.class));
                    client.shutdownOutput();
                    server.shutdownOutput();
                }
                case RESET -> {
                    silent.addAll(EnumSet.allOf(Direction.class));
                    reset(client);
                    reset(server);
                }
                case HALF_CLOSE -> {
                    silent.add(cut.direction());
                    receiver(cut.direction()).shutdownOutput();
                }
                case STALL -> silent.add(cut.direction());
            }
        }

        private void end(Direction direction) throws IOException {
            synchronized (CutPassage.this) {
                if (!silent.contains(direction)) {
                    receiver(direction).shutdownOutput();
                }
            }
        }

        private void breakOff(Direction direction, IOException failure) {
            synchronized (CutPassage.this) {
                try {
                    if (!silent.contains(direction)) {
                        reset(receiver(direction));
                    }
                } catch (IOException e) {
                    // It has been closed meanwhile, which is as good.
                    failure.addSuppressed(e);
                }
            }
        }
    }
}
