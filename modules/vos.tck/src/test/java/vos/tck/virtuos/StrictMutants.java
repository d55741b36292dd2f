package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vos.tck.virtuos.VirtuosZoo.strict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that misunderstand the strict form. */
final class StrictMutants {

    private static final List<Mutant> LINES = List.of(
            strict("one read is one command in the strict form", "A command ends at its line end, however the network"
                + " has cut and joined it.", (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    String line() throws IOException {
                        byte[] segment = in.some(longestLine());
                        String text = new String(segment, UTF_8);
                        int end = text.indexOf('\n');
                        if (text.startsWith("upload ") && end >= 0) {
                            in.putBack(text.substring(end + 1).getBytes(UTF_8));
                            return text.substring(0, end);
                        }
                        return segment.length == 0 ? null : text.stripTrailing();
                    }
                }),
            strict("the end of the connection ends a line", "A connection that ends within a line has not sent it.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    String atEnd(ByteArrayOutputStream line) {
                        return line.size() == 0 ? null : text(line);
                    }
                }),
            strict("the CR is left at the end of the name", "A CR before the line end is no part of the line.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    String withoutCarriageReturn(String line) {
                        return line;
                    }
                }),
            strict("an empty line is an unknown command", "An empty line is no command, and is not answered.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    boolean isNoCommand(String line) {
                        return false;
                    }
                }),
            strict("names end at a blank in the strict form", "The name is all that follows the space behind the word.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    List<String> place(String name) throws IOException {
                        return super.place(name.split(" ")[0]);
                    }
                }));

    private static final List<Mutant> BROKEN = List.of(
            strict("a line may be of any length", "Its memory is the client's. A command has 8,192 bytes at most.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    int longestLine() {
                        return 1 << 20;
                    }
                }),
            strict("a line has 1,024 bytes at most", "That holds in the published form only.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    int longestLine() {
                        return 1024;
                    }
                }),
            strict("an upload without a size is refused like any command", "Nobody knows how long its file is: it"
                + " breaks the framing.", (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void withoutSize() throws IOException {
                        throw new Refused("malformed", "upload needs a size and a name");
                    }
                }));

    private static final List<Mutant> ANSWERS = List.of(
            strict("every answer has a size", "Behind OK stands a size only where content or text follows.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    private boolean sized;

                    @Override
                    boolean command(String... wordAndName) throws IOException {
                        sized = List.of("touch", "rm").contains(wordAndName[0]);
                        return super.command(wordAndName);
                    }

                    @Override
                    void done() throws IOException {
                        if (sized) {
                            content("");
                        } else {
                            super.done();
                        }
                    }
                }),
            strict("errors have no word", "A refusal is ERROR, a word of the table, a colon, and a sentence.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void refuse(Refused refused) throws IOException {
                        send("ERROR: " + refused.getMessage() + "\n");
                    }
                }),
            strict("the name stands in the sentence as it came", "A control character in it may upset the client's"
                + " terminal.", (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    List<String> place(String name) throws IOException {
                        try {
                            return super.place(name);
                        } catch (Refused refused) {
                            throw new Refused(refused.word(), name + ": " + refused.getMessage());
                        }
                    }
                }),
            strict("directories are not marked in the strict form", "A listing has a slash behind a directory's name.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    String listing(List<Path> entries) {
                        return entries.stream().map(entry -> entry.getFileName() + "\n").collect(Collectors.joining());
                    }
                }),
            strict("the size of a text is counted in characters", "It is the number of bytes that follow.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    int size(String text) {
                        return text.length();
                    }
                }),
            strict("mkdir is that of the published form", "In the strict form it makes one directory, and not one that"
                + " exists.", (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void make(List<String> place) throws IOException {
                        files.makeAll(place);
                    }
                }),
            strict("the connection stays open behind exit", "Behind the answer to exit the server closes.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    boolean command(String... wordAndName) throws IOException {
                        super.command(wordAndName);
                        return true;
                    }
                }));

    private static final List<Mutant> BODIES = List.of(
            strict("the sentinel is looked for in the strict form", "The size tells where a file ends, and it may hold"
                + " anything.", (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void download(Path file) throws IOException {
                        if (files.holds(file, new Sentinel())) {
                            throw new Refused("unsupported", "the file holds the sentinel");
                        }
                        super.download(file);
                    }
                }),
            strict("the server pauses in the strict form", "Nothing in it waits for a clock.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void download(Path file) throws IOException {
                        VirtuosZooSession.sleep(150);
                        super.download(file);
                    }
                }),
            strict("the size of a file is counted in characters", "It is the number of bytes.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void download(Path file) throws IOException {
                        send("OK " + new String(Files.readAllBytes(file), UTF_8).length() + "\n");
                        files.send(file, socket().getOutputStream());
                    }
                }),
            strict("a size has an int's room", "Files of more than 2 GiB are not understood.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void upload(String sizeAndName) throws IOException {
                        super.upload(sizeAndName.matches("[0-9]{10,18} .*") ? "0 file" : sizeAndName);
                    }
                }));

    private static final List<Mutant> UPLOADS = List.of(
            strict("a body that was cut is stored", "A connection that ends before has broken off the file.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void brokenOff() {
                        // What has come is stored.
                    }
                }),
            strict("the file of a refused upload is not read", "It follows all the same, and is taken for commands.",
                (files, socket, in) -> new VirtuosZooStrict(files, socket, in) {
                    @Override
                    void discard(long size) {
                        // The refusal is sent, and the file is the next command.
                    }
                }));

    static final List<Mutant> ALL = Stream.of(LINES, BROKEN, ANSWERS, BODIES, UPLOADS).flatMap(List::stream).toList();

    private StrictMutants() {
    }
}
