package vos.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line's wildcards stand for, shown by {@code echo}. */
final class ExpansionTest {

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(root, "a.txt = ", "b.txt = ", ".hidden.txt = ", "c/", "c/x.txt = ", "c/d/", "c/d/y.txt = ",
                "c-e/", "c-e/x.txt = ", ".git/", ".git/x.txt = ", "st*r = ", "[u] = ");
        console = Console.in(root);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', value = {
        "*, [u] a.txt b.txt c c-e st*r", "*.txt, a.txt b.txt", "?.txt, a.txt b.txt", "[ab].txt, a.txt b.txt",
        "[!a].txt, b.txt", ".*, .git .hidden.txt", ".*.txt, .hidden.txt", "*/, c-e/ c/",
        "*/*, c-e/x.txt c/d c/x.txt", "*/x.txt, c-e/x.txt c/x.txt", "c/*, c/d c/x.txt", "c/*/*, c/d/y.txt",
        "*/d/*.txt, c/d/y.txt", "*/d, c/d", "*/x.txt/, */x.txt/", "*/none, */none", "/*.txt, /a.txt /b.txt",
        "~/*.txt, /a.txt /b.txt", "./*.txt, ./a.txt ./b.txt", "c/../*.txt, c/../a.txt c/../b.txt",
        "c//*.txt, c//x.txt", "*/../a.txt, c-e/../a.txt c/../a.txt", ".*/x*, .git/x.txt",
        "a.txt/*, a.txt/*", "none/*, none/*", "none*, none*", "'*', *", "\\*, *", "\"*\", *", "st'*'*, st*r",
        "'st*'?, st*r", "\\[*, [u]", "[u], [u]", "[[]u], [u]", "*t* b*, a.txt b.txt st*r b.txt"})
    void matchingNamesStandInAWordsPlaceAndElseTheWordItself(String words, String expanded) {
        console.run("echo " + words).prints(expanded);
    }

    @ParameterizedTest
    @CsvSource({"../*", "/../*", "*/../../*", "/*/../../etc/pass*", "../../*/*"})
    void noWildcardLooksOutside(String word) {
        console.run("echo " + word).prints(word);
    }

    @Test
    void wildcardsAreExpandedInTheCurrentDirectory() {
        console.run("cd c").prints();
        console.run("echo *").prints("d x.txt");
        console.run("echo ../c*/x*").prints("../c-e/x.txt ../c/x.txt");
    }

    @Test
    void aCommandMayBeWrittenWithAWildcardToo() throws IOException {
        HostTree.make(root, "echo = ");
        console.run("ec* hi").prints("hi");
    }

    @Test
    void moreNamesThanACommandIsGivenAreRefusedAndNothingIsRun() {
        Console wide = new Console(new GeneratedVolume(3, 100, 100, 0));
        wide.run("echo */*/*").ends(Shell.TOO_MANY_NAMES, "sh: Argument list too long");
        wide.run("echo */../*/../*/../*/../*/../*").ends(Shell.TOO_MANY_NAMES, "sh: Argument list too long");
        wide.run("rm -r */../*/../*/none*").ends(Shell.TOO_MANY_NAMES, "sh: Argument list too long");
        wide.run("echo d0000?").prints("d00000 d00001 d00002 d00003 d00004 d00005 d00006 d00007 d00008 d00009");
    }
}
