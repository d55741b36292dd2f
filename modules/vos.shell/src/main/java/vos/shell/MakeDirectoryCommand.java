package vos.shell;

import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/** {@code mkdir}. */
final class MakeDirectoryCommand implements Command {

    private static final Flag PARENTS = new Flag('p', "parents too, and no complaint if it is there");
    private static final Usage USAGE = new Usage("mkdir", "PATH...", "makes directories", PARENTS);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        Workspace workspace = call.workspace();
        for (String path : call.requiredOperands()) {
            call.attempt("cannot create directory " + Phrases.quoted(path), () -> {
                if (call.has(PARENTS)) {
                    makeAll(call, workspace.resolve(path));
                } else {
                    workspace.makeDirectory(path);
                }
            });
        }
    }

    /** From the top down, whatever part of it is there already. */
    private static void makeAll(Invocation call, String place) throws WorkspaceException {
        for (int end = 0; end < place.length();) {
            int slash = place.indexOf('/', end + 1);
            end = slash < 0 ? place.length() : slash;
            String parent = place.substring(0, end);
            try {
                call.workspace().makeDirectory(parent);
            } catch (WorkspaceException e) {
                if (e.reason() != Reason.ALREADY_EXISTS || !call.isDirectory(parent)) {
                    throw e;
                }
            }
        }
    }
}
