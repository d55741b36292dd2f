package vos.shell;

/** {@code help}: the table of commands, for people. */
final class HelpCommand implements Command {

    private static final Usage USAGE = new Usage("help", "[COMMAND...]", "lists the commands, or explains some");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) {
        if (call.operands().isEmpty()) {
            Commands.ALL.forEach(command -> summarise(command.usage(), call.out()));
        }
        for (String name : call.operands()) {
            Commands.find(name).ifPresentOrElse(
                    command -> explain(command.usage(), call.out()),
                    () -> call.complain("no such command: " + Phrases.quoted(name)));
        }
    }

    private static void summarise(Usage usage, Output out) {
        out.line("%-6s %s".formatted(usage.name(), usage.summary()));
    }

    private static void explain(Usage usage, Output out) {
        out.line("Usage: " + usage.synopsis());
        out.line(usage.name() + " " + usage.summary() + ".");
        for (Flag flag : usage.flags()) {
            out.line("  -%c  %s".formatted(flag.letter(), flag.meaning()));
        }
    }
}
