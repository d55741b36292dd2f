package vos.tck;

import java.util.List;

/**
 * One thing that the kit does or waits for. Steps are data: a failed conversation is shown as its steps, and can be
 * written down and run again.
 *
 * <p>Connections have numbers, from 1 in the order in which they were opened; 0 stands for none.
 */
public sealed interface Step {

    /** The connection that the step is about, from 1; 0 for none. */
    int connection();

    /** What happens, as one line for people, in the imperative. */
    String words();

    /** Whether it depends on how long the peer pauses; when the kit is late itself, that looks shorter than it is. */
    default boolean dependsOnPauses() {
        return false;
    }

    /** Open a connection to the server. */
    record Connect(int connection) implements Step {
        @Override
        public String words() {
            return "connect";
        }
    }

    /** Wait for the client to open a connection. */
    record Accept(int connection) implements Step {
        @Override
        public String words() {
            return "wait for the client to connect";
        }
    }

    /** Send bytes, in several writes with a moment between them if there are cuts: offsets in ascending order. */
    record Send(int connection, Payload payload, List<Integer> cuts) implements Step {
        @Override
        public String words() {
            return "send  " + payload + switch (cuts.size()) {
                case 0 -> "";
                case 1 -> "   (in two pieces, cut behind byte " + cuts.getFirst() + ")";
                default -> cuts.size() > 8 ? "   (in " + (cuts.size() + 1) + " pieces)"
                        : "   (in " + (cuts.size() + 1) + " pieces, cut behind bytes " + cuts + ")";
            };
        }
    }

    /** Say nothing for a time and, where that can be known, until the peer has read all; read nothing. */
    record Pause(int connection, int millis) implements Step {
        @Override
        public String words() {
            return "pause for " + millis + " ms";
        }
    }

    /** Read what must come; what came is kept under {@code capture} if that is not empty. */
    record Expect(int connection, Expectation expectation, String capture) implements Step {
        @Override
        public String words() {
            return "expect  " + expectation.words();
        }

        @Override
        public boolean dependsOnPauses() {
            return expectation.dependsOnPauses();
        }
    }

    /** Wait for the peer to end the connection. */
    record ExpectEnd(int connection, Ending ending) implements Step {
        @Override
        public String words() {
            return "expect " + ending.words();
        }
    }

    /** Nothing may come, and the connection may not end. */
    record ExpectSilence(int connection, int millis) implements Step {
        @Override
        public String words() {
            return "expect silence for " + millis + " ms";
        }

        @Override
        public boolean dependsOnPauses() {
            return true;
        }
    }

    /** End the output, and go on reading (TCP FIN). */
    record HalfClose(int connection) implements Step {
        @Override
        public String words() {
            return "half-close: end the output, go on reading";
        }
    }

    /** Break the connection off (TCP RST). */
    record Reset(int connection) implements Step {
        @Override
        public String words() {
            return "reset the connection";
        }
    }

    /** Close the connection. */
    record Close(int connection) implements Step {
        @Override
        public String words() {
            return "close the connection";
        }
    }

    /** Type a line at the client under test. */
    record Type(String line) implements Step {
        @Override
        public int connection() {
            return 0;
        }

        @Override
        public String words() {
            return "type  " + line;
        }
    }

    /** Something that happens off the wire, such as a look at the server's files. */
    record Note(String words) implements Step {
        @Override
        public int connection() {
            return 0;
        }
    }

    /** How a connection may end. */
    enum Ending {
        /** In order: all that was sent has come (TCP FIN). */
        END("the end of the connection"),
        /** Broken off (TCP RST). */
        RESET("a reset of the connection, and no byte before it"),
        /** Either, after whatever else has come. */
        ANY("the connection to end, in whatever way, after whatever bytes");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
