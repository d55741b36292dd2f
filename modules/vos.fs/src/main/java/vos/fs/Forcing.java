package vos.fs;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What is waited for at the moments at which an order on the disk matters. A name that is on the disk before the
 * content of its file would be a broken file after a power cut: so the content comes first, then the name.
 *
 * <p>Safe for use by many threads.
 */
interface Forcing {

    /** Waits for nothing: the host writes when it likes. */
    Forcing NONE = new Forcing() {

        @Override
        public void content(FileChannel file) {
            // The host will.
        }

        @Override
        public void names(Path directory) {
            // The host will.
        }
    };

    /** Waits for the disk. */
    Forcing TO_DISK = new Forcing() {

        @Override
        public void content(FileChannel file) throws IOException {
            file.force(true);
        }

        @Override
        public void names(Path directory) throws IOException {
            try (FileChannel open = FileChannel.open(directory, READ)) {
                open.force(true);
            }
        }
    };

    /** Returns when all that was written to {@code file} is where it has to be. */
    void content(FileChannel file) throws IOException;

    /** Returns when all names that were made, changed or removed in {@code directory} are where they have to be. */
    void names(Path directory) throws IOException;
}
