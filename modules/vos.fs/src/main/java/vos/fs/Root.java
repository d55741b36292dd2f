package vos.fs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The directory of the host that a volume stands on.
 *
 * @param path a real path: the names in it are the operator's, and trusted
 * @param confinement how walks from it keep below it
 */
record Root(Path path, Confinement confinement) {

    /** Opens it, for one walk. */
    Directory enter() throws IOException {
        return confinement.enter(path);
    }
}
