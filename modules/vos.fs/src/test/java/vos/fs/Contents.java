package vos.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** Texts in and out of volumes, at places written as {@code /a/b}. */
final class Contents {

    private Contents() {
    }

    static Location at(String path) {
        try {
            Location place = Location.ROOT;
            for (String name : path.substring(1).split("/")) {
                place = name.isEmpty() ? place : place.child(name);
            }
            return place;
        } catch (WorkspaceException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    static void put(Volume volume, String path, String text) throws IOException {
        try (Draft draft = volume.draft(at(path), Publish.REPLACE)) {
            write(draft, text);
            draft.publish();
        }
    }

    static void write(WritableByteChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static String text(Volume volume, String path) throws IOException {
        try (StoredFile file = volume.open(at(path))) {
            return rest(file);
        }
    }

    /** What is left to read; does not close. */
    static String rest(StoredFile file) throws IOException {
        return new String(Channels.newInputStream(file.channel()).readAllBytes(), UTF_8);
    }

    static String start(StoredFile file, int bytes) throws IOException {
        return new String(Channels.newInputStream(file.channel()).readNBytes(bytes), UTF_8);
    }
}
