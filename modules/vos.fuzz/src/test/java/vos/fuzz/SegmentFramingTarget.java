package vos.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vos.protocol.SegmentFraming;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * {@link SegmentFraming}, which does depend on how the network cuts the stream. Pieces that are no longer than a
 * segment are the messages, as they came. Longer ones are cut into messages of which none is empty or longer than a
 * segment; no byte is lost, and none comes twice.
 */
final class SegmentFramingTarget implements Target {
    private static final int[] SIZES = {1024, 1, 7, 4096};

    @Override
    public void run(byte[] input) throws IOException {
        var settings = new Input(input);
        int size = SIZES[settings.number(SIZES.length)];
        byte[] stream = settings.rest();
        List<byte[]> pieces = Script.of(stream).pieces();
        List<byte[]> messages = messages(new SegmentFraming(
                new Wire(Script.of(pieces), WireOptions.DEFAULTS), size), pieces);
        boolean fit = pieces.stream().allMatch(piece -> piece.length <= size);
        if (fit) {
            Check.same(shown(pieces), shown(messages), "the messages that came in pieces of their own");
        }
        Check.same(shown(List.of(FramingTarget.join(pieces))), shown(List.of(FramingTarget.join(messages))),
                "all messages joined");
        for (byte[] message : messages) {
            Check.that(message.length > 0 && message.length <= size, "a message of %d bytes", message.length);
        }
    }

    private static List<byte[]> messages(SegmentFraming framing, List<byte[]> pieces) throws IOException {
        int most = FramingTarget.join(pieces).length;
        var messages = new ArrayList<byte[]>();
        Optional<byte[]> next = framing.receive();
        while (next.isPresent()) {
            messages.add(next.get());
            Check.that(messages.size() <= most, "more messages than bytes");
            next = framing.receive();
        }
        return messages;
    }

    private static List<String> shown(List<byte[]> messages) {
        return messages.stream().map(Arrays::toString).toList();
    }
}
