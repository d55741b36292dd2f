package vos.protocol;

import java.util.List;
import java.util.OptionalInt;

/** What a server can answer, the same for all dialects; each dialect says how it puts them on the wire. */
public sealed interface Reply {

    /** It has been done, and will be there after a crash of the server. */
    record Done() implements Reply {
    }

    /**
     * The current directory: absolute, from the root of the workspace, {@code /} itself or without a slash at its
     * end.
     */
    record Directory(String path) implements Reply {
    }

    /** What a directory holds, sorted by name. */
    record Listing(List<Entry> entries) implements Reply {
        /** Keeps a copy that nobody changes. */
        public Listing {
            entries = List.copyOf(entries);
        }
    }

    /** A file's content. Whoever receives this reply closes the body. */
    record Content(Body body) implements Reply {
    }

    /** A file's size in bytes. */
    record Size(long bytes) implements Reply {
    }

    /**
     * A command line has run to its end, and all that it printed is in its output.
     *
     * @param status as a shell gives it, 0 when all went well; unknown where the dialect does not tell it
     */
    record Exit(OptionalInt status) implements Reply {
    }

    /** The strict form is spoken from here on, in this version. */
    record Welcome(String version) implements Reply {
    }

    /** It has not been done. */
    record Failed(ErrorCode code, String detail) implements Reply {
    }

    /** The server will close the connection. */
    record Goodbye() implements Reply {
    }
}
