package vos.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ls}, after GNU's. */
final class ListCommandTest {

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, "d/", "d/f/", "d/sub/", "d/x = there\n", "e/", "f = hi\n", ".h = hid\n");
        console = Console.in(root);
    }

    @Test
    void namesAreSortedOneALine() {
        console.run("ls").prints("d", "e", "f");
        console.run("ls -1").prints("d", "e", "f");
        console.run("ls d").prints("f", "sub", "x");
        console.run("ls d/").prints("f", "sub", "x");
        console.run("ls e").prints();
        console.run("ls f").prints("f");
        console.run("ls /").prints("d", "e", "f");
    }

    @Test
    void hiddenNamesAreShownWhenAskedFor() {
        console.run("ls -a").prints(".", "..", ".h", "d", "e", "f");
        console.run("ls -a e").prints(".", "..");
        console.run("ls .h").prints(".h");
    }

    @Test
    void filesComeBeforeDirectoriesAndEachDirectoryHasATitle() {
        console.run("ls f d e").prints("f", "", "d:", "f", "sub", "x", "", "e:");
        console.run("ls e d").prints("d:", "f", "sub", "x", "", "e:");
        console.run("ls d/x f").prints("d/x", "f");
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsListed() {
        console.run("ls nope").failsWith("ls: cannot access 'nope': No such file or directory");
        console.run("ls nope f d").failsWith("ls: cannot access 'nope': No such file or directory",
                "f", "", "d:", "f", "sub", "x");
        console.run("ls f/x").failsWith("ls: cannot access 'f/x': Not a directory");
        console.run("ls nope e").failsWith("ls: cannot access 'nope': No such file or directory", "e:");
    }

    @Test
    void recursivelyEachDirectoryFollowsTheOneItIsIn() {
        console.run("ls -R").prints(".:", "d", "e", "f", "", "./d:", "f", "sub", "x", "", "./d/f:", "", "./d/sub:",
                "", "./e:");
        console.run("ls -R d").prints("d:", "f", "sub", "x", "", "d/f:", "", "d/sub:");
        console.run("ls -R /").prints("/:", "d", "e", "f", "", "/d:", "f", "sub", "x", "", "/d/f:", "", "/d/sub:",
                "", "/e:");
        console.run("ls -R f e").prints("f", "", "e:");
    }

    @Test
    void hiddenDirectoriesAreEnteredOnlyWhenTheyAreShown() throws IOException {
        HostTree.make(root, "e/.git/", "e/.git/x = ");
        console.run("ls -R e").prints("e:");
        console.run("ls -aR e").prints("e:", ".", "..", ".git", "", "e/.git:", ".", "..", "x");
    }

    @Test
    void theLongFormTellsKindSizeAndTime() throws IOException {
        Files.write(root.resolve("large"), new byte[1_500_000]);
        for (String path : new String[] {"d", "e", "f", "large", ""}) {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.parse("2026-01-02T03:04:59Z")));
        }
        console.run("ls -l").prints(
                "d            - 2026-01-02 03:04 d",
                "d            - 2026-01-02 03:04 e",
                "-            3 2026-01-02 03:04 f",
                "-      1500000 2026-01-02 03:04 large");
        console.run("ls -lh large f").prints(
                "-            3 2026-01-02 03:04 f",
                "-         1.5M 2026-01-02 03:04 large");
        console.run("ls -la e").prints(
                "d            - 2026-01-02 03:04 .",
                "d            - 2026-01-02 03:04 ..");
        console.run("cd e").prints();
        console.run("ls -la").prints(
                "d            - 2026-01-02 03:04 .",
                "d            - 2026-01-02 03:04 ..");
        console.run("ls -l ../nope").failsWith("ls: cannot access '../nope': No such file or directory");
    }

    @Test
    void theRootIsItsOwnParent() throws IOException {
        Console empty = Console.in(Files.createDirectory(root.resolve("e/r")));
        Files.setLastModifiedTime(root.resolve("e/r"), FileTime.from(Instant.parse("2026-01-02T03:04:59Z")));
        empty.run("ls -la").prints("d            - 2026-01-02 03:04 .", "d            - 2026-01-02 03:04 ..");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', delimiter = '|', value = {
        "-z | invalid option -- 'z'", "-lz | invalid option -- 'z'", "-l -\u00e9 | invalid option -- '\u00e9'",
        "-\ud83d\udcc4 | invalid option -- '\ud83d\udcc4'", "--foo | unrecognized option '--foo'",
        "--all | unrecognized option '--all'", "d -z | invalid option -- 'z'", "'-\u001b' | invalid option -- '\\x1B'"})
    void anOptionThatIsNoneIsRefused(String arguments, String problem) {
        console.run("ls " + arguments).isRefusedWith("ls: " + problem, "Try 'help ls' for more information.");
    }

    @Test
    void optionsMayStandTogetherApartOrAfterOperandsUntilTwoDashes() throws IOException {
        console.run("ls -aR e").prints("e:", ".", "..");
        console.run("ls e -a -R").prints("e:", ".", "..");
        console.run("ls -- -a").failsWith("ls: cannot access '-a': No such file or directory");
        HostTree.make(root, "-a = ", "- = ");
        console.run("ls -- -a").prints("-a");
        console.run("ls -").prints("-");
        console.run("ls ./-a").prints("./-a");
    }

    @Test
    void namesAreQuotedInComplaintsAsAShellWouldReadThem() {
        console.run("ls \"it's\"").failsWith("ls: cannot access \"it's\": No such file or directory");
        console.run("ls 'a b'").failsWith("ls: cannot access 'a b': No such file or directory");
        console.run("ls 'a\"b'").failsWith("ls: cannot access 'a\"b': No such file or directory");
        console.run("ls \"it's \\\"x\"").failsWith("ls: cannot access 'it'\\''s \"x': No such file or directory");
        console.run("ls ''").failsWith("ls: cannot access '': Invalid file name");
        console.run("ls 'a\tb\u001b[31m\u2028'")
                .failsWith("ls: cannot access 'a\\x09b\\x1B[31m\\u2028': Invalid file name");
    }
}
