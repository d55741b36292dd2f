package vos.shell;

/** {@code cd}. */
final class ChangeDirectoryCommand implements Command {

    private static final Usage USAGE =
            new Usage("cd", "[PATH]", "changes the current directory; without PATH, to the root");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        call.requireAtMost(1);
        String path = call.operandsOr("/").getFirst();
        call.attempt(Phrases.bare(path), () -> call.workspace().changeDirectory(path));
    }
}
