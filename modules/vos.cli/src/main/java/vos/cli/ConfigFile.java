package vos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Options that stand in a file, of Java's properties format in UTF-8: a line {@code idle = 5m} is {@code --idle 5m}.
 * What the command line says comes later, and wins.
 *
 * <p>A key that is no option is a mistake, and no server starts with it: a limit that somebody misspelt would be none.
 */
final class ConfigFile {
    /** What has no meaning in a file. */
    private static final Set<String> NOT_HERE = Set.of("config", "help", "version");

    private final Path file;
    private final Properties lines = new Properties();

    private ConfigFile(Path file) {
        this.file = file;
    }

    static ConfigFile read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return parse(file, content);
        }
    }

    /** The same of {@code content}, which is that of {@code file}. */
    static ConfigFile parse(Path file, InputStream content) throws IOException {
        var config = new ConfigFile(file);
        try {
            config.lines.load(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        } catch (MalformedInputException e) {
            throw new UsageException(file + " is not text in UTF-8");
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
        return config;
    }

    /** Has {@code command} parse again what it was told, and before that what stands here. */
    void applyTo(CommandLine command) throws UsageException {
        List<String> said = said(command.getParseResult());
        List<String> here = arguments(command.getCommandSpec());
        command.setOverwrittenOptionsAllowed(true);
        try {
            command.parseArgs(Stream.concat(here.stream(), said.stream()).toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    /** What the command line said, in the form in which it can be said again. */
    private static List<String> said(ParseResult parsed) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            if (isFlag(option)) {
                words.add(option.longestName());
            } else {
                option.originalStringValues().forEach(value -> words.add(option.longestName() + "=" + value));
            }
        }
        parsed.matchedPositionals().stream().map(ArgSpec::originalStringValues).forEach(words::addAll);
        return words;
    }

    private static boolean isFlag(OptionSpec option) {
        return option.type() == boolean.class;
    }

    private List<String> arguments(CommandSpec command) throws UsageException {
        List<String> words = new ArrayList<>();
        for (String key : new TreeSet<>(lines.stringPropertyNames())) {
            OptionSpec option = command.findOption("--" + key);
            UsageException.require(option != null && !NOT_HERE.contains(key), file + ": there is no option '" + key
                    + "'; '" + command.qualifiedName() + " --help' lists them, here without their dashes");
            String value = lines.getProperty(key).strip();
            if (!isFlag(option)) {
                words.add("--" + key + "=" + value);
            } else if (value.equals("true")) {
                words.add("--" + key);
            } else {
                UsageException.require(value.equals("false"), file + ": " + key + " is true or false, not '" + value
                        + "'");
            }
        }
        return words;
    }
}
