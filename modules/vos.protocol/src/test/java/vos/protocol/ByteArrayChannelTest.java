package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bytes that can be read more than once. */
class ByteArrayChannelTest {

    private final ByteArrayChannel channel = new ByteArrayChannel(Bytes.of("abcde"));

    private String read(int count) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(count);
        int came = channel.read(into);
        return came < 0 ? "end" : Bytes.text(Arrays.copyOf(into.array(), came));
    }

    @Test
    void isReadToItsEndAndAgain() throws IOException {
        assertEquals("abc", read(3));
        assertEquals(3, channel.position());
        assertEquals("de", read(3));
        assertEquals("end", read(3));
        assertEquals("bcde", channel.position(1).position() == 1 ? read(9) : "elsewhere");
        assertEquals(5, channel.size());
    }

    @Test
    void endsBehindItsEnd() throws IOException {
        channel.position(7);
        assertEquals("end", read(1));
        assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
    }

    @Test
    void isNotWritten() {
        assertThrows(NonWritableChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
        assertThrows(NonWritableChannelException.class, () -> channel.truncate(1));
    }

    @Test
    void isReadNoMoreWhenItIsClosed() {
        channel.close();
        assertFalse(channel.isOpen());
        assertThrows(ClosedChannelException.class, () -> read(1));
    }
}
