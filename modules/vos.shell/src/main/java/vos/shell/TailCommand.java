package vos.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import vos.fs.StoredFile;

/** {@code tail}: looks for its lines from the end of the file, and reads nothing that lies far before them. */
final class TailCommand extends ExcerptCommand {

    TailCommand() {
        super("tail", "prints the end of files");
    }

    @Override
    void printLines(StoredFile file, long count, Output out) throws IOException {
        print(file, startOfLast(count, file, out), out);
    }

    @Override
    void printBytes(StoredFile file, long count, Output out) throws IOException {
        print(file, Math.max(0, file.size() - count), out);
    }

    private static void print(StoredFile file, long start, Output out) throws IOException {
        Content.copy(file.channel().position(start), file.size() - start, out::write, out);
    }

    /** Where the last lines begin: after the newline that comes before them all. */
    private static long startOfLast(long lines, StoredFile file, Output out) throws IOException {
        if (lines == 0) {
            return file.size();
        }
        ByteBuffer block = ByteBuffer.allocate(Content.BLOCK);
        long left = lines;
        // The last byte ends a line or is a part of it: in neither case does a line begin after it.
        long end = file.size() - 1;
        while (end > 0) {
            long begin = Math.max(0, end - Content.BLOCK);
            fill(block.clear().limit((int) (end - begin)), file.channel().position(begin));
            out.requireOpen();
            for (int i = block.limit() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    left--;
                    if (left == 0) {
                        return begin + i + 1;
                    }
                }
            }
            end = begin;
        }
        return 0;
    }

    private static void fill(ByteBuffer block, SeekableByteChannel content) throws IOException {
        int wanted = block.limit();
        while (block.position() < wanted) {
            Content.read(block, content);
            block.position(block.limit()).limit(wanted);
        }
        block.flip();
    }
}
