package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that answers as OpenSSH's does: each line is repeated, while others wait to be read. */
class SftpLoadTest {
    private static final int MORE_THAN_PIPES_HOLD = 3_000;

    @TempDir
    private Path directory;

    @Test
    @Timeout(30)
    void moreCommandsThanPipesHoldAreSaidWhileTheAnswersAreHeard() throws IOException, BenchException {
        Path program = Fixtures.script(directory.resolve("sftp"), "while read -r line; do", "  echo \"sftp> $line\"",
                "  [ \"$line\" = pwd ] && echo 'Remote working directory: /'", "done");
        var task = new Task.SmallFiles(false, MORE_THAN_PIPES_HOLD, 10);
        LoadReport report = new SftpLoad(program).run(task,
                Fixtures.stage(Work.of("files-down", "fetched", task), directory), 1);
        assertEquals(MORE_THAN_PIPES_HOLD, report.operations());
        assertEquals(MORE_THAN_PIPES_HOLD * 10, report.bytes());
    }
}
