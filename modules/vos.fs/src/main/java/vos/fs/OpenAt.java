package vos.fs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * The call of Linux' C library that {@code java.nio} lacks: {@code openat} of a directory, and {@code close}.
 *
 * <p>Loading this class fails with a {@link LinkageError} where the functions cannot be called: on a processor whose
 * flags are not known, or where this module has no native access.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/openat.2.html">openat(2)</a>
 */
final class OpenAt {

    /** Instead of a descriptor, for a path that begins at the root of the host: the value of {@code AT_FDCWD}. */
    static final int ABSOLUTE = -100;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO_KEPT = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));

    /** A mode may follow the flags; none does. */
    private static final MethodHandle OPENAT = function("openat",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
            ERRNO_KEPT, Linker.Option.firstVariadicArg(3));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private static final int FLAGS = flags();

    /** As Java itself names files. */
    private static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));

    private OpenAt() {
    }

    /**
     * Opens the directory {@code name} of the directory {@code from}, to walk on from it and not to read it: for that
     * it need not be readable. No program that this process starts inherits it.
     *
     * @return a descriptor, for {@link #close}
     * @throws NotDirectoryException if it is none, or a link
     * @throws IOException as {@code java.nio} says it
     */
    static int directory(int from, String name) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment state = memory.allocate(Linker.Option.captureStateLayout());
            MemorySegment path = terminated(memory, name);
            while (true) {
                int descriptor = (int) OPENAT.invokeExact(state, from, path, FLAGS);
                if (descriptor >= 0) {
                    return descriptor;
                }
                int error = (int) ERRNO.get(state, 0L);
                if (error != Errno.INTERRUPTED) {
                    throw failure(error, name);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable undeclared) {
            throw new AssertionError("openat throws nothing", undeclared);
        }
    }

    /** Nothing was written through such a descriptor, so there is nothing left that could fail. */
    static void close(int descriptor) {
        try {
            int ignored = (int) CLOSE.invokeExact(descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable undeclared) {
            throw new AssertionError("close throws nothing", undeclared);
        }
    }

    // Restricted, as a wrong type would crash the process: the types are those of the manual.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
    }

    /** {@code O_PATH}, {@code O_CLOEXEC}, {@code O_DIRECTORY} and {@code O_NOFOLLOW}; the last two have two forms. */
    private static int flags() {
        int everywhere = 0x20_0000 | 0x8_0000;
        String processor = System.getProperty("os.arch");
        return everywhere | switch (processor) {
            case "amd64", "riscv64", "s390x" -> 0x1_0000 | 0x2_0000;
            case "aarch64", "ppc64le" -> 0x4000 | 0x8000;
            default -> throw new UnsupportedOperationException("the flags of openat on " + processor);
        };
    }

    private static MemorySegment terminated(Arena memory, String name) {
        byte[] bytes = name.getBytes(NAMES);
        MemorySegment text = memory.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
        return text;
    }

    private static FileSystemException failure(int error, String name) {
        return switch (error) {
            case Errno.NO_ENTRY -> new NoSuchFileException(name);
            case Errno.ACCESS -> new AccessDeniedException(name);
            case Errno.NOT_DIRECTORY -> new NotDirectoryException(name);
            case Errno.LINK -> new SymbolicLinkException(name);
            case Errno.NAME_TOO_LONG -> new FileSystemException(name, null, "File name too long");
            case Errno.PROCESS_FILES, Errno.SYSTEM_FILES -> new FileSystemException(name, null, "Too many open files");
            default -> new FileSystemException(name, null, "openat failed with error " + error);
        };
    }

    /** Numbers that are the same on all processors that {@link #flags} knows. */
    private static final class Errno {

        static final int NO_ENTRY = 2;
        static final int INTERRUPTED = 4;
        static final int ACCESS = 13;
        static final int NOT_DIRECTORY = 20;
        static final int SYSTEM_FILES = 23;
        static final int PROCESS_FILES = 24;
        static final int NAME_TOO_LONG = 36;
        static final int LINK = 40;
    }
}
