package vos.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import vos.fs.StoredFile;

/** {@code head}: reads no further than it has to, but for the rest of a block. */
final class HeadCommand extends ExcerptCommand {

    HeadCommand() {
        super("head", "prints the beginning of files");
    }

    @Override
    void printLines(StoredFile file, long count, Output out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(Content.BLOCK);
        long left = count;
        while (left > 0 && file.channel().read(block.clear()) >= 0) {
            block.flip();
            int end = 0;
            while (left > 0 && end < block.limit()) {
                if (block.get(end) == '\n') {
                    left--;
                }
                end++;
            }
            out.write(block.limit(end));
        }
    }

    @Override
    void printBytes(StoredFile file, long count, Output out) throws IOException {
        Content.copy(file.channel(), count, out::write, out);
    }
}
