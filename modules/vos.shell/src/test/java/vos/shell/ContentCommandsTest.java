package vos.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those that tell of a file's content or state, after GNU's. */
final class ContentCommandsTest {

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, "d/", "d/x = there\n", "f = hi\n", "three = one\ntwo\nthree", "empty = ",
                "twelve = 1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
        console = Console.in(root);
    }

    @Test
    void catJoinsFiles() {
        console.run("cat f d/x").prints("hi", "there");
        console.run("cat three three").says(Shell.OK, "one\ntwo\nthreeone\ntwo\nthree");
        console.run("cat empty").prints();
    }

    @Test
    void catGoesOnAfterWhatItCannotRead() {
        console.run("cat nope f").failsWith("cat: nope: No such file or directory", "hi");
        console.run("cat d f").failsWith("cat: d: Is a directory", "hi");
        console.run("cat 'a b' a:b \"it's\" ''").failsWith("cat: 'a b': No such file or directory",
                "cat: 'a:b': No such file or directory", "cat: \"it's\": No such file or directory",
                "cat: '': Invalid file name");
        console.run("cat -- -x").failsWith("cat: -x: No such file or directory");
    }

    @Test
    void bytesArriveAsTheyAre() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Files.write(root.resolve("all"), all);
        console.run("wc -c all").prints("256 all");
        console.run("cp all copy").prints();
        assertArrayEquals(all, Files.readAllBytes(root.resolve("copy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "head", "tail", "wc", "mkdir", "rmdir", "rm", "rm -r", "touch", "stat"})
    void withoutAnOperandThereIsNothingToDo(String command) {
        String name = command.split(" ")[0];
        console.run(command).isRefusedWith(name + ": missing operand", "Try 'help " + name + "' for more information.");
    }

    @ParameterizedTest
    @CsvSource({
        "-n 1, 'one\n'", "-n 2, 'one\ntwo\n'", "-n 3, 'one\ntwo\nthree'", "-n 99, 'one\ntwo\nthree'", "-n 0, ''",
        "-n1, 'one\n'", "-c 5, 'one\nt'", "-c 0, ''", "-c 13, 'one\ntwo\nthree'", "-c 999999999999, 'one\ntwo\nthree'"})
    void headPrintsTheFirst(String option, String expected) {
        console.run("head " + option + " three").says(Shell.OK, expected);
        console.run("head three " + option).says(Shell.OK, expected);
    }

    @ParameterizedTest
    @CsvSource({"-n 1, three", "-n 2, 'two\nthree'", "-n 3, 'one\ntwo\nthree'", "-n 99, 'one\ntwo\nthree'", "-n 0, ''",
        "-n1, three", "-c 4, hree", "-c 0, ''", "-c 13, 'one\ntwo\nthree'", "-c 999999999999, 'one\ntwo\nthree'"})
    void tailPrintsTheLast(String option, String expected) {
        console.run("tail " + option + " three").says(Shell.OK, expected);
    }

    @Test
    void headAndTailPrintTenLinesUnlessTold() {
        console.run("head twelve").prints("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        console.run("tail twelve").prints("3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        console.run("tail -n 1 twelve").prints("12");
        console.run("head empty").prints();
        console.run("tail empty").prints();
    }

    @Test
    void tailFindsLinesThatLieAcrossBlocks() throws IOException {
        String longLine = "y".repeat(100_000);
        HostTree.make(root, "long = first\n" + longLine + "\n" + longLine + "\n", "newlines = " + "\n".repeat(70_000));
        console.run("tail -n 1 long").prints(longLine);
        console.run("tail -n 2 long").prints(longLine, longLine);
        console.run("tail -n 3 long").prints("first", longLine, longLine);
        console.run("tail -n 65537 newlines").says(Shell.OK, "\n".repeat(65_537));
        console.run("head -n 65537 newlines").says(Shell.OK, "\n".repeat(65_537));
    }

    @Test
    void severalExcerptsHaveTitles() {
        console.run("head f d/x").prints("==> f <==", "hi", "", "==> d/x <==", "there");
        console.run("tail f d/x").prints("==> f <==", "hi", "", "==> d/x <==", "there");
        console.run("head f nope d/x").failsWith("==> f <==", "hi",
                "head: cannot open 'nope' for reading: No such file or directory", "", "==> d/x <==", "there");
        console.run("head d f").failsWith("head: error reading 'd': Is a directory", "==> f <==", "hi");
        console.run("tail d").failsWith("tail: error reading 'd': Is a directory");
        console.run("tail nope").failsWith("tail: cannot open 'nope' for reading: No such file or directory");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', delimiter = '|', value = {
        "-n x f | invalid number of lines: 'x'", "-n -1 f | invalid number of lines: '-1'",
        "-n '' f | invalid number of lines: ''", "-c x f | invalid number of bytes: 'x'",
        "-c 1k f | invalid number of bytes: '1k'",
        "-n 9999999999999999999 f | invalid number of lines: '9999999999999999999'",
        "-n | option requires an argument -- 'n'", "f -c | option requires an argument -- 'c'",
        "-n 1 -c 1 f | lines or bytes can be counted, not both", "-5 f | invalid option -- '5'"})
    void headAndTailRefuseCountsThatAreNone(String arguments, String problem) {
        console.run("head " + arguments).isRefusedWith("head: " + problem, "Try 'help head' for more information.");
        console.run("tail " + arguments).isRefusedWith("tail: " + problem, "Try 'help tail' for more information.");
    }

    /** Whoever runs the server may count in other digits, and what a client gets is no matter of that. */
    @Test
    void wcCountsInTheDigitsOfTheWireWhateverTheHostsLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            console.run("wc f").prints("1 1 3 f");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wcCountsLinesWordsAndBytes() throws IOException {
        HostTree.make(root, "words =   a\tbc \n\n d\u00e9\f\n");
        console.run("wc f").prints("1 1 3 f");
        console.run("wc three").prints(" 2  3 13 three");
        console.run("wc words").prints(" 3  3 15 words");
        console.run("wc empty").prints("0 0 0 empty");
        console.run("wc -l three").prints("2 three");
        console.run("wc -w three").prints("3 three");
        console.run("wc -c three").prints("13 three");
        console.run("wc -lw three").prints(" 2  3 three");
        console.run("wc -cl three").prints(" 2 13 three");
    }

    @Test
    void wcAddsUpSeveral() {
        console.run("wc f d/x").prints("1 1 3 f", "1 1 6 d/x", "2 2 9 total");
        console.run("wc f three").prints(" 1  1  3 f", " 2  3 13 three", " 3  4 16 total");
        console.run("wc -l f three").prints(" 1 f", " 2 three", " 3 total");
        console.run("wc -c f three").prints(" 3 f", "13 three", "16 total");
        console.run("wc f nope d").failsWith("1 1 3 f", "wc: nope: No such file or directory", "wc: d: Is a directory",
                "1 1 3 total");
    }

    @Test
    void wcSeesAWordThatLiesAcrossBlocks() throws IOException {
        HostTree.make(root, "long = " + "y".repeat(Content.BLOCK + 5) + " z\n");
        console.run("wc long").prints("    1     2 65544 long");
    }

    @Test
    void statTellsWhatAVolumeKnows() throws IOException {
        for (String path : new String[] {"f", "empty", "d"}) {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.parse("2026-01-02T03:04:05.678Z")));
        }
        console.run("stat f empty").prints(
                "  File: f", "  Size: 3           regular file", "Modify: 2026-01-02 03:04:05.678000000 +0000",
                "  File: empty", "  Size: 0           regular empty file",
                "Modify: 2026-01-02 03:04:05.678000000 +0000");
        console.run("stat d").prints(
                "  File: d", "  Size: -           directory", "Modify: 2026-01-02 03:04:05.678000000 +0000");
        console.run("stat nope").failsWith("stat: cannot stat 'nope': No such file or directory");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '%', value = {"echo, %\n%", "echo a  b, %a b\n%", "echo 'a  b' c, %a  b c\n%",
        "echo -n a, a", "echo -n -n a, a", "echo -n, %%", "echo a -n, %a -n\n%", "echo -e 'a\\n', %-e a\\n\n%",
        "echo -- a, %-- a\n%", "echo -nn, %-nn\n%", "echo ~ ~/a, %/ /a\n%", "echo '', %\n%"})
    void echoPrintsItsWords(String line, String expected) {
        console.run(line).says(Shell.OK, expected);
    }
}
