package vos.bench;

import java.nio.file.Path;

/**
 * What servers in Java are started with.
 *
 * @param home of the JDK
 * @param modulePath of the benchmark
 * @param classPath of the benchmark's tests, where the peers in Java are
 * @param lib the modules of VOS as they are shipped
 */
record Jvm(Path home, String modulePath, String classPath, Path lib) {
    /** The compilers of a JVM take a while: a server lives for longer. */
    static final int WARM_UPS = 3;

    Path program() {
        return home.resolve("bin/java");
    }
}
