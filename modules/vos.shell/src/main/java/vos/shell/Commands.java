package vos.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of all commands. */
final class Commands {

    /** In the order in which help lists them. */
    static final List<Command> ALL = List.of(
            new HelpCommand(), new EchoCommand(),
            new PrintDirectoryCommand(), new ChangeDirectoryCommand(),
            new ListCommand(), new TreeCommand(), new FindCommand(), new StatusCommand(),
            new ConcatenateCommand(), new HeadCommand(), new TailCommand(), new CountCommand(),
            new TouchCommand(), new CopyCommand(), new MoveCommand(), new RemoveCommand(),
            new MakeDirectoryCommand(), new RemoveDirectoryCommand(),
            new DiskUsageCommand(), new DiskFreeCommand());

    private static final Map<String, Command> BY_NAME =
            ALL.stream().collect(Collectors.toMap(command -> command.usage().name(), Function.identity()));

    private Commands() {
    }

    static Optional<Command> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The command that a line asks for. */
    static Command named(String name) throws Refusal {
        return find(name).orElseThrow(() ->
                new Refusal(Shell.UNKNOWN_COMMAND, "sh: " + Phrases.bare(name) + ": command not found"));
    }
}
