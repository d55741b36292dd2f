package vos.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known, because the disk did not tell, is not taken for absent, nor part of a file for all of it. */
class BadDiskTest {
    private static final String[] TREE = {"brief = 12\n34\n", "d/", "d/x = ex", "sick/", "sick/y = why"};

    @TempDir
    private Path root;
    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        Files.createDirectory(root.resolve("d"));
        Files.createDirectory(root.resolve("sick"));
        Files.writeString(root.resolve("d/x"), "ex");
        Files.writeString(root.resolve("sick/y"), "why");
        Files.writeString(root.resolve("brief"), "12\n34\n");
        console = new Console(new FailingVolume(root));
    }

    @Test
    void mvDoesNotTakeATargetThatItCannotLookAtForANewName() throws IOException {
        Files.delete(root.resolve("sick/y"));
        console.run("mv d sick").failsWith("mv: target 'sick': Input/output error");
        HostTree.assertHolds(root, "brief = 12\n34\n", "d/", "d/x = ex", "sick/");
    }

    @Test
    void cpDoesNotTakeATargetThatItCannotLookAtForANewName() throws IOException {
        console.run("cp -r d sick").failsWith("cp: target 'sick': Input/output error");
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void duDoesNotTakeADirectoryThatItCannotLookAtForAFile() {
        console.run("du sick").failsWith("du: cannot access 'sick': Input/output error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -f sick/*", "echo sick/*", "ls sick/y?", "rm -rf [a-z]*/sick/*"})
    void aLineWithAWildcardIsRefusedWhenTheNamesCannotBeTold(String line) throws IOException {
        Files.createDirectory(root.resolve("d/sick"));
        String place = line.contains("]") ? "d/sick" : "sick";
        console.run(line).failsWith("sh: cannot access '" + place + "': Input/output error");
        Files.delete(root.resolve("d/sick"));
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void aFileThatEndsBeforeItsEndIsNotCopied() throws IOException {
        console.run("cp brief new").failsWith("cp: cannot create regular file 'new': Input/output error");
        console.run("cp brief d/x").failsWith("cp: cannot create regular file 'd/x': Input/output error");
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void aFileThatEndsBeforeItsEndIsNotShownAsIfThatWereAll() {
        console.run("cat brief").failsWith("1cat: brief: Input/output error");
        console.run("head brief").failsWith("1head: cannot open 'brief' for reading: Input/output error");
        console.run("head -c 3 brief").failsWith("1head: cannot open 'brief' for reading: Input/output error");
        console.run("tail -n 2 brief").failsWith("tail: cannot open 'brief' for reading: Input/output error");
        console.run("tail -c 6 brief").failsWith("1tail: cannot open 'brief' for reading: Input/output error");
        console.run("wc -l brief").failsWith("wc: brief: Input/output error");
    }
}
