package vos.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import vos.fuzz.Check;
import vos.fuzz.Target;

/**
 * {@link ConfigFile} for {@code vos serve}: any content is refused, in one line that names the file, or means its own
 * options and nothing else. What the command line says stays as it was said.
 */
public final class ConfigFileTarget implements Target {
    private static final Path FILE = Path.of("vos.conf");
    private static final String LAB = "mini-ftp";
    private static final String[] SAID = {LAB, "--idle=5m", "--port=7", "--quiet"};
    private static final Set<String> SAID_OPTIONS = Set.of("idle", "port", "quiet");

    private final CommandLine serve = Vos.configured(ServeCommand.command(new Labs(List.of())));

    /** Of the addresses it takes those that need no look-up. */
    public ConfigFileTarget() {
        CommandSpec spec = serve.getCommandSpec();
        OptionSpec bind = spec.findOption("--bind");
        spec.remove(bind);
        spec.addOption(OptionSpec.builder(bind).converters(InetAddress::ofLiteral).build());
    }

    @Override
    public void run(byte[] input) {
        serve.setOverwrittenOptionsAllowed(false);
        serve.parseArgs(SAID);
        try {
            ConfigFile.parse(FILE, new ByteArrayInputStream(input)).applyTo(serve);
            check(serve.getParseResult(), lines(input));
        } catch (IOException e) {
            String sentence = Failures.sentence(e);
            Check.oneLine(sentence, "a refusal");
            Check.that(sentence.contains(FILE.toString()), "the file is not named: %s", sentence);
        }
    }

    private static Properties lines(byte[] input) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(new String(input, UTF_8)));
        return lines;
    }

    private static void check(ParseResult parsed, Properties lines) {
        Check.same(List.of(LAB), parsed.matchedPositional(0).originalStringValues(), "the lab");
        Check.same("5m", last(parsed, "idle"), "an option that was said");
        Check.same("7", last(parsed, "port"), "an option that was said");
        Check.same(true, parsed.matchedOptionValue("quiet", false), "a flag that was said");
        var expected = new TreeSet<>(SAID_OPTIONS);
        for (String key : lines.stringPropertyNames()) {
            String value = lines.getProperty(key).strip();
            boolean flag = parsed.commandSpec().findOption("--" + key).type() == boolean.class;
            if (!flag || value.equals("true")) {
                boolean ownsIt = expected.add(key) && !flag;
                Check.that(!ownsIt || value.equals(last(parsed, key)), "%s is not %s", key, value);
            }
        }
        Check.same(expected, parsed.matchedOptions().stream().map(option -> option.longestName().substring(2))
                .collect(Collectors.toCollection(TreeSet::new)), "the options");
        Check.that(!parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested(), "it asks for help");
    }

    private static String last(ParseResult parsed, String option) {
        return parsed.matchedOption("--" + option).originalStringValues().getLast();
    }
}
