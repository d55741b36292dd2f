package vos.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a workspace is looked at while a server works in it. */
class CutFilesTest {

    @TempDir
    Path root;

    @Test
    void showsFilesWithTheirBytesAndDirectoriesWithASlash() throws IOException {
        Files.createDirectory(root.resolve("docs"));
        Files.write(root.resolve("docs/a"), new byte[] {(byte) 0xff, 0});

        assertEquals(Map.of("docs", "/", "docs/a", "\u00ff\0"), CutFiles.tree(root));
    }

    /** A link to nothing is as a file that the server removes between the listing and the look at it. */
    @Test
    void leavesOutWhatIsGoneWhenItIsLookedAt() throws IOException {
        Files.writeString(root.resolve("kept"), "content");
        Files.createSymbolicLink(root.resolve(".vos-0123.part"), root.resolve("gone"));

        assertEquals(Map.of("kept", "content"), CutFiles.tree(root));
    }
}
