package vos.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vos.protocol.Dialect;

/** Runs one lab alone, as the published pair of programs was run: one starts the server, the other the client. */
public final class Launcher {
    private static final String USAGE = "usage: run server|client [options]    (run server --help, run client --help)";

    private Launcher() {
    }

    /**
     * Runs {@code server [options]} as {@code vos serve} would, or {@code client [options]} as {@code vos connect}
     * would.
     *
     * @return the exit code
     */
    public static int run(Dialect dialect, String... args) {
        String role = args.length == 0 ? "" : args[0];
        return switch (role) {
            case "server" -> run(dialect, ServeCommand::command, args);
            case "client" -> run(dialect, labs -> new CommandLine(new ConnectCommand(labs)), args);
            case "-h", "--help" -> {
                System.out.println(USAGE);
                yield ExitCode.OK;
            }
            default -> {
                System.err.println(USAGE);
                yield ExitCode.USAGE;
            }
        };
    }

    /** The command of a role is told the lab; its help need not ask for one. */
    private static int run(Dialect dialect, Function<Labs, CommandLine> role, String... args) {
        CommandLine command = Vos.configured(role.apply(new Labs(List.of(dialect))));
        CommandSpec spec = command.getCommandSpec().name("run " + args[0]);
        PositionalParamSpec lab = spec.positionalParameters().getFirst();
        spec.remove(lab);
        spec.addPositional(PositionalParamSpec.builder(lab).hidden(true).build());
        if (spec.positionalParameters().stream().allMatch(PositionalParamSpec::hidden)) {
            spec.usageMessage().parameterListHeading("");
        }
        Stream<String> words = Stream.concat(Stream.of(dialect.id()), Arrays.stream(args).skip(1));
        return command.execute(words.toArray(String[]::new));
    }
}
