package vos.shell;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import vos.fs.Status;

/** {@code stat}: what a volume knows of a path, which has no blocks, owners, permissions or other times. */
final class StatusCommand implements Command {

    private static final Usage USAGE = new Usage("stat", "PATH...", "tells kind, size and time of the last change");

    private static final DateTimeFormatter NANOSECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.nnnnnnnnn xx").withZone(ZoneOffset.UTC);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        for (String path : call.requiredOperands()) {
            call.attempt("cannot stat " + Phrases.quoted(path),
                    () -> call.out().print(report(path, call.workspace().status(path))));
        }
    }

    private static String report(String path, Status status) {
        String size = switch (status.kind()) {
            case FILE -> Long.toString(status.size());
            case DIRECTORY, OTHER -> "-";
        };
        String kind = switch (status.kind()) {
            case FILE -> status.size() == 0 ? "regular empty file" : "regular file";
            case DIRECTORY -> "directory";
            case OTHER -> "special file";
        };
        return """
                  File: %s
                  Size: %-10s  %s
                Modify: %s
                """.formatted(path, size, kind, NANOSECOND.format(status.modified()));
    }
}
