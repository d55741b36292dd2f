package vos.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.Status;
import vos.fs.StoredFile;
import vos.fs.Volume;
import vos.fs.WorkspaceException;
import vos.torture.StorageFault.Step;

/**
 * A volume on storage that fails when a {@link FaultPlan} says so.
 *
 * <p>Each operation counts: those of the volume, of its drafts and of its open files. Contents pass in small pieces, so
 * that a small file has many operations. Keeps account of what has been opened and not closed.
 */
final class FaultyVolume implements Volume {
    /** No more bytes pass in one operation. */
    static final int PIECE = 1500;

    private final Volume sound;
    private final FaultPlan plan;
    private final Set<Object> open = ConcurrentHashMap.newKeySet();

    FaultyVolume(Volume sound, FaultPlan plan) {
        this.sound = sound;
        this.plan = plan;
    }

    /** Which drafts and files nobody has closed. */
    List<String> leftOpen() {
        return open.stream().map(Object::toString).sorted().toList();
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        return plan.run(Step.LOOK, "status " + location, location, () -> sound.status(location));
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        return plan.run(Step.LOOK, "list " + directory, directory, () -> sound.list(directory));
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        return plan.run(Step.LOOK, "open " + file, file, () -> new FaultyFile(sound.open(file), file));
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        return plan.run(Step.WRITE, "draft " + target, target,
                () -> new FaultyDraft(sound.draft(target, mode), target));
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        change("make directory ", directory, () -> sound.makeDirectory(directory));
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        change("remove file ", file, () -> sound.removeFile(file));
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        change("remove directory ", directory, () -> sound.removeDirectory(directory));
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        change("move to " + to + " from ", from, () -> sound.move(from, to));
    }

    @Override
    public int sweep() throws WorkspaceException {
        return sound.sweep();
    }

    private interface Change {
        void run() throws WorkspaceException;
    }

    private void change(String what, Location place, Change change) throws WorkspaceException {
        plan.run(Step.CHANGE, what + place, place, () -> {
            change.run();
            return null;
        });
    }

    /** A draft that may fail at each step; after a failed write it would publish what it has, if it were asked to. */
    private final class FaultyDraft implements Draft {
        private final Draft draft;
        private final Location target;

        FaultyDraft(Draft draft, Location target) {
            this.draft = draft;
            this.target = target;
            open.add(this);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            StorageFault fault = plan.next(Step.WRITE, "write to " + target);
            int count = Math.min(PIECE, fault == StorageFault.FULL ? source.remaining() / 2 : source.remaining());
            if (fault == null || fault == StorageFault.FULL) {
                draft.write(source.slice(source.position(), count));
                source.position(source.position() + count);
            }
            if (fault != null) {
                throw FaultPlan.failure(fault, target);
            }
            return count;
        }

        @Override
        public void publish() throws WorkspaceException {
            change("publish ", target, () -> {
                draft.publish();
                open.remove(this);
            });
        }

        /** Of what was published, nothing is left to fail. */
        @Override
        public void close() throws WorkspaceException {
            draft.close();
            if (open.remove(this)) {
                plan.run(Step.CLOSE, "close draft of " + target, target, () -> null);
            }
        }

        @Override
        public boolean isOpen() {
            return draft.isOpen();
        }

        @Override
        public String toString() {
            return "a draft of " + target;
        }
    }

    /** A file whose channel may fail at each step. */
    private final class FaultyFile implements StoredFile, FaultyChannel.Owner {
        private final StoredFile file;
        private final Location location;
        private final SeekableByteChannel channel;

        FaultyFile(StoredFile file, Location location) {
            this.file = file;
            this.location = location;
            this.channel = new FaultyChannel((FileChannel) file.channel(), this);
            open.add(this);
        }

        @Override
        public StorageFault befalls() {
            return plan.next(Step.READ, "read " + location);
        }

        @Override
        public void closed() throws IOException {
            file.close();
            if (open.remove(this)) {
                plan.run(Step.CLOSE, "close " + location, location, () -> null);
            }
        }

        @Override
        public SeekableByteChannel channel() {
            return channel;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        @Override
        public String toString() {
            return "the file " + location;
        }
    }
}
