package vos.tck.virtuos;

import static vos.tck.ZooClient.broken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;

/** Clients of VirtuOS that go wrong where files are sent and kept in the published form. */
final class TransferClients {

    static final List<BrokenClient> ALL = List.of(
            // ---- files, in the published form
            broken("no pause around a file",
                "Who takes one read for a command takes the beginning of the file for a part of the name.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean pause() {
                        return true;
                    }
                }),
            broken("the file is sent although the server has answered already",
                "A server that answers does not wait for a file, and takes it for commands.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean pause() throws IOException {
                        super.pause();
                        return true;
                    }
                }),
            broken("a file with the sentinel is sent",
                "The server takes the sentinel in the file for its end, and the rest for a command.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean mustNotBeSent(byte[] content) {
                        return false;
                    }
                }),
            broken("a line end is sent before the sentinel",
                "The sentinel follows the last byte of the file. What stands between them is stored.",
                session -> new VirtuosTalk(session) {
                    @Override
                    byte[] ending() {
                        return bytes("\n<<EOF>>");
                    }
                }),
            broken("the sentinel is looked for in each read",
                "A read may end within the sentinel. It has to be looked for in all that has come.",
                session -> new VirtuosTalk(session) {
                    @Override
                    byte[] file() throws IOException {
                        ByteArrayOutputStream file = new ByteArrayOutputStream();
                        String read = string(wire().some());
                        while (!read.isEmpty() && !read.contains("<<EOF>>")) {
                            file.writeBytes(bytes(read));
                            read = string(wire().some());
                        }
                        file.writeBytes(bytes(read.replace("<<EOF>>", "")));
                        return read.isEmpty() ? null : file.toByteArray();
                    }
                }),
            broken("the sentence is stored as the file",
                "Where there is no file, a sentence comes in its place, and from a published server no sentinel "
                + "behind it.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean isMissing() {
                        return false;
                    }
                }),
            broken("the first sentinel is taken for the end of the file",
                "A file may hold the sentinel. Only the answer to a question whose answer is known shows that "
                + "nothing is left over.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean inStep() {
                        return true;
                    }
                }),
            broken("a file is sent with one read of 64 KiB",
                "A read gives as much as it likes. What is longer than the buffer needs more than one.",
                session -> new VirtuosTalk(session) {
                    @Override
                    protected byte[] read(Path file) throws IOException {
                        byte[] content = super.read(file);
                        return Arrays.copyOf(content, Math.min(content.length, 64 * 1024));
                    }
                }),
            broken("an empty file is taken for none",
                "No byte before the sentinel, or a size of 0, is a file of no bytes.",
                session -> new VirtuosTalk(session) {
                    @Override
                    protected boolean keep(Path local, byte[] content) throws IOException {
                        return super.keep(local, content == null || content.length == 0 ? null : content);
                    }
                }),
            broken("the end of the stream is taken for the end of the file",
                "A connection that ends before the sentinel, or before the told size, has broken the file off.",
                session -> new VirtuosTalk(session) {
                    @Override
                    byte[] file() throws IOException {
                        return wire().untilOrEnd(SENTINEL);
                    }

                    @Override
                    boolean inStep() throws IOException {
                        wire().quietFor(1);
                        return wire().ended() || super.inStep();
                    }

                    @Override
                    byte[] strictFile(int size) throws IOException {
                        ByteArrayOutputStream file = new ByteArrayOutputStream();
                        byte[] read = wire().some();
                        while (read.length > 0 && file.size() + read.length < size) {
                            file.writeBytes(read);
                            read = wire().some();
                        }
                        file.writeBytes(read);
                        return file.toByteArray();
                    }
                }),
            broken("the local file is opened before its content has come",
                "Opening it for writing empties it. When the download then fails, the old file is lost.",
                session -> new VirtuosTalk(session) {
                    @Override
                    protected void begin(Path local) throws IOException {
                        Files.write(local, new byte[0]);
                    }
                }),
            broken("the local file is called as the remote path",
                "The last part of the path is the name: the rest would have the file written anywhere.",
                session -> new VirtuosTalk(session) {
                    @Override
                    protected String localName(String name) {
                        return name;
                    }
                }));

    private TransferClients() {
    }
}
