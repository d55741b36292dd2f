package vos.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file is called on the other side, here it stays where it belongs. */
class LocalNamesTest {
    @ParameterizedTest
    @CsvSource({
        "a.txt, a.txt", "dir/a.txt, a.txt", "../x, x", "../../../x, x", "/etc/passwd, passwd", "//host/share, share",
        "..., ...", "..x, ..x", ".profile, .profile", "~, ~", "' ', ' '", "-rf, -rf", "a/./b, b", "a/../b, b"})
    void aRemoteFileGetsTheLastPartOfItsNameInTheCurrentDirectory(String remote, Path expected) throws IOException {
        Path local = LocalNames.forRemote(remote);
        assertEquals(expected, local);
        assertFalse(local.isAbsolute());
        assertEquals(1, local.getNameCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", ".", "..", "a/.", "a/..", "../..", "/..", "nul\0", "dir/nul\0name"})
    void aRemoteNameThatDoesNotEndInAFileNameIsRefused(String remote) {
        var refusal = assertThrows(LocalFileException.class, () -> LocalNames.forRemote(remote));
        assertEquals(sentence(remote.replace("\0", "\\u0000")), refusal.getMessage());
    }

    /** On this host a backslash is a letter like any other, or separates names: then it must not. */
    @ParameterizedTest
    @ValueSource(strings = {"..\\x", "a\\..\\..\\x", "C:\\Windows\\x", "\\\\host\\share\\x"})
    void aBackslashLeadsNowhere(String remote) {
        try {
            assertEquals(Path.of(remote), LocalNames.forRemote(remote));
            assertEquals(1, Path.of(remote).getNameCount());
        } catch (LocalFileException refusal) {
            assertEquals(sentence(remote), refusal.getMessage());
        }
    }

    private static String sentence(String shown) {
        return "\"" + shown + "\" does not end in a file name; give the local name as well";
    }

    @ParameterizedTest
    @CsvSource({"a.txt, a.txt", "dir/a.txt, a.txt", "/etc/passwd, passwd", "../x, x", "dir/, dir"})
    void aLocalFileIsCalledByTheLastPartOfItsPath(Path local, String expected) throws IOException {
        assertEquals(expected, LocalNames.forLocal(local));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ".", "..", "a/..", "a/."})
    void aLocalPathThatDoesNotEndInAFileNameIsRefused(Path local) {
        var refusal = assertThrows(LocalFileException.class, () -> LocalNames.forLocal(local));
        assertEquals("\"" + local + "\" does not end in a file name", refusal.getMessage());
    }

    @Test
    void aClientNamesFilesLikeThis() throws IOException {
        assertEquals(Path.of("passwd"), Client.localName("/etc/passwd"));
        assertEquals("passwd", Client.remoteName(Path.of("/etc/passwd")));
    }
}
