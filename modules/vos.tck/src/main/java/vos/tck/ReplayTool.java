package vos.tck;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.spi.ToolProvider;

/** {@code vos replay}, for the program that finds it as a service. */
public final class ReplayTool implements ToolProvider {

    /** The service loader makes it. */
    public ReplayTool() {
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Optional<String> description() {
        return Optional.of("Repeat one failed conversation that 'vos tck' has written down.");
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        return TckTool.run(new ReplayCommand(), out, err, args);
    }
}
