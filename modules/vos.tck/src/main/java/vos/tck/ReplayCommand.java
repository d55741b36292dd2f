package vos.tck;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vos replay FILE}: one conversation again, with the bytes that it had. */
@Command(name = "vos replay", sortOptions = false,
        description = {"Repeat one failed conversation that 'vos tck' has written down: the same steps with the same "
            + "bytes, and nothing else. Values that the server makes up, such as a token, are the new ones.", "",
            "Names in it were made up for the first run: where a step makes something, begin with an empty directory."},
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:every step passed", "1:a step failed", "2:wrong usage, or no such file or server"},
        footer = {"Example:",
            "  vos replay MiniFtpGreeting.aWelcomeFollowsTheToken.json --target 127.0.0.1:65438"})
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file; 'vos tck' names it with each failure.")
    private Path file;

    @Option(names = "--target", paramLabel = "HOST:PORT", required = true, converter = HostPort.Converter.class,
            description = "Where the server listens.")
    private HostPort target;

    @Option(names = "--timeout-factor", paramLabel = "F", defaultValue = "1",
            description = "Multiply every time limit (default: ${DEFAULT-VALUE}).")
    private double timeoutFactor;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        SubjectOptions.requireFactor(timeoutFactor);
        ReplayFile replay = ReplayFile.read(file);
        UnusableException.require(replay.steps().stream().noneMatch(ReplayFile::isOfClient),
                file + " is a conversation with a client, which a replay cannot begin; run its test again: vos tck "
                        + Text.printable(replay.lab() + " --client \"...\" --only " + replay.test()));
        Run.Settings settings = new Run.Settings(1, timeoutFactor, Run.PeerKind.STANDARD);
        InetSocketAddress server = SubjectOptions.listener(target);
        Run run = new Run(new RemoteServer(server, Optional.empty(), List.of()), settings);
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = Terminal.of(spec);
        out.println(Text.printable(replay.test() + ", " + String.join(", ", replay.requirements())) + ", against "
                + target);
        try (Conversation conversation = new Conversation(run)) {
            return take(replay, conversation, out, terminal);
        }
    }

    private int take(ReplayFile replay, Conversation conversation, PrintWriter out, Terminal terminal) {
        int number = 0;
        for (Step step : replay.steps()) {
            number++;
            try {
                requireCutsWithin(step, conversation);
                conversation.take(step);
            } catch (Mismatch mismatch) {
                print(out, terminal, number + ".  " + step.words(), terminal.styled("red", "failed"));
                failed(mismatch, conversation, out, terminal);
                return ExitCode.FAILED;
            } catch (IllegalStateException e) {
                out.println("step " + number + " cannot be taken: " + Text.printable(e.getMessage()));
                return ExitCode.UNUSABLE;
            }
            print(out, terminal, number + ".  " + step.words(), terminal.styled("green", "ok"));
        }
        out.println("Every step passed.");
        if (replay.kind() == Mismatch.Kind.STATE) {
            terminal.wrapped("", "The test failed by what it found off the wire, at which a replay does not look. "
                    + "It expected: " + Text.printable(replay.expected())).forEach(out::println);
        }
        return ExitCode.PASSED;
    }

    /** Some of the bytes that are cut may have been received only now, and be fewer than they were. */
    private static void requireCutsWithin(Step step, Conversation conversation) {
        if (step instanceof Step.Send(int connection, Payload payload, List<Integer> cuts) && !cuts.isEmpty()) {
            int length = payload.resolve(conversation.variables()).length;
            if (cuts.getLast() > length) {
                throw new IllegalStateException("a cut behind byte " + cuts.getLast() + " of " + length);
            }
        }
    }

    private static void print(PrintWriter out, Terminal terminal, String step, String outcome) {
        List<String> lines = terminal.wrapped("  ", Text.printable(step));
        out.println(String.join(System.lineSeparator(), lines) + "  " + outcome);
        out.flush();
    }

    private void failed(Mismatch mismatch, Conversation conversation, PrintWriter out, Terminal terminal) {
        Duration patience = conversation.run().patience();
        FailureTexts texts = new FailureTexts(Disclosure.ALL, target, patience, Optional.empty());
        FailureLines.outcome(texts.of(Failure.of(mismatch)), terminal).forEach(out::println);
    }
}
