package vos.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversation as a line to paste into a shell. It sends what the kit has sent, waits a moment where the kit has read
 * an answer, and shows in hexadecimal what comes. There is none for a conversation of several connections, of many
 * bytes, or with something that a shell cannot do.
 */
final class ShellCommand {

    private static final int MOST_BYTES = 1000;
    private static final int MOST_PARTS = 40;
    private static final String ANSWER = "sleep 1";
    private static final String LAST_ANSWER = "sleep 3";
    private static final String GAP = "sleep 0.1";

    private final Map<String, byte[]> variables;
    private final List<String> parts = new ArrayList<>();

    private ShellCommand(Map<String, byte[]> variables) {
        this.variables = variables;
    }

    /** The line, if there can be one: with {@code nc} or, where a token is read and sent back, for bash alone. */
    static Optional<String> of(Failure failure, HostPort server) {
        List<Step> steps = shown(failure.steps());
        boolean reads = steps.stream().anyMatch(ShellCommand::captures);
        boolean halfCloses = steps.stream().anyMatch(Step.HalfClose.class::isInstance);
        long connections = steps.stream().filter(Step.Connect.class::isInstance).count();
        if (connections != 1 || bytes(failure) > MOST_BYTES || reads && (halfCloses || !readsInTime(steps))
                || !steps.stream().allMatch(ShellCommand::possible)) {
            return Optional.empty();
        }
        ShellCommand command = new ShellCommand(failure.variables());
        steps.forEach(command::add);
        return command.parts.size() > MOST_PARTS ? Optional.empty()
                : Optional.of(reads ? command.bash(server) : command.netcat(server, halfCloses));
    }

    /** What came in the step that failed is to be seen, and not to be read into a variable. */
    private static List<Step> shown(List<Step> steps) {
        List<Step> shown = new ArrayList<>(steps);
        if (shown.getLast() instanceof Step.Expect(int connection, Expectation expectation, String capture)) {
            shown.set(shown.size() - 1, new Step.Expect(connection, expectation, ""));
        }
        return shown;
    }

    private static long bytes(Failure failure) {
        return failure.steps().stream().filter(Step.Send.class::isInstance).map(Step.Send.class::cast)
                .flatMap(send -> send.payload().parts().stream()).mapToLong(part -> length(part, failure.variables()))
                .sum();
    }

    private static long length(Payload.Part part, Map<String, byte[]> variables) {
        return switch (part) {
            case Payload.Literal literal -> literal.bytes().length;
            case Payload.Variable variable -> variables.getOrDefault(variable.name(), new byte[0]).length;
            case Payload.Repeated repeated -> (long) repeated.unit().length * repeated.times();
        };
    }

    private static boolean captures(Step step) {
        return step instanceof Step.Expect expect && !expect.capture().isEmpty();
    }

    /** Whether all that is read is read before any answer that the line leaves unread. */
    private static boolean readsInTime(List<Step> steps) {
        return steps.stream().dropWhile(step -> !(step instanceof Step.Expect) || captures(step))
                .noneMatch(ShellCommand::captures);
    }

    private static boolean possible(Step step) {
        return switch (step) {
            case Step.Accept accept -> false;
            case Step.Type type -> false;
            case Step.Reset reset -> false;
            case Step.Expect expect -> expect.capture().isEmpty() || expect.expectation() instanceof Expectation.Sized;
            default -> true;
        };
    }

    private void add(Step step) {
        if (step instanceof Step.Send send) {
            add(send);
        } else if (step instanceof Step.Pause pause) {
            parts.add(String.format(Locale.ROOT, "sleep %.2f", pause.millis() / 1000.0));
        } else if (captures(step) && step instanceof Step.Expect(int c, Expectation.Sized sized, String name)) {
            parts.add(name + "=$(head -c " + sized.size() + " <&3)");
        } else if (Stream.of(Step.Expect.class, Step.ExpectEnd.class, Step.ExpectSilence.class)
                .anyMatch(waits -> waits.isInstance(step))) {
            parts.add(ANSWER);
        }
    }

    private void add(Step.Send send) {
        Printf piece = new Printf();
        int offset = 0;
        for (Payload.Part part : send.payload().parts()) {
            int length = (int) length(part, variables);
            int from = 0;
            for (int cut : send.cuts()) {
                if (cut > offset && cut <= offset + length) {
                    piece.add(part, from, cut - offset);
                    parts.add(piece.command());
                    parts.add(GAP);
                    piece = new Printf();
                    from = cut - offset;
                }
            }
            piece.add(part, from, length);
            offset += length;
        }
        parts.add(piece.command());
    }

    /** The command that prints the bytes of one write. */
    private final class Printf {

        private final StringBuilder format = new StringBuilder();
        private final StringBuilder values = new StringBuilder();

        private void add(Payload.Part part, int from, int to) {
            if (from == to) {
                return;
            }
            if (part instanceof Payload.Variable(String name)) {
                boolean whole = to - from == variables.get(name).length;
                format.append("%s");
                values.append(whole ? " \"$" + name + "\"" : " \"${" + name + ":" + from + ":" + (to - from) + "}\"");
            } else {
                byte[] bytes = new Payload(List.of(part)).resolve(Map.of());
                format.append(Text.printfFormat(Arrays.copyOfRange(bytes, from, to)));
            }
        }

        /** A format that begins with a hyphen would be taken for an option. */
        private String command() {
            String words = format.toString();
            return "printf '" + (words.startsWith("-") ? "\\055" + words.substring(1) : words) + "'" + values;
        }
    }

    private String netcat(HostPort server, boolean halfCloses) {
        if (parts.isEmpty() || !parts.getLast().equals(ANSWER)) {
            parts.add(ANSWER);
        }
        parts.set(parts.size() - 1, LAST_ANSWER);
        if (halfCloses) {
            // -N ends the output as soon as there is no more to send.
            parts.removeLast();
        }
        String input = parts.isEmpty() ? "" : "(" + String.join("; ", parts) + ") | ";
        return input + "nc " + (halfCloses ? "-N " : "") + server.host() + " " + server.port() + " | xxd";
    }

    private String bash(HostPort server) {
        if (parts.getLast().equals(ANSWER)) {
            parts.removeLast();
        }
        List<String> sent = parts.stream().map(part -> part.startsWith("printf") ? part + " >&3" : part).toList();
        return "(exec 3<>/dev/tcp/" + server.host() + "/" + server.port() + "; " + String.join("; ", sent)
                + "; timeout 3 cat <&3 | xxd)";
    }
}
