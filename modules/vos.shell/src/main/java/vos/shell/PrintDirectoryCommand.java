package vos.shell;

/** {@code pwd}. */
final class PrintDirectoryCommand implements Command {

    private static final Usage USAGE = new Usage("pwd", "", "prints the current directory");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        call.requireAtMost(0);
        call.out().line(call.workspace().directory());
    }
}
