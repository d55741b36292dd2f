package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;

class FlightListenerTest {
    private static final Peer PEER = new Peer(7, "192.0.2.1:5000");

    private static void visit() throws IOException {
        var listener = new FlightListener();
        listener.connected(PEER);
        var remove = new Request.Remove("x");
        listener.before(PEER, remove);
        listener.after(PEER, remove, new Reply.Failed(ErrorCode.NOT_FOUND, "no"), null);
        Body content = Body.of(Bytes.of("content"));
        var upload = new Request.Upload("y", content, true);
        listener.before(PEER, upload);
        content.copyTo(Conversations.sink());
        listener.after(PEER, upload, new Reply.Done(), null);
        listener.disconnected(PEER, new PeerGoneException("gone"));
    }

    private static String describe(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case "vos.Connection" -> "connection %d of %s, %d requests, %s".formatted(event.getLong("number"),
                    event.getString("peer"), event.getLong("requests"), event.getString("failure"));
            case "vos.Command" -> "%s on %d: %s".formatted(event.getString("request"), event.getLong("connection"),
                    event.getString("outcome"));
            case "vos.Transfer" -> "%s on %d: %d bytes, %s".formatted(event.getString("request"),
                    event.getLong("connection"), event.getLong("bytes"), event.getString("outcome"));
            default -> "another event";
        };
    }

    @Test
    void aVisitIsRecorded(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("flight.jfr");
        try (var recording = new Recording()) {
            List.of("vos.Connection", "vos.Command", "vos.Transfer").forEach(recording::enable);
            recording.start();
            visit();
            recording.stop();
            recording.dump(file);
        }
        List<String> seen = RecordingFile.readAllEvents(file).stream().map(FlightListenerTest::describe)
                .filter(text -> !text.equals("another event")).sorted().toList();
        assertEquals(List.of("connection 7 of 192.0.2.1:5000, 2 requests, vos.protocol.PeerGoneException: gone",
                "remove on 7: not-found", "upload on 7: 7 bytes, done"), seen);
    }
}
