package vos.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of {@code --report DIR}: {@code results.json} for Gradescope, whole from the first moment on, and in the
 * end {@code report.json}, {@code junit.xml}, {@code index.html} and the replay files. Without a directory, only the
 * replay files, and only if something failed.
 *
 * @param directory where the reports go; none, if they were not asked for
 * @param replays where the replay files go
 * @param texts puts failures into words
 */
record ReportFiles(Optional<Path> directory, Path replays, FailureTexts texts) {

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
            report.results().forEach(result -> replayed(result).ifPresent(failure ->
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

    private static Optional<Failure> replayed(Result result) {
        boolean shown = List.of(Verdict.FAIL, Verdict.FLAKY).contains(result.verdict());
        return result.failure().filter(failure -> shown && ReplayFile.canReplay(failure));
    }

    /** Whoever reads the file, or is left with it by a crash, has the old one or the new one, and never a half. */
    private void replace(String name, byte[] content) throws IOException {
        Path file = directory.orElseThrow().resolve(name);
        Path half = file.resolveSibling(name + ".part");
        Files.write(half, content);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
