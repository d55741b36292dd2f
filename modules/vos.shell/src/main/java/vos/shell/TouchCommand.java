package vos.shell;

/** {@code touch}. A volume sets no times: a file that is there is left as it is. */
final class TouchCommand implements Command {

    private static final Usage USAGE = new Usage("touch", "PATH...", "makes empty files, where there are none");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        for (String path : call.requiredOperands()) {
            call.attempt("cannot touch " + Phrases.quoted(path), () -> call.workspace().touch(path));
        }
    }
}
