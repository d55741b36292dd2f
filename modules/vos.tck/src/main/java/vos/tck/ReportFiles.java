package vos.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Writes everything. */
    void finished(Report report, Optional<Misconception> misconception) throws IOException {
        if (texts.disclosure() == Disclosure.ALL) {
            writeReplays(report);
        }
        if (directory.isPresent()) {
            soFar(report, ConsoleReport.summary(report));
            replace("report.json", ReportJson.of(report, texts, misconception));
            replace("junit.xml", JunitXml.of(report, texts));
            replace("index.html", HtmlReport.of(report, texts, misconception));
        }
    }

    private void writeReplays(Report report) throws IOException {
        for (Result result : report.results()) {
            Optional<Failure> failure = replayed(result);
            if (failure.isPresent()) {
                Files.createDirectories(replays);
                ReplayFile.of(report.lab(), result, failure.orElseThrow()).write(replays);
            }
        }
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
