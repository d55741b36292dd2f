package vos.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those that make, remove, and go elsewhere, after GNU's. */
final class ChangingCommandsTest {

    private static final String[] TREE = {"d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "dd/", "f = hi"};

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, TREE);
        console = Console.in(root);
    }

    @Test
    void cdLastsForTheSession() {
        console.run("pwd").prints("/");
        console.run("cd d/sub").prints();
        console.run("pwd").prints("/d/sub");
        console.run("cd ../f").prints();
        console.run("pwd").prints("/d/f");
        console.run("cd").prints();
        console.run("pwd").prints("/");
        console.run("cd d").prints();
        console.run("cd ~/dd").prints();
        console.run("pwd").prints("/dd");
        console.run("cd ~").prints();
        console.run("pwd").prints("/");
    }

    @Test
    void cdThatFailsLeavesTheSessionWhereItWas() {
        console.run("cd d").prints();
        console.run("cd nope").failsWith("cd: nope: No such file or directory");
        console.run("cd x").failsWith("cd: x: Not a directory");
        console.run("cd ../..").failsWith("cd: ../..: Outside the workspace");
        console.run("cd a b").isRefusedWith("cd: extra operand 'b'", "Try 'help cd' for more information.");
        console.run("pwd x").isRefusedWith("pwd: extra operand 'x'", "Try 'help pwd' for more information.");
        console.run("pwd").prints("/d");
    }

    @Test
    void mkdirMakesEachAndSaysWhichItCannot() throws IOException {
        console.run("mkdir d a n/m f/x 'b c'").failsWith("mkdir: cannot create directory 'd': File exists",
                "mkdir: cannot create directory 'n/m': No such file or directory",
                "mkdir: cannot create directory 'f/x': Not a directory");
        HostTree.assertHolds(root, "a/", "b c/", "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "dd/",
                "f = hi");
    }

    @Test
    void mkdirWithParentsMakesWhatIsMissing() throws IOException {
        console.run("mkdir -p dd/a/b dd/a/b /dd//c/./e/ dd/x/../y . /").prints();
        console.run("mkdir -p f").failsWith("mkdir: cannot create directory 'f': File exists");
        console.run("mkdir -p f/x").failsWith("mkdir: cannot create directory 'f/x': File exists");
        console.run("mkdir -p ../x").failsWith("mkdir: cannot create directory '../x': Outside the workspace");
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "dd/", "dd/a/", "dd/a/b/",
                "dd/c/", "dd/c/e/", "dd/y/", "f = hi");
    }

    @Test
    void rmdirRemovesEmptyDirectoriesAndNothingElse() throws IOException {
        console.run("rmdir d f nope d/f dd .").failsWith("rmdir: failed to remove 'd': Directory not empty",
                "rmdir: failed to remove 'f': Not a directory",
                "rmdir: failed to remove 'nope': No such file or directory",
                "rmdir: failed to remove '.': Permission denied");
        HostTree.assertHolds(root, "d/", "d/sub/", "d/sub/y = why", "d/x = there", "f = hi");
    }

    @Test
    void rmRemovesFilesAndSaysWhatItDoesNot() throws IOException {
        console.run("rm d nope f/x f").failsWith("rm: cannot remove 'd': Is a directory",
                "rm: cannot remove 'nope': No such file or directory", "rm: cannot remove 'f/x': Not a directory");
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "dd/");
    }

    @Test
    void rmByForceIsSilentOnWhatIsMissingAndOnNothingElse() throws IOException {
        console.run("rm -f nope f/x").prints();
        console.run("rm -f").prints();
        console.run("rm -rf nope").prints();
        console.run("rm -f d ../x").failsWith("rm: cannot remove 'd': Is a directory",
                "rm: cannot remove '../x': Outside the workspace");
        HostTree.assertHolds(root, TREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -r d", "rm -rf d/", "rm -fr ./d/.", "rm d -r", "rm -r /d"})
    void rmRecursivelyRemovesATreeAndNotItsNeighbour(String line) throws IOException {
        console.run(line).prints();
        HostTree.assertHolds(root, "dd/", "f = hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "/", "/d", "/d/sub", "../sub", "~", "../../d/", "./."})
    void theGroundUnderTheSessionIsNotRemovedNorAnythingInIt(String path) throws IOException {
        console.run("cd d/sub").prints();
        String shown = path.equals("~") ? "/" : path;
        console.run("rm -rf " + path).failsWith("rm: refusing to remove the current directory or one that holds it:"
                + " skipping '" + shown + "'");
        HostTree.assertHolds(root, TREE);
    }

    @Test
    void rmOfTheNeighbourWhoseNameBeginsAlikeIsNotTakenForTheGround() throws IOException {
        console.run("cd dd").prints();
        console.run("rm -r ../d").prints();
        HostTree.assertHolds(root, "dd/", "f = hi");
    }

    @Test
    void rmKeepsWhatItCannotRemoveAndTheDirectoriesThatHoldIt() throws IOException {
        HostTree.make(root, "d/sub/stuck = here", "dd/stuck/", "dd/stuck/x = ");
        Console failing = new Console(new FailingVolume(root));
        failing.run("rm -r d dd f").failsWith("rm: cannot remove 'd/sub/stuck': Permission denied",
                "rm: cannot remove 'dd/stuck': Permission denied");
        HostTree.assertHolds(root, "d/", "d/sub/", "d/sub/stuck = here", "dd/", "dd/stuck/", "dd/stuck/x = ");
    }

    @Test
    void aDirectoryThatCannotBeReadIsSaid() throws IOException {
        HostTree.make(root, "dd/stuck/", "dd/z = 1");
        Console failing = new Console(new FailingVolume(root));
        failing.run("ls -R dd").failsWith("dd:", "stuck", "z",
                "ls: cannot open directory 'dd/stuck': Permission denied");
        failing.run("find dd").failsWith("dd", "dd/stuck", "find: cannot read directory 'dd/stuck': Permission denied",
                "dd/z");
        failing.run("du dd").failsWith("du: cannot read directory 'dd/stuck': Permission denied",
                "0\tdd/stuck", "1\tdd");
        failing.run("tree dd").failsWith("dd", "|-- stuck", "tree: cannot access 'dd/stuck': Permission denied",
                "`-- z", "", "1 directory, 1 file");
        failing.run("cat f").says(Shell.FAILED, "hcat: f: Input/output error\n");
        failing.run("echo dd/stuck/*").prints("dd/stuck/*");
    }

    @Test
    void touchMakesAnEmptyFileAndLeavesOneThatIsThere() throws IOException {
        console.run("touch new f d/q/w dd").failsWith("touch: cannot touch 'd/q/w': No such file or directory",
                "touch: cannot touch 'dd': Is a directory");
        HostTree.assertHolds(root, "d/", "d/f/", "d/sub/", "d/sub/y = why", "d/x = there", "dd/", "f = hi", "new = ");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', value = {"foo, foo", "/bin/ls, /bin/ls", "LS, LS", "sh -c ls, sh", "exit, exit",
        "'', ''", "'ls ', 'ls '", "'a\u001bb' x, 'a\\x1Bb'"})
    void anUnknownCommandIsNotFound(String line, String shown) {
        console.run(line).ends(Shell.UNKNOWN_COMMAND, "sh: " + shown + ": command not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t  "})
    void aBlankLineDoesNothing(String line) {
        console.run(line).prints();
    }
}
