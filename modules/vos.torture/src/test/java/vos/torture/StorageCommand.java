package vos.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vos.client.Client;
import vos.client.Progress;
import vos.protocol.Body;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * A command of a lab, as one client asks for it, on the tree that {@link #before} makes.
 *
 * @param name what a failure of the test calls it
 * @param ask asks, and tells the answer so that two of them can be compared
 * @param compound whether it has steps, of which some may have been done when it fails
 */
record StorageCommand(String name, Ask ask, boolean compound) {
    private static final List<String> LINES = List.of("ls -l", "ls -R", "tree", "find .", "du", "df", "stat a",
            "cat a d/b", "head -n 1 a", "head -n 200 a", "head -c 3 a", "tail -c 5 a", "tail -n 5 a", "wc -l a",
            "echo *", "cat *a d/*", "cd d", "touch new", "touch a", "cp a new", "cp a c", "cp a c e", "cp -r d new",
            "cp -r d e", "mv a new", "mv a c", "mv a c e", "mv d new", "mv d e", "mv d empty", "rm a", "rm a c",
            "rm -r d", "rm -rf d e", "rm -f missing", "rm -f c*", "mkdir new", "mkdir -p new/x/y", "rmdir empty",
            "help");

    /** One exchange. */
    @FunctionalInterface
    interface Ask {

        /**
         * Asks, with a directory of this side's for files.
         *
         * @throws vos.client.RefusedException when it was refused
         */
        String of(Client client, Path here) throws IOException;
    }

    /** The tree that every command begins with. */
    static Tree before() {
        var things = new LinkedHashMap<String, String>();
        things.put("a", content("the first file", 4000));
        things.put("c", content("the file that others replace", 100));
        things.put("d", null);
        things.put("d/b", content("a file below", 2000));
        things.put("d/f", null);
        things.put("d/f/g", content("a file far below", 300));
        things.put("e", null);
        things.put("e/h", content("a file beside", 50));
        things.put("empty", null);
        things.put("keep", content("a file that no command touches", 500));
        return new Tree(things);
    }

    private static String content(String title, int size) {
        return title + "\n" + "0123456789abcde\n".repeat(size / 16);
    }

    /** All that a client of this dialect can ask for that has to do with the storage. */
    static List<StorageCommand> of(Dialect dialect) {
        var all = new ArrayList<StorageCommand>();
        dialect.vocabulary().verbs().forEach(verb -> requests(verb.operation())
                .forEach((name, ask) -> all.add(new StorageCommand(verb.word() + " " + name, ask, false))));
        if (dialect.vocabulary().passesOn()) {
            LINES.forEach(line -> all.add(new StorageCommand(line, run(line), true)));
        }
        return all;
    }

    private static Map<String, Ask> requests(Operation operation) {
        return switch (operation) {
            case LIST -> Map.of("", perform(new Request.ListDirectory("")),
                    "d", perform(new Request.ListDirectory("d")));
            case CHANGE_DIRECTORY -> Map.of("d", perform(new Request.ChangeDirectory("d")));
            case WHERE_AM_I -> Map.of("", perform(new Request.WhereAmI()));
            case MAKE_DIRECTORY -> Map.of("new", perform(new Request.MakeDirectory("new")),
                    "a", perform(new Request.MakeDirectory("a")));
            case REMOVE -> Map.of("a", perform(new Request.Remove("a")), "empty", perform(new Request.Remove("empty")),
                    "d", perform(new Request.Remove("d")));
            case TOUCH -> Map.of("new", perform(new Request.Touch("new")), "a", perform(new Request.Touch("a")));
            case MOVE -> Map.of("a new", perform(new Request.Move("a", "new")),
                    "a c", perform(new Request.Move("a", "c")), "a d", perform(new Request.Move("a", "d")),
                    "d e", perform(new Request.Move("d", "e")), "d new", perform(new Request.Move("d", "new")));
            case SIZE -> Map.of("a", perform(new Request.Size("a")));
            case UPLOAD -> Map.of("new", upload("new"), "over a", upload("a"), "to d/b", upload("d/b"));
            case DOWNLOAD -> Map.of("a", download("a"), "d/b", download("d/b"));
            case PREVIEW -> Map.of("a", perform(new Request.Preview("a", Request.Preview.USUAL)));
            case LOCAL_DIRECTORY, QUIT -> Map.of();
        };
    }

    private static Ask perform(Request request) {
        return (client, here) -> {
            Reply reply = client.perform(request);
            if (reply instanceof Reply.Content(Body body)) {
                var bytes = new ByteArrayOutputStream();
                try (body) {
                    body.copyTo(Channels.newChannel(bytes));
                }
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
            return reply.toString();
        };
    }

    private static Ask upload(String name) {
        return (client, here) -> {
            Path file = Files.writeString(here.resolve("up"), content("a file that is uploaded", 5000));
            return client.upload(file, name, true, Progress.NONE) + " bytes";
        };
    }

    /** Whatever becomes of it: there is a whole file on this side, or none. */
    static Ask download(String name) {
        return (client, here) -> {
            Path copy = here.resolve("down");
            Files.deleteIfExists(copy);
            client.download(name, copy, Progress.NONE);
            return Files.readString(copy);
        };
    }

    /** That a line has ended with another status than 0 is a refusal, and its output says why. */
    private static Ask run(String line) {
        return (client, here) -> {
            var output = new ByteArrayOutputStream();
            Reply reply = client.perform(new Request.CommandLine(line, Channels.newChannel(output)));
            String printed = output.toString(StandardCharsets.UTF_8);
            if (reply instanceof Reply.Exit(OptionalInt status) && status.orElse(0) != 0) {
                throw new LineFailedException(printed);
            }
            return printed;
        };
    }

    /** A command line has said that it did not do all of its work. */
    static final class LineFailedException extends IOException {
        private static final long serialVersionUID = 1;

        LineFailedException(String printed) {
            super(printed);
        }
    }
}
