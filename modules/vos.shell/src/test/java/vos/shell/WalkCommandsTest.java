package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vos.fs.LocalVolume;
import vos.fs.Quota;

/** Those that walk through a tree and leave it as it is: {@code find}, {@code tree}, {@code du}, {@code df}. */
final class WalkCommandsTest {

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, "d/", "d/sub/", "d/sub/b.txt = 12345", "d/x.txt = 123", "e/", "f = hi", ".h = hid");
        console = Console.in(root);
    }

    @Test
    void findPrintsADirectoryAndThenWhatIsInIt() {
        console.run("find").prints(".", "./.h", "./d", "./d/sub", "./d/sub/b.txt", "./d/x.txt", "./e", "./f");
        console.run("find d").prints("d", "d/sub", "d/sub/b.txt", "d/x.txt");
        console.run("find d/ f").prints("d/", "d/sub", "d/sub/b.txt", "d/x.txt", "f");
        console.run("find /e").prints("/e");
        console.run("find /").prints("/", "/.h", "/d", "/d/sub", "/d/sub/b.txt", "/d/x.txt", "/e", "/f");
    }

    @Test
    void findKeepsWhatPassesAllTests() {
        console.run("find -name '*.txt'").prints("./d/sub/b.txt", "./d/x.txt");
        console.run("find -type d").prints(".", "./d", "./d/sub", "./e");
        console.run("find . -type f -name '?'").prints("./f");
        console.run("find . -type d -name '*.txt'").prints();
        console.run("find d/sub/ -name sub").prints("d/sub/");
        console.run("find . -name '*h'").prints("./.h");
        console.run("find . -name '[.f]'").prints(".", "./f");
        console.run("find . -name '\\f'").prints("./f");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', delimiter = '|', value = {
        "d -foo | unknown predicate '-foo'", "d -name | missing argument to '-name'",
        "d -type | missing argument to '-type'", "d -type x | unknown argument to -type: x",
        "d -name x q | paths must precede expression: 'q'", "-exec rm | unknown predicate '-exec'",
        "-delete | unknown predicate '-delete'"})
    void findRefusesWhatItDoesNotKnow(String arguments, String problem) {
        console.run("find " + arguments).isRefusedWith("find: " + problem, "Try 'help find' for more information.");
    }

    @Test
    void findGoesOnAfterWhatIsMissing() {
        console.run("find nope e").failsWith("find: 'nope': No such file or directory", "e");
    }

    @Test
    void treeDrawsBranchesAndCounts() {
        console.run("tree").prints(
                ".",
                "|-- d",
                "|   |-- sub",
                "|   |   `-- b.txt",
                "|   `-- x.txt",
                "|-- e",
                "`-- f",
                "",
                "3 directories, 3 files");
        console.run("tree d/sub e").prints("d/sub", "`-- b.txt", "e", "", "0 directories, 1 file");
        console.run("cd d").prints();
        console.run("tree ..").prints("..", "|-- d", "|   |-- sub", "|   |   `-- b.txt", "|   `-- x.txt", "|-- e",
                "`-- f", "", "3 directories, 3 files");
    }

    @Test
    void treeSaysWhatItCannotDraw() {
        console.run("tree nope f").failsWith("tree: cannot access 'nope': No such file or directory",
                "tree: cannot access 'f': Not a directory", "", "0 directories, 0 files");
    }

    @Test
    void duAddsUpFromBelow() {
        console.run("du").prints("5\t./d/sub", "8\t./d", "0\t./e", "13\t.");
        console.run("du d f").prints("5\td/sub", "8\td", "2\tf");
        console.run("du -s").prints("13\t.");
        console.run("du -s / d e").prints("13\t/", "8\td", "0\te");
        console.run("du nope e").failsWith("du: cannot access 'nope': No such file or directory", "0\te");
    }

    @Test
    void sizesAreRoundedUpForPeople() throws IOException {
        HostTree.make(root, "e/k = " + "x".repeat(1025));
        console.run("du -sh e").prints("1.1K\te");
        console.run("du -h e/k f").prints("1.1K\te/k", "2\tf");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1023, 1023", "1024, 1.0K", "1025, 1.1K", "1536, 1.5K", "10137, 9.9K", "10138, 10K",
        "10240, 10K", "10241, 11K", "1047552, 1023K", "1047553, 1.0M", "1048575, 1.0M", "1048576, 1.0M",
        "1572864, 1.5M", "5368709120, 5.0G", "9223372036854775807, 8.0E"})
    void aSizeForPeopleHasTwoDigitsOrIsWhole(long bytes, String shown) {
        assertEquals(shown, Phrases.size(bytes, true));
    }

    @Test
    void dfTellsWhatIsKnownAndMakesNothingUp() throws IOException {
        console.run("cd d").prints();
        console.run("df").prints(
                "Filesystem         Size         Used    Available Use% Mounted on",
                "workspace             -           13            -    - /");
        HostTree.make(root, "e/k = " + "x".repeat(2000));
        console.run("df -h").prints(
                "Filesystem         Size         Used    Available Use% Mounted on",
                "workspace             -         2.0K            -    - /");
        console.run("df /").isRefusedWith("df: extra operand '/'", "Try 'help df' for more information.");
    }

    @ParameterizedTest
    @CsvSource({"26, 26, 13, 50%", "1300, 1300, 1287, 1%", "13, 13, 0, 100%", "5, 5, 0, 100%",
        "9223372036854775806, 9223372036854775806, 9223372036854775793, 1%"})
    void dfTellsTheQuotaAndWhatIsLeftOfIt(long quota, String size, String available, String use) throws IOException {
        limited(quota).run("df").prints(
                "Filesystem         Size         Used    Available Use% Mounted on",
                "workspace  %12s           13 %12s %4s /".formatted(size, available, use));
    }

    @Test
    void dfTellsTheQuotaOfNothingAndForPeople() throws IOException {
        console.run("rm -r * .h").prints();
        limited(0).run("df").prints(
                "Filesystem         Size         Used    Available Use% Mounted on",
                "workspace             0            0            0    - /");
        limited(3 << 20).run("df -h").prints(
                "Filesystem         Size         Used    Available Use% Mounted on",
                "workspace          3.0M            0         3.0M   0% /");
    }

    private Console limited(long bytes) throws IOException {
        return new Console(LocalVolume.open(root).limitedTo(new Quota(bytes, Long.MAX_VALUE, Long.MAX_VALUE)));
    }
}
