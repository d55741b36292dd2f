package vos.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A recorded conversation, as {@code specs/README.md} describes it.
 *
 * @param name the file's name, for messages
 * @param sides whom it is replayed against
 * @param files the files before and after, by the word that begins their line; a directory's content is null
 * @param lines what is said and typed, in order
 */
record Transcript(String name, Set<String> sides, TreeMap<String, TreeMap<String, byte[]>> files, List<Line> lines) {

    /**
     * One line of the conversation.
     *
     * @param speaker {@code S}, {@code C} or {@code >}; {@code C.} where the client ends its side of the connection,
     *     {@code --} where the connection is over, and {@code pause} where the client is silent for a while
     */
    record Line(String speaker, String text) {
        /** Whether this is how a server begins that makes up a token. */
        boolean isTokenAlone() {
            return speaker.equals("S") && text.equals("<T>");
        }

        /** The bytes, with this token. */
        byte[] bytes(String token) {
            return unescape(text.replace("<T>", token));
        }
    }

    static Stream<Transcript> all(Path directory) throws IOException {
        var transcripts = new ArrayList<Transcript>();
        try (var files = Files.newDirectoryStream(directory, "*.txt")) {
            for (Path file : files) {
                transcripts.add(read(file));
            }
        }
        return transcripts.stream();
    }

    private static Transcript read(Path file) throws IOException {
        var transcript = new Transcript(file.getFileName().toString(), new TreeSet<>(), new TreeMap<>(),
                new ArrayList<>());
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                transcript.add(line);
            }
        }
        return transcript;
    }

    private void add(String line) {
        String[] parts = line.split(" ", 2);
        switch (parts[0]) {
            case "replay" -> sides.addAll(List.of(parts[1].split(" ")));
            case "S:", "C:", ">" -> lines.add(new Line(parts[0].substring(0, 1), parts[1]));
            case "C.", "--", "pause" -> lines.add(new Line(parts[0], ""));
            case "remote", "local", "remote-after", "local-after" -> addFile(parts[0], parts[1]);
            default -> throw new IllegalArgumentException(name + ": " + line);
        }
    }

    private void addFile(String word, String description) {
        var tree = files.computeIfAbsent(word, key -> new TreeMap<>());
        int quote = description.indexOf(" \"");
        if (quote < 0) {
            tree.put(description, null);
        } else {
            tree.put(description.substring(0, quote),
                    unescape(description.substring(quote + 2, description.length() - 1)));
        }
    }

    private static byte[] unescape(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.write(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 'x' -> {
                    bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> bytes.write(escape);
            }
        }
        return bytes.toByteArray();
    }

    /** The lines of each connection. What a user types behind the last one needs none. */
    List<List<Line>> connections() {
        var connections = new ArrayList<List<Line>>();
        var connection = new ArrayList<Line>();
        for (Line line : lines) {
            connection.add(line);
            if (line.speaker().equals("--")) {
                connections.add(List.copyOf(connection));
                connection.clear();
            }
        }
        if (connection.stream().anyMatch(line -> !line.speaker().equals(">"))) {
            connections.add(connection);
        }
        return connections;
    }

    /** The files of the lines that begin with this word; a directory's content is null. */
    SortedMap<String, byte[]> files(String word) {
        return files.getOrDefault(word, new TreeMap<>());
    }

    /** Makes the files that are there before. */
    void prepare(String word, Path directory) throws IOException {
        for (var file : files(word).entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (file.getValue() == null) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
