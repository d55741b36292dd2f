package vos.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;

/**
 * A second server on the same root: a process of its own, told by its input what to do, line by line, and answering
 * each line by one of its own.
 */
final class OtherProcess implements Closeable {

    private final Process process;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static OtherProcess on(Path root) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = classes(LocalVolume.class) + File.pathSeparator + classes(OtherProcess.class);
        return new OtherProcess(new ProcessBuilder(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classes, OtherProcess.class.getName(), root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Begins a draft of {@code name} and leaves it open. */
    void draft(String name) throws IOException {
        ask("draft " + name);
    }

    /** Sweeps so many times; returns how many files were removed. */
    int sweep(int times) throws IOException {
        return Integer.parseInt(ask("sweep " + times));
    }

    /** As {@code kill -9}: the process gets no chance to tidy up. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private String ask(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("no answer to: " + command);
        }
        return answer;
    }

    /**
     * The directory that holds a class of ours: where it lies, as the code source of a patched module is the
     * module's.
     */
    private static Path classes(Class<?> type) {
        String file = type.getSimpleName() + ".class";
        Path path = Path.of(URI.create(type.getResource(file).toString()));
        return path.resolve("../../..").normalize();
    }

    /** The other process itself. */
    public static void main(String[] arguments) throws IOException {
        Volume volume = LocalVolume.open(Path.of(arguments[0]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("draft")) {
                Contents.write(volume.draft(Contents.at(words[1]), Publish.REPLACE), "half");
                System.out.println("open");
            } else {
                int removed = 0;
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    removed += volume.sweep();
                }
                System.out.println(removed);
            }
        }
    }
}
