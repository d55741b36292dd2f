package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vos.tck.Zoo.Mutant;

/** Servers that get downloads, previews or listings of the published form wrong. */
final class DownloadMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("the name of a preview is asked for",
                "For an upload the server asks for the name; behind preview and download it is silent.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean obey(String command, OrchestrationZooWire wire, OrchestrationZooFiles files)
                            throws IOException {
                        if (command.equals("preview")) {
                            wire.say("Enter the filename to preview: ");
                        }
                        return super.obey(command, wire, files);
                    }
                }),
            new Mutant("a file is sent although it holds its end",
                "A client takes END_OF_FILE for the end wherever it reads it, so that such a file is not sent.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean holds(byte[] content, String end) {
                        return false;
                    }
                }),
            new Mutant("the end is looked for in each buffer alone",
                "The end may lie across two reads of the file.", root -> new OrchestrationZooServer(root) {
                    private static final int BUFFER = 1024;

                    @Override
                    boolean holds(byte[] content, String end) {
                        String text = new String(content, StandardCharsets.ISO_8859_1);
                        boolean found = false;
                        for (int from = 0; from < text.length(); from += BUFFER) {
                            found |= text.substring(from, Math.min(from + BUFFER, text.length())).contains(end);
                        }
                        return found;
                    }
                }),
            new Mutant("only 64 KiB are read",
                "One read gives what is there, and not the whole file.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void send(OrchestrationZooWire wire, Source source, String announcement, String end)
                            throws IOException {
                        super.send(wire, () -> firstBuffer(source.read()), announcement, end);
                    }
                }),
            new Mutant("preview is no command",
                "A preview is PREVIEW and a name in place of the name of a download, or a command of its own.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean obey(String command, OrchestrationZooWire wire, OrchestrationZooFiles files)
                            throws IOException {
                        return super.obey(command.equals("preview") ? "?" : command, wire, files);
                    }
                }),
            new Mutant("PREVIEW is understood in small letters",
                "The word stands in capitals; in small letters it is the beginning of a name.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean isPreview(String name) {
                        return name.toUpperCase(Locale.ROOT).startsWith("PREVIEW ");
                    }
                }),
            files("a preview is the whole file",
                "A preview has 1,024 bytes at most.", directory -> new OrchestrationZooFiles(directory) {
                            @Override
                            byte[] beginning(String path) throws IOException {
                                return content(path);
                            }
                        }),
            files("a listing is as the directory has it",
                "The names are sorted.", directory -> new OrchestrationZooFiles(directory) {
                            @Override
                            protected List<String> sorted(Stream<String> names) {
                                return super.sorted(names).reversed();
                            }
                        }),
            files("directories are listed like files",
                "Behind a directory's name stands a slash.", directory -> new OrchestrationZooFiles(directory) {
                            @Override
                            String slash() {
                                return "";
                            }
                        }),
            new Mutant("of an empty directory nothing is said",
                "A client that gets no answer waits for ever: the listing of nothing is No files.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void list(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
                        wire.say(files.listing(""));
                    }
                }));

    private DownloadMutants() {
    }

    private static byte[] firstBuffer(byte[] content) {
        return Arrays.copyOf(content, Math.min(content.length, 64 * 1024));
    }
}
