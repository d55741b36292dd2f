package vos.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.LocalVolume;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.Status;
import vos.fs.StoredFile;
import vos.fs.Volume;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/**
 * A directory of the host on a bad disk: files break off after a byte, {@code brief} has its end there, what is called
 * {@code stuck} stays, and what is called {@code sick} cannot be looked at the first time.
 */
final class FailingVolume implements Volume {

    private final Volume local;
    private boolean recovered;

    FailingVolume(Path root) throws IOException {
        this.local = LocalVolume.open(root);
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        refuseIfSick(location);
        return local.status(location);
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        refuseIfStuck(directory);
        refuseIfSick(directory);
        return local.list(directory);
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        return new BrokenFile(local.open(file), file.name().equals("brief"));
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        return local.draft(target, mode);
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        local.makeDirectory(directory);
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        refuseIfStuck(file);
        local.removeFile(file);
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        local.removeDirectory(directory);
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        local.move(from, to);
    }

    @Override
    public int sweep() throws WorkspaceException {
        return local.sweep();
    }

    private static void refuseIfStuck(Location location) throws WorkspaceException {
        if (!location.isRoot() && location.name().equals("stuck")) {
            throw new WorkspaceException(Reason.DENIED, location);
        }
    }

    private void refuseIfSick(Location location) throws WorkspaceException {
        if (!recovered && !location.isRoot() && location.name().equals("sick")) {
            recovered = true;
            throw new WorkspaceException(Reason.FAILED, location);
        }
    }

    private record BrokenFile(StoredFile file, boolean brief) implements StoredFile, SeekableByteChannel {

        @Override
        public SeekableByteChannel channel() {
            return this;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (position() > 0 && brief) {
                return -1;
            }
            if (position() > 0) {
                throw new IOException("a bad sector");
            }
            int read = file.channel().read(target.slice(target.position(), 1));
            target.position(target.position() + Math.max(read, 0));
            return read;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return file.channel().write(source);
        }

        @Override
        public long position() throws IOException {
            return file.channel().position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws IOException {
            file.channel().position(newPosition);
            return this;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return file.channel().truncate(size);
        }

        @Override
        public boolean isOpen() {
            return file.channel().isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
