package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file of the host, open for reading.
 *
 * @param channel the host's channel, with {@code transferTo}
 * @param size length in bytes when it was opened
 */
record LocalFile(FileChannel channel, long size) implements StoredFile {

    /** Opens what is at {@code path}, unless it is a symbolic link or a directory. */
    static LocalFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, READ, NOFOLLOW_LINKS);
        try {
            // A host opens directories too; that one has taken the file's place just now, only a reading tells.
            channel.read(ByteBuffer.allocate(1), 0);
            return new LocalFile(channel, channel.size());
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
