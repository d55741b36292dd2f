package vos.fs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** Two things of the host that change names in one step, by Linux' {@code renameat2}: neither name is ever missing. */
final class Exchange implements AutoCloseable {

    private static final int ABSOLUTE = -100;
    private static final int RENAME_EXCHANGE = 2;

    private final MethodHandle rename;
    private final Arena memory = Arena.ofConfined();
    private final MemorySegment one;
    private final MemorySegment other;

    @SuppressWarnings("restricted")
    Exchange(Path one, Path other) {
        Linker linker = Linker.nativeLinker();
        this.rename = linker.downcallHandle(linker.defaultLookup().findOrThrow("renameat2"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
        this.one = memory.allocateFrom(one.toString());
        this.other = memory.allocateFrom(other.toString());
    }

    void run() throws IOException {
        if (renamed() != 0) {
            throw new IOException("renameat2 failed");
        }
    }

    private int renamed() {
        try {
            return (int) rename.invokeExact(ABSOLUTE, one, ABSOLUTE, other, RENAME_EXCHANGE);
        } catch (Throwable undeclared) {
            throw new AssertionError("renameat2 throws nothing", undeclared);
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
