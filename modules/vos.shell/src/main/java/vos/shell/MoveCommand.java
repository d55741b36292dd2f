package vos.shell;

import vos.fs.Kind;

/**
 * {@code mv}. Each thing moves in one step; a file takes the place of a file, and a directory that of an empty one,
 * which is removed before.
 */
final class MoveCommand extends TransferCommand {

    private static final Usage USAGE = new Usage("mv", OPERANDS, "moves into a directory, or to a new name");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    boolean accepts(Invocation call, String from, Kind kind) {
        return true;
    }

    @Override
    String intoItself(String from, String to) {
        return "cannot move " + Phrases.quoted(from) + " to a subdirectory of itself, " + Phrases.quoted(to);
    }

    @Override
    void transfer(Invocation call, String from, Kind kind, String to) {
        String problem = "cannot move " + Phrases.quoted(from) + " to " + Phrases.quoted(to);
        call.attempt(problem, () -> {
            if (call.isUnderfoot(from)) {
                call.complain(problem + ": Device or resource busy");
                return;
            }
            if (call.isDirectory(to)) {
                // An empty one makes room; else the workspace would take it for the directory to move into.
                call.workspace().remove(to);
            }
            call.workspace().move(from, to);
        });
    }
}
