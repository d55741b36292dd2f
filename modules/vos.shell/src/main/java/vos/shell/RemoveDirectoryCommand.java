package vos.shell;

/** {@code rmdir}. */
final class RemoveDirectoryCommand implements Command {

    private static final Usage USAGE = new Usage("rmdir", "PATH...", "removes empty directories");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        for (String path : call.requiredOperands()) {
            String problem = "failed to remove " + Phrases.quoted(path);
            call.attempt(problem, () -> {
                switch (call.workspace().status(path).kind()) {
                    case DIRECTORY -> call.workspace().remove(path);
                    case FILE, OTHER -> call.complain(problem + ": Not a directory");
                }
            });
        }
    }
}
