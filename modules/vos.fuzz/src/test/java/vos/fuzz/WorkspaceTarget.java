package vos.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vos.fs.Publish;
import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/**
 * {@link Workspace}: any operations on any paths, a line each. A path means the place that a plain model says, or is
 * refused for the reason that it says. Nothing is thrown but {@link WorkspaceException}, in one line, and nothing
 * outside is reached or told of.
 */
final class WorkspaceTarget implements Target {
    private static final int MOST_LINES = 30;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4096;
    /** Stands for half of a surrogate pair, which no UTF-8 holds and yet a string can. */
    private static final char HALF = '\uE000';

    private final List<Operation> operations = List.of(
            Workspace::changeDirectory,
            Workspace::list,
            Workspace::makeDirectory,
            Workspace::remove,
            Workspace::touch,
            Workspace::status,
            Workspace::size,
            (workspace, path) -> workspace.open(path).close(),
            (workspace, path) -> workspace.create(path, Publish.CREATE).close(),
            (workspace, path) -> workspace.create(path, Publish.REPLACE).publish(),
            (workspace, path) -> workspace.move(path, "docs"),
            (workspace, path) -> workspace.move("a.txt", path));

    private interface Operation {
        void run(Workspace workspace, String path) throws IOException;
    }

    @Override
    public void run(byte[] input) throws IOException {
        var lines = new Input(input);
        var house = new House();
        var workspace = new Workspace(house.anns());
        var told = new StringBuilder();
        for (int i = 0; i < MOST_LINES && !lines.isEmpty(); i++) {
            Operation operation = operations.get(lines.number(operations.size()));
            String path = lines.line().replace(HALF, '\uD800');
            checkPlace(workspace, path);
            told.append(workspace.directory()).append(attempt(() -> operation.run(workspace, path)));
        }
        house.check(input, told.toString().getBytes(StandardCharsets.UTF_8));
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What was said of it, if it was refused. */
    private static String attempt(Step step) throws IOException {
        try {
            step.run();
            return "";
        } catch (WorkspaceException e) {
            Check.oneLine(e.getMessage(), "a refusal");
            Check.oneLine(e.path(), "the path of a refusal");
            return e.getMessage();
        }
    }

    private static void checkPlace(Workspace workspace, String path) {
        String expected = place(workspace.directory(), path);
        String place;
        try {
            place = workspace.resolve(path);
        } catch (WorkspaceException e) {
            place = e.reason().name();
        }
        Check.same(expected, place, "the place that \"" + path + "\" means in " + workspace.directory());
    }

    // ---- the model -------------------------------------------------------------------------------------------------

    /** The place, or the reason why there is none. */
    private static String place(String directory, String path) {
        var names = new ArrayList<String>();
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        for (String name : whole.split("/")) {
            if (name.equals("..") && names.isEmpty()) {
                return Reason.OUTSIDE.name();
            } else if (name.equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                if (isFlawed(name)) {
                    return Reason.INVALID_NAME.name();
                }
                names.add(name);
            }
        }
        String place = "/" + String.join("/", names);
        return place.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH ? Reason.INVALID_NAME.name() : place;
    }

    /** {@code [COM-2.2]} */
    private static boolean isFlawed(String name) {
        boolean forbidden = name.codePoints().anyMatch(c -> c < 0x20 || c >= 0x7F && c <= 0x9F || c == 0x2028
                || c == 0x2029 || c == 0xFFFD || c >= 0xD800 && c <= 0xDFFF);
        boolean reserved = name.length() >= 5 && name.substring(0, 5).equalsIgnoreCase(".vos-");
        return forbidden || reserved || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }
}
