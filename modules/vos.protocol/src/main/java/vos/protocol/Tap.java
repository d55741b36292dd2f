package vos.protocol;

import java.nio.ByteBuffer;

/**
 * Looks at what passes over a {@link Wire}, for people who want to see the bytes. Changes nothing.
 *
 * <p>Called by the thread that reads or writes, in the order of the bytes in each direction.
 */
public interface Tap {

    /** Bytes that this side sends. The buffer is the tap's to read, not to keep. */
    void sent(Part part, ByteBuffer bytes);

    /**
     * Bytes that this side has received and understood as {@code part}. The buffer is the tap's to read, not to keep.
     */
    void received(Part part, ByteBuffer bytes);

    /** A tap that looks away. */
    Tap NONE = new Tap() {
        @Override
        public void sent(Part part, ByteBuffer bytes) {
            // Nobody is looking.
        }

        @Override
        public void received(Part part, ByteBuffer bytes) {
            // Nobody is looking.
        }
    };
}
