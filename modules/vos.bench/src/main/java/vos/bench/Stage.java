package vos.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a side's server does a work.
 *
 * @param work what it is started for
 * @param root the directory that it serves; everybody may write into it
 * @param scratch a directory for its configuration and its log
 * @param port that it is to listen on, if it does not choose one itself
 * @param certificate with which it encrypts, when the work is encrypted
 */
record Stage(Work work, Path root, Path scratch, int port, Optional<Certificate> certificate) {

    /**
     * A certificate for this run.
     *
     * @param certificate a PEM file
     * @param key the PEM file of its private key
     */
    record Certificate(Path certificate, Path key) {
    }
}
