package vos.cli;

import java.util.Arrays;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import vos.server.Limit;
import vos.server.Limits;

/** The options of {@code vos serve} that stand in no source but the catalogue of limits. */
final class LimitOptions {
    private LimitOptions() {
    }

    /** Adds one for each limit, under a heading of their own. */
    static void addTo(CommandSpec command) {
        var limits = ArgGroupSpec.builder().validate(false).order(Integer.MAX_VALUE)
                .heading("%nLimits; bytes are written 8K, 8M or 8G too, and times 500ms, 90s, 10m or 2h:%n");
        Arrays.stream(Limit.values()).map(LimitOptions::option).forEach(limits::addArg);
        command.addArgGroup(limits.build());
    }

    private static OptionSpec option(Limit limit) {
        return OptionSpec.builder("--" + limit.word())
                .paramLabel(limit.unit().label())
                .type(Long.class)
                .converters(text -> parse(limit, text))
                .description(sentence(limit))
                .build();
    }

    private static String sentence(Limit limit) {
        String text = limit.sentence();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1)
                + " (default: " + limit.show(limit.usual()) + ").";
    }

    private static Long parse(Limit limit, String text) {
        try {
            return limit.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** What was said on the command line, and what is usual where nothing was. */
    static Limits chosen(CommandSpec command) {
        Limits limits = Limits.USUAL;
        for (Limit limit : Limit.values()) {
            Long value = command.findOption("--" + limit.word()).getValue();
            limits = value == null ? limits : limits.with(limit, value);
        }
        return limits;
    }
}
