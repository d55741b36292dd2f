package vos.tck.cloudfs;

import static vos.tck.ZooClient.broken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;

/** Clients of cloud-fs that go wrong where files are sent and kept in the published form. */
final class TransferClients {

    static final List<BrokenClient> ALL = List.of(
            // ---- files, in the published form
            broken("a line end is sent before the sentinel",
                "The sentinel follows the last byte of the content. What stands between them is stored.",
                session -> new CloudFsTalk(session) {
                    @Override
                    String ending() {
                        return "\n" + SENTINEL;
                    }
                }),
            broken("the first sentinel is taken for the end",
                "A content may hold the sentinel. Its end is the sentinel and the answer to the marker, both "
                + "together.",
                session -> new CloudFsTalk(session) {
                    @Override
                    byte[] content() throws IOException {
                        byte[] content = wire().until(bytes(SENTINEL));
                        wire().until(bytes(answerToMarker()));
                        return content;
                    }
                }),
            broken("the sentinel is looked for in each read",
                "A read may end within the sentinel. It has to be looked for in all that has come.",
                session -> new CloudFsTalk(session) {
                    @Override
                    byte[] content() throws IOException {
                        StringBuilder content = new StringBuilder();
                        String end = SENTINEL + answerToMarker();
                        String read = string(some());
                        while (!read.contains(end)) {
                            content.append(read);
                            read = string(some());
                        }
                        return bytes(content + read.replace(end, ""));
                    }
                }),
            broken("the sentence is stored as the file",
                "Where there is no file, a sentence comes in its place.",
                session -> new CloudFsTalk(session) {
                    @Override
                    boolean missing(byte[] content) {
                        return false;
                    }
                }),
            broken("a content is sent with one read of 64 KiB",
                "A read gives as much as it likes. What is longer than the buffer needs more than one.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected byte[] read(Path file) throws IOException {
                        byte[] content = super.read(file);
                        return Arrays.copyOf(content, Math.min(content.length, 64 * 1024));
                    }
                }),
            broken("an empty file is taken for none",
                "No byte before the sentinel, or a header that says 0, is a file of no bytes.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected boolean keep(Path local, byte[] content) throws IOException {
                        return super.keep(local, content == null || content.length == 0 ? null : content);
                    }
                }),
            broken("the end of the stream is taken for the end of the file",
                "A connection that ends before the sentinel, or before the told size, has broken the file off.",
                session -> new CloudFsTalk(session) {
                    @Override
                    byte[] content() throws IOException {
                        return wire().untilOrEnd(bytes(SENTINEL + answerToMarker()));
                    }

                    @Override
                    byte[] strictContent(int size) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        byte[] read = wire().some();
                        while (read.length > 0 && content.size() + read.length < size) {
                            content.writeBytes(read);
                            read = wire().some();
                        }
                        content.writeBytes(read);
                        return content.toByteArray();
                    }
                }),
            broken("the local file is opened before its content has come",
                "Opening it for writing empties it. When the download then fails, the old file is lost.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected void begin(Path local) throws IOException {
                        Files.write(local, new byte[0]);
                    }
                }),
            broken("the local file is called as the remote path",
                "The last part of the path is the name: the rest would have the file written anywhere.",
                session -> new CloudFsTalk(session) {
                    @Override
                    protected String localName(String name) {
                        return name;
                    }
                }));

    private TransferClients() {
    }
}
