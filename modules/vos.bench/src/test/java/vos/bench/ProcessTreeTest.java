package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
    private static final long PAGE = 4_096;

    @TempDir
    private Path proc;

    /** The numbers are: own time in user and in system mode, that of children that are over, pages. */
    private void process(int pid, int parent, String name, String times, int pages) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(String.valueOf(pid)));
        Files.writeString(directory.resolve("stat"), pid + " (" + name + ") S " + parent
                + " 1 1 0 -1 4194560 100 0 0 0 " + times + " 20 0 1 0 5000 1000000 " + pages
                + " 18446744073709551615 0 0\n");
    }

    @Test
    void aProcessCountsWithItsDescendantsAndNobodyElses() throws IOException {
        process(10, 1, "vsftpd", "1 2 30 40", 5);
        process(11, 10, "vsftpd", "100 200 0 0", 7);
        process(12, 11, "vsftpd", "0 1000 0 0", 9);
        process(13, 1, "other", "5000 5000 0 0", 5_000);
        ProcessTree.Usage usage = new ProcessTree(10, proc).usage();
        assertEquals(13.73, usage.cpuSeconds(), 1e-9);
        assertEquals(21 * PAGE, usage.memory());
        assertEquals(3, usage.processes());
    }

    @Test
    void aNameMayHaveBlanksAndParentheses() throws IOException {
        process(10, 1, "a) R 7 (b", "1 1 1 1", 2);
        assertEquals(new ProcessTree.Usage(0.04, 2 * PAGE, 1), new ProcessTree(10, proc).usage());
    }

    @Test
    void whatProcessesShareIsDividedWhereTheSystemTells() throws IOException {
        process(10, 1, "sshd", "0 0 0 0", 100);
        process(11, 10, "sshd", "0 0 0 0", 50);
        Files.writeString(proc.resolve("10/smaps_rollup"), """
                5600-7fff ---p 00000000 00:00 0    [rollup]
                Rss:                 400 kB
                Pss:                 123 kB
                Pss_Dirty:            99 kB
                """);
        assertEquals(123 * 1_024 + 50 * PAGE, new ProcessTree(10, proc).proportionalMemory());
    }

    @Test
    void aProcessThatHasGoneHasNothing() throws IOException {
        assertEquals(new ProcessTree.Usage(0, 0, 0), new ProcessTree(10, proc).usage());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessUsesProcessorsAndMemory() throws IOException {
        var here = new ProcessTree(ProcessHandle.current().pid(), Path.of("/proc"));
        ProcessTree.Usage usage = here.usage();
        assertTrue(usage.cpuSeconds() > 0 && usage.memory() > 10 * 1024 * 1024, usage::toString);
        assertTrue(here.proportionalMemory() > 10 * 1024 * 1024);
    }
}
