package vos.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of {@code --report DIR}: {@code results.json} for Gradescope, whole before anything is started, and in the
 * end {@code report.json}, {@code junit.xml}, {@code index.html} and the replay files. Without a directory, only the
 * replay files, and only if something failed.
 *
 * @param directory where the reports go; none, if they were not asked for
 * @param replays where the replay files go
 * @param texts puts failures into words
 */
record ReportFiles(Optional<Path> directory, Path replays, FailureTexts texts) {

    private static final List<String> AT_THE_END = List.of("report.json", "junit.xml", "index.html");

    /** Makes the directory, removes what an earlier run has left there, and writes that nothing is known yet. */
    void begin(Report report, String output) throws IOException {
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
            removeEarlier(directory.get());
            soFar(report, output);
        }
    }

    /** Other files may lie there too, such as those of the server that is judged. */
    private static void removeEarlier(Path directory) throws IOException {
        for (String name : AT_THE_END) {
            Files.deleteIfExists(directory.resolve(name));
            Files.deleteIfExists(half(directory.resolve(name)));
        }
        List<Path> replays;
        try (Stream<Path> files = Files.list(directory)) {
            replays = files.filter(ReplayFile::isOne).toList();
        }
        for (Path replay : replays) {
            Files.delete(replay);
        }
    }

    /** Writes what is known so far, and why no more is. */
    void soFar(Report report, String output) throws IOException {
        if (directory.isPresent()) {
            replace("results.json", GradescopeResults.of(report, texts, output));
        }
    }

    /** Writes everything that can be written, and tells of the first file that could not. */
    void finished(Report report, Optional<Misconception> misconception) throws IOException {
        List<Writing> files = new ArrayList<>();
        if (directory.isPresent()) {
            files.add(() -> soFar(report, ConsoleReport.summary(report)));
            files.add(() -> replace("report.json", ReportJson.of(report, texts, misconception)));
            files.add(() -> replace("junit.xml", JunitXml.of(report, texts)));
            files.add(() -> replace("index.html", HtmlReport.of(report, texts, misconception)));
        }
        if (texts.disclosure() == Disclosure.ALL) {
            report.results().forEach(result -> result.failure()
                    .filter(failure -> ReplayFile.isOwed(result.verdict(), failure)).ifPresent(failure ->
                            files.add(() -> writeReplay(ReplayFile.of(report.lab(), result, failure)))));
        }
        writeAll(files);
    }

    /** What writes one file. */
    private interface Writing {
        void write() throws IOException;
    }

    private static void writeAll(List<Writing> files) throws IOException {
        IOException first = null;
        for (Writing file : files) {
            try {
                file.write();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void writeReplay(ReplayFile file) throws IOException {
        Files.createDirectories(replays);
        file.write(replays);
    }

    /** Whoever reads the file, or is left with it by a crash, has the old one or the new one, and never a half. */
    private void replace(String name, byte[] content) throws IOException {
        Path file = directory.orElseThrow().resolve(name);
        Files.write(half(file), content);
        Files.move(half(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
