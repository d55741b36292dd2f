package vos.fs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** Volumes on this host that walk as a test wants them to; {@link ConfinementTest} sees to it that Linux has both. */
final class LocalVolumes {

    private LocalVolumes() {
    }

    static LocalVolume open(Path root, Confinement confinement) throws IOException {
        LocalVolume volume = LocalVolume.open(root);
        assumeTrue(confinement == Confinement.PATHS || volume.confinement() == confinement, "not on this host");
        return new LocalVolume(new Root(root.toRealPath(), confinement, Forcing.NONE));
    }
}
