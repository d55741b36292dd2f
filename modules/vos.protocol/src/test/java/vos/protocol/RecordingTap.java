package vos.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A tap that remembers: which bytes went which way, and what they were taken for. For one thread. */
public final class RecordingTap implements Tap {
    private final List<Stretch> stretches = new ArrayList<>();

    /** A tap that has seen nothing yet. */
    public RecordingTap() {
        // Nothing to prepare.
    }

    /** Which way bytes went, as this side sees it. */
    public enum Direction { SENT, RECEIVED }

    /** Neighbouring bytes of one direction and one part; a character is a byte. */
    public record Run(Direction direction, Part part, String text) {
    }

    /** A run that may still grow. */
    private record Stretch(Direction direction, Part part, ByteArrayOutputStream bytes) {
        boolean isOf(Direction someDirection, Part somePart) {
            return direction == someDirection && part == somePart;
        }
    }

    @Override
    public void sent(Part part, ByteBuffer bytes) {
        add(Direction.SENT, part, bytes);
    }

    @Override
    public void received(Part part, ByteBuffer bytes) {
        add(Direction.RECEIVED, part, bytes);
    }

    private void add(Direction direction, Part part, ByteBuffer bytes) {
        if (stretches.isEmpty() || !stretches.getLast().isOf(direction, part)) {
            stretches.add(new Stretch(direction, part, new ByteArrayOutputStream()));
        }
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        stretches.getLast().bytes.writeBytes(copy);
    }

    /** What was seen, in order. */
    public List<Run> runs() {
        return stretches.stream()
                .map(stretch -> new Run(stretch.direction, stretch.part, Bytes.text(stretch.bytes.toByteArray())))
                .toList();
    }

    /** All bytes that went this way. */
    public String text(Direction direction) {
        return runs().stream().filter(run -> run.direction == direction).map(Run::text).collect(Collectors.joining());
    }
}
