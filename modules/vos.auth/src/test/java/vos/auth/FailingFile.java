package vos.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file whose replacement is cut off: at each step somebody is asked first, who may throw or end the process. */
final class FailingFile extends GuardedFile {

    private final Interruption interruption;

    FailingFile(Path path, Interruption interruption) throws IOException {
        super(path);
        this.interruption = interruption;
    }

    /** The places where it may happen. */
    enum Step { NOTHING_WRITTEN, HALF_WRITTEN, WRITTEN, RENAMED }

    /** What happens there. */
    @FunctionalInterface
    interface Interruption {
        void at(Step step) throws IOException;
    }

    @Override
    void write(Path fresh, byte[] content) throws IOException {
        interruption.at(Step.NOTHING_WRITTEN);
        super.write(fresh, Arrays.copyOf(content, content.length / 2));
        interruption.at(Step.HALF_WRITTEN);
        Files.delete(fresh);
        super.write(fresh, content);
        interruption.at(Step.WRITTEN);
    }

    @Override
    void rename(Path fresh) throws IOException {
        super.rename(fresh);
        interruption.at(Step.RENAMED);
    }
}
