package vos.fs;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a {@link LocalVolume} keeps below its root. Neither follows a link that it sees; they differ in what a process
 * of the host can do that swaps a directory for a link just then.
 */
public enum Confinement {

    /**
     * Each directory on the way is held open, and the next step is taken from the open one: whatever is swapped
     * meanwhile, no step goes through a link. Needs Linux, {@code /proc}, and native access for this module.
     */
    DESCRIPTORS {
        @Override
        Directory enter(Path root) throws IOException {
            return new TrustedDirectory(root);
        }
    },

    /**
     * Each directory on the way is looked at, and then used by its path. Holds against clients, who cannot make links;
     * a local process that may write below the root can win the moment between the look and the use.
     */
    PATHS {
        @Override
        Directory enter(Path root) throws IOException {
            return new PathDirectory(root);
        }
    };

    private static final Logger LOG = System.getLogger("vos.fs");

    /** The strongest that can be had for {@code root}; says so if it is not the first. */
    static Confinement strongest(Path root) {
        Optional<String> hindrance = DescriptorDirectory.hindrance(root);
        if (hindrance.isEmpty()) {
            return DESCRIPTORS;
        }
        LOG.log(Level.WARNING, "a local process that may write below " + root + " could lead the server out of it by"
                + " swapping directories for links: " + hindrance.get());
        return PATHS;
    }

    /** A volume's root, to walk from. */
    abstract Directory enter(Path root) throws IOException;
}
