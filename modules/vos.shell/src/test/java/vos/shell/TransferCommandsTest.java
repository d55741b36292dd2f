package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.LocalVolume;
import vos.fs.Quota;
import vos.fs.Volume;

/** {@code cp} and {@code mv}, after GNU's. */
final class TransferCommandsTest {

    private static final String[] TREE = {"d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "e/", "f = hi"};

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, TREE);
        console = Console.in(root);
    }

    @Test
    void cpToANewNameOrOverAFileOrIntoADirectory() throws IOException {
        console.run("cp f new").prints();
        console.run("cp f d/x").prints();
        console.run("cp f d/x e").prints();
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = hi", "e/", "e/f = hi", "e/x = hi",
                "f = hi", "new = hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp -r d e", "cp -r d/ e", "cp -r ./d/. e/", "cp -r /d //e"})
    void cpTakesATree(String line) throws IOException {
        console.run(line).prints();
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "e/", "e/d/", "e/d/f/",
                "e/d/sub/", "e/d/sub/y = why", "e/d/x = there", "f = hi");
    }

    @Test
    void cpOfATreeFillsOneThatIsThere() throws IOException {
        HostTree.make(root, "e/d/", "e/d/x = old", "e/d/own = own", "e/d/sub = a file");
        console.run("cp -r d e").failsWith("cp: cannot create directory 'e/d/sub': File exists");
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "e/", "e/d/", "e/d/f/",
                "e/d/own = own", "e/d/sub = a file", "e/d/x = there", "f = hi");
    }

    @Test
    void cpOfATreeToANewNameMakesIt() throws IOException {
        console.run("cp -r d/sub new").prints();
        console.run("cp -r e/ newer/").prints();
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "e/", "f = hi",
                "new/", "new/y = why", "newer/");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', delimiter = '|', value = {
        "nope x | cannot stat 'nope': No such file or directory",
        "d x | -r not specified; omitting directory 'd'",
        "f f | 'f' and 'f' are the same file",
        "f ./d/../f | 'f' and './d/../f' are the same file",
        "f . | 'f' and './f' are the same file",
        "-r d . | 'd' and './d' are the same file",
        "-r d d | cannot copy a directory, 'd', into itself, 'd/d'",
        "-r d d/sub/y2 | cannot copy a directory, 'd', into itself, 'd/sub/y2'",
        "-r . e | cannot copy a directory, '.', into itself, 'e/'",
        "-r / new | cannot copy a directory, '/', into itself, 'new'",
        "f d | cannot overwrite directory 'd/f' with non-directory",
        "-r d f | cannot overwrite non-directory 'f' with directory 'd'",
        "f e nope | target 'nope': No such file or directory",
        "d e f | target 'f': Not a directory",
        "f n/q/r | cannot create regular file 'n/q/r': No such file or directory",
        "-r d n/q/r | cannot create directory 'n/q/r': No such file or directory",
        "f ../x | cannot stat '../x': Outside the workspace",
        "../x f | cannot stat '../x': Outside the workspace"})
    void cpRefusesWhatCannotBeAndLeavesAllAsItWas(String arguments, String problem) throws IOException {
        console.run("cp " + arguments).failsWith("cp: " + problem);
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void cpGoesOnWithTheNextAfterAFailure() throws IOException {
        console.run("cp nope d f e").failsWith("cp: cannot stat 'nope': No such file or directory",
                "cp: -r not specified; omitting directory 'd'");
        assertEquals("hi", Files.readString(root.resolve("e/f")));
    }

    @Test
    void cpLeavesNoTraceOfAFileThatItCannotReadToItsEnd() throws IOException {
        Console failing = new Console(new FailingVolume(root));
        failing.run("cp f e/new").failsWith("cp: cannot create regular file 'e/new': Input/output error");
        failing.run("cp f d/x").failsWith("cp: cannot create regular file 'd/x': Input/output error");
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void mvRenamesReplacesAFileOrGoesIntoADirectory() throws IOException {
        console.run("mv d/x d/z").prints();
        console.run("mv f d/z").prints();
        console.run("mv d/z d/sub e").prints();
        console.run("mv e new").prints();
        HostTree.assertHolds(root, "d/", "d/f/", "new/", "new/sub/", "new/sub/y = why", "new/z = hi");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', delimiter = '|', value = {
        "nope x | cannot stat 'nope': No such file or directory",
        "f f | 'f' and 'f' are the same file",
        "d . | 'd' and './d' are the same file",
        "d d | cannot move 'd' to a subdirectory of itself, 'd/d'",
        "d d/sub | cannot move 'd' to a subdirectory of itself, 'd/sub/d'",
        "f d | cannot overwrite directory 'd/f' with non-directory",
        "d f | cannot overwrite non-directory 'f' with directory 'd'",
        "f e nope | target 'nope': No such file or directory",
        "d e f | target 'f': Not a directory",
        "f n/q/r | cannot move 'f' to 'n/q/r': No such file or directory",
        "f ../x | cannot stat '../x': Outside the workspace",
        "/ e | cannot move '/' to a subdirectory of itself, 'e/'"})
    void mvRefusesWhatCannotBeAndLeavesAllAsItWas(String arguments, String problem) throws IOException {
        console.run("mv " + arguments).failsWith("mv: " + problem);
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void mvOfADirectoryTakesThePlaceOfAnEmptyOneAndOfNoOther() throws IOException {
        HostTree.make(root, "e/d/", "e/d/own/");
        console.run("mv d e").failsWith("mv: cannot move 'd' to 'e/d': Directory not empty");
        console.run("rmdir e/d/own").prints();
        console.run("mv d e").prints();
        HostTree.assertHolds(root, "e/", "e/d/", "e/d/f/", "e/d/sub/", "e/d/sub/y = why", "e/d/x = there", "f = hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp", "mv"})
    void ofTwoFilesOfOneNameTheSecondDoesNotTakeThePlaceOfTheFirst(String command) throws IOException {
        HostTree.make(root, "e/f = old", "d/sub/f = second");
        console.run(command + " f d/sub/f ./e/").failsWith(
                command + ": will not overwrite just-created './e/f' with 'd/sub/f'");
        assertEquals("hi", Files.readString(root.resolve("e/f")));
        assertEquals("second", Files.readString(root.resolve("d/sub/f")));
    }

    @Test
    void theGroundUnderTheSessionIsNotMoved() throws IOException {
        console.run("cd d/sub").prints();
        console.run("mv . /new").failsWith("mv: cannot move '.' to '/new': Device or resource busy");
        console.run("mv /d /e").failsWith("mv: cannot move '/d' to '/e/d': Device or resource busy");
        HostTree.assertHolds(root, TREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp", "mv"})
    void withoutATargetThereIsNothingToDo(String command) throws IOException {
        String hint = "Try 'help " + command + "' for more information.";
        console.run(command).isRefusedWith(command + ": missing file operand", hint);
        console.run(command + " f").isRefusedWith(command + ": missing destination file operand after 'f'", hint);
        assertEquals(List.of(TREE), HostTree.lines(root));
    }

    @Test
    void whatDoesNotFitIntoTheQuotaIsSaidAndLeavesTheOldFile() throws IOException {
        Volume volume = LocalVolume.open(root);
        Console full = new Console(volume.limitedTo(new Quota(Long.MAX_VALUE, 0, Long.MAX_VALUE)));
        full.run("cp f new").failsWith("cp: cannot create regular file 'new': Disk quota exceeded");
        full.run("mkdir new").failsWith("mkdir: cannot create directory 'new': Disk quota exceeded");
        full.run("touch new").failsWith("touch: cannot touch 'new': Disk quota exceeded");
        Console small = new Console(volume.limitedTo(new Quota(Long.MAX_VALUE, Long.MAX_VALUE, 1)));
        small.run("cp f e/new").failsWith("cp: cannot create regular file 'e/new': File too large");
        HostTree.assertHolds(root, TREE);
    }
}
