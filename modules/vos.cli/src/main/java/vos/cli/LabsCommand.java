package vos.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vos.protocol.Dialect;
import vos.protocol.Vocabulary.Verb;

/** {@code vos labs}: what there is. */
@Command(name = "labs", description = "List the protocol variants: port, how a message ends, commands.",
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {"0:they are listed", "2:wrong usage"})
final class LabsCommand implements Callable<Integer> {
    private final Labs labs;

    @Spec
    private CommandSpec spec;

    LabsCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Dialect lab : labs.all()) {
            out.println(lab.id() + " - " + lab.title());
            out.println("    port      " + lab.defaultPort());
            out.println("    framing   " + lab.framing());
            out.println("    commands  "
                    + lab.vocabulary().verbs().stream().map(Verb::word).collect(Collectors.joining(" ")));
        }
        out.flush();
        return ExitCode.OK;
    }
}
