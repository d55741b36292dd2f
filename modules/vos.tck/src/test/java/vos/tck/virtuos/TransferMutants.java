package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static vos.tck.virtuos.VirtuosZoo.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that misunderstand where a file begins and ends. */
final class TransferMutants {

    private static final List<Mutant> SENTINELS = List.of(
            session("a sentinel split across reads is missed", "The sentinel is looked for in what one read gave, and"
                + " what stands behind it there is stored, as in the published server.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void readFile(OutputStream file) throws IOException {
                        String text = "";
                        while (!text.contains(SENTINEL)) {
                            byte[] segment = in.some(LONGEST);
                            if (segment.length == 0) {
                                brokenOff();
                            }
                            text = new String(segment, ISO_8859_1);
                            file.write(text.replace(SENTINEL, "").getBytes(ISO_8859_1));
                        }
                    }
                }),
            session("the reader swallows what stands behind the sentinel", "A read gives more than the file, and the"
                + " rest is the next command.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void readFile(OutputStream file) throws IOException {
                        super.readFile(file);
                        in.someWithin(LONGEST, 1);
                    }
                }),
            session("a sentinel behind its own beginning is missed", "When a begun sentinel is broken off, the byte"
                + " that broke it may begin another.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    Sentinel sentinel() {
                        return new Sentinel() {
                            @Override
                            int shorter(int matched) {
                                return 0;
                            }
                        };
                    }
                }),
            session("content that is like the sentinel is taken for it", "Letters are compared without their case.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    Sentinel sentinel() {
                        return new Sentinel() {
                            @Override
                            boolean is(int next, byte expected) {
                                return Character.toUpperCase(next) == expected;
                            }
                        };
                    }
                }),
            session("content is text", "What is not text is changed when it is read as text.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void readFile(OutputStream file) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        super.readFile(content);
                        file.write(content.toString(UTF_8).getBytes(UTF_8));
                    }
                }),
            session("the end of the connection is the end of the file", "A client that vanishes has not sent its file.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void brokenOff() {
                        // What has come is stored.
                    }
                }));

    private static final List<Mutant> JOINED = List.of(
            session("a name and a file that came together are a name", "The network may join both, and a server must"
                + " not guess where the name ends.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean isJoined(byte[] segment) {
                        return false;
                    }
                }),
            session("a line end separates a name from a file", "Nothing separates them. What looks like a file behind a"
                + " name is refused.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean command(byte[] segment) throws IOException {
                        String text = new String(segment, ISO_8859_1);
                        int end = text.indexOf('\n');
                        if (!text.startsWith("upload ") || end < 0) {
                            return super.command(segment);
                        }
                        in.putBack(text.substring(end + 1).getBytes(ISO_8859_1));
                        return super.command(text.substring(0, end).getBytes(ISO_8859_1));
                    }
                }),
            session("a second word behind upload is refused", "It is ignored, as a published client sends it; only when"
                + " nothing but the sentinel follows, the words were the file.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void upload(String... words) throws IOException {
                        if (words.length > 2) {
                            discard();
                            throw new Refused("malformed", "a name has no blanks");
                        }
                        super.upload(words);
                    }
                }));

    private static final List<Mutant> REFUSALS = List.of(
            session("a refused upload is answered at once", "The file follows all the same, and must be read first;"
                + " else it is taken for commands.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void discard() {
                        // The refusal is sent, and the file is the next command.
                    }
                }),
            session("a refused download is answered without the sentinel", "A published client waits for it for ever.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void refuseDownload(String sentence) throws IOException {
                        say(sentence);
                    }
                }),
            session("behind a refused download the sentinel comes late", "Sentence and sentinel fit into one read, and"
                + " are one write.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void refuseDownload(String sentence) throws IOException {
                        say(sentence);
                        sleep(20);
                        endFile();
                    }
                }),
            session("an empty file is refused", "A file may be empty: the sentinel alone.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void upload(String... words) throws IOException {
                        byte[] next = in.some(LONGEST);
                        if (new String(next, ISO_8859_1).equals(SENTINEL)) {
                            throw new Refused("malformed", "there is no file");
                        }
                        in.putBack(next);
                        super.upload(words);
                    }
                }));

    private static final List<Mutant> DOWNLOADS = List.of(
            session("a file that holds the sentinel is sent", "Its receiver finds the end too early, and takes the rest"
                + " for something else.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void download(String name) throws IOException {
                        Path file = files.file(files.resolve(current(), name));
                        send(Files.readAllBytes(file));
                        pause();
                        endFile();
                    }
                }),
            session("a file is searched for the sentinel piece by piece", "Two pieces may share it.",
                (files, socket) -> new VirtuosZooSession(new VirtuosZooFiles(files.root()) {
                    @Override
                    boolean holds(Path file, Sentinel sentinel) throws IOException {
                        String text = Files.readString(file, ISO_8859_1);
                        boolean found = false;
                        for (int i = 0; i < text.length(); i += 4096) {
                            found |= text.substring(i, Math.min(text.length(), i + 4096)).contains("<<EOF>>");
                        }
                        return found;
                    }
                }, socket)),
            session("the sentinel comes at once behind the file", "A published client finds it only where no read has"
                + " cut it: the server pauses before it.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void pause() {
                        // No pause.
                    }
                }),
            session("the last line end of a file is not sent", "It is a byte of the file like any other.",
                (files, socket) -> new VirtuosZooSession(new VirtuosZooFiles(files.root()) {
                    @Override
                    void send(Path file, OutputStream out) throws IOException {
                        byte[] content = Files.readAllBytes(file);
                        boolean ends = content.length > 0 && content[content.length - 1] == '\n';
                        out.write(content, 0, ends ? content.length - 1 : content.length);
                    }
                }, socket)));

    static final List<Mutant> ALL = Stream.of(SENTINELS, JOINED, REFUSALS, DOWNLOADS).flatMap(List::stream).toList();

    private TransferMutants() {
    }
}
