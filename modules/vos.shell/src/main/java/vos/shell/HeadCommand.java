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
        for (long unread = file.size(); left > 0 && unread > 0; unread -= block.limit()) {
            Content.read(block.clear().limit((int) Math.min(unread, Content.BLOCK)), file.channel());
            int end = 0;
            while (left > 0 && end < block.limit()) {
                if (block.get(end) == '\n') {
                    left--;
                }
                end++;
            }
            out.write(block.slice(0, end));
        }
    }

    @Override
    void printBytes(StoredFile file, long count, Output out) throws IOException {
        Content.copy(file.channel(), Math.min(count, file.size()), out::write, out);
    }
}
