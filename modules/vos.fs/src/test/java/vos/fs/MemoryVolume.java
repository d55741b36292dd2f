package vos.fs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import vos.fs.WorkspaceException.Reason;

/** A volume in memory: shows that the contract asks for no disk. Every method holds the one lock. */
final class MemoryVolume implements Volume {

    private final TreeMap<Location, Node> nodes = new TreeMap<>(Comparator.comparing(Location::toString));

    MemoryVolume() {
        nodes.put(Location.ROOT, new Node(null, Instant.now()));
    }

    @Override
    public synchronized Status status(Location location) throws WorkspaceException {
        Node node = existing(location);
        return new Status(node.kind(), node.size(), node.modified());
    }

    @Override
    public synchronized List<Entry> list(Location directory) throws WorkspaceException {
        requireDirectory(directory);
        return below(directory).stream()
                .filter(place -> place.parent().equals(directory))
                .map(place -> new Entry(place.name(), nodes.get(place).kind()))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    @Override
    public synchronized StoredFile open(Location file) throws WorkspaceException {
        existing(file);
        requireReplaceable(file);
        return new MemoryFile(new BytesChannel(nodes.get(file).content()), nodes.get(file).size());
    }

    @Override
    public synchronized Draft draft(Location target, Publish mode) throws WorkspaceException {
        requireFree(target, mode);
        return new MemoryDraft(target, mode);
    }

    @Override
    public synchronized void makeDirectory(Location directory) throws WorkspaceException {
        requireFree(directory, Publish.CREATE);
        nodes.put(directory, new Node(null, Instant.now()));
    }

    @Override
    public synchronized void removeFile(Location file) throws WorkspaceException {
        existing(file);
        requireReplaceable(file);
        nodes.remove(file);
    }

    @Override
    public synchronized void removeDirectory(Location directory) throws WorkspaceException {
        requireDirectory(directory);
        require(!directory.isRoot(), Reason.DENIED, directory);
        require(below(directory).isEmpty(), Reason.NOT_EMPTY, directory);
        nodes.remove(directory);
    }

    @Override
    public synchronized void move(Location from, Location to) throws WorkspaceException {
        require(!from.isRoot(), Reason.DENIED, from);
        boolean directory = existing(from).kind() == Kind.DIRECTORY;
        if (to.equals(from)) {
            return;
        }
        require(!(directory && to.startsWith(from)), Reason.DENIED, from);
        requireReplaceable(to);
        require(!(directory && nodes.containsKey(to)), Reason.NOT_A_DIRECTORY, to);
        for (Location place : below(from)) {
            Location moved = to;
            for (String name : place.names().subList(from.names().size(), place.names().size())) {
                moved = moved.child(name);
            }
            nodes.put(moved, nodes.remove(place));
        }
        nodes.put(to, nodes.remove(from));
    }

    @Override
    public int sweep() {
        return 0;
    }

    private synchronized void publish(Location target, Publish mode, byte[] content) throws WorkspaceException {
        requireFree(target, mode);
        nodes.put(target, new Node(content, Instant.now()));
    }

    private Node existing(Location location) throws WorkspaceException {
        requireParents(location);
        require(nodes.containsKey(location), Reason.NOT_FOUND, location);
        return nodes.get(location);
    }

    private void requireParents(Location location) throws WorkspaceException {
        if (!location.isRoot()) {
            requireDirectory(location.parent());
        }
    }

    private void requireDirectory(Location location) throws WorkspaceException {
        require(existing(location).kind() == Kind.DIRECTORY, Reason.NOT_A_DIRECTORY, location);
    }

    private void requireFree(Location location, Publish mode) throws WorkspaceException {
        requireParents(location);
        require(mode == Publish.REPLACE || !nodes.containsKey(location), Reason.ALREADY_EXISTS, location);
        requireReplaceable(location);
    }

    private void requireReplaceable(Location location) throws WorkspaceException {
        requireParents(location);
        Node node = nodes.get(location);
        require(node == null || node.kind() == Kind.FILE, Reason.IS_A_DIRECTORY, location);
    }

    private static void require(boolean held, Reason otherwise, Location location) throws WorkspaceException {
        if (!held) {
            throw new WorkspaceException(otherwise, location);
        }
    }

    private List<Location> below(Location directory) {
        return nodes.keySet().stream()
                .filter(place -> place.startsWith(directory) && !place.equals(directory))
                .toList();
    }

    /** A file, or with no content a directory. Content is never changed in place. */
    private record Node(byte[] content, Instant modified) {

        Kind kind() {
            return content == null ? Kind.DIRECTORY : Kind.FILE;
        }

        long size() {
            return content == null ? 0 : content.length;
        }
    }

    private record MemoryFile(SeekableByteChannel channel, long size) implements StoredFile {

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private final class MemoryDraft implements Draft {

        private final Location target;
        private final Publish mode;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean open = true;

        MemoryDraft(Location target, Publish mode) {
            this.target = target;
            this.mode = mode;
        }

        @Override
        public int write(ByteBuffer source) throws ClosedChannelException {
            if (!open) {
                throw new ClosedChannelException();
            }
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            content.writeBytes(bytes);
            return bytes.length;
        }

        @Override
        public void publish() throws WorkspaceException {
            if (!open) {
                throw new IllegalStateException("the draft of " + target + " is closed");
            }
            MemoryVolume.this.publish(target, mode, content.toByteArray());
            open = false;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    /** Reads an array. */
    private static final class BytesChannel implements SeekableByteChannel {

        private final byte[] bytes;
        private int position;
        private boolean open = true;

        BytesChannel(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer target) {
            if (position >= bytes.length) {
                return -1;
            }
            int length = Math.min(target.remaining(), bytes.length - position);
            target.put(bytes, position, length);
            position += length;
            return length;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = Math.toIntExact(newPosition);
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
