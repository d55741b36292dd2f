package vos.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vos.server.Unit;

/** A time as people write it: in seconds, or with a unit. */
final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Duration.ofMillis(Unit.TIME.parse(text).orElseThrow(() ->
                new TypeConversionException("'" + text + "' is not " + Unit.TIME.notation())));
    }

    static String show(Duration time) {
        return Unit.TIME.show(time.toMillis());
    }

    /** Refuses the value of an option that is out of its bounds. */
    static void requireRange(String option, Duration value, Duration least, Duration most) throws UsageException {
        UsageException.require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "%s is from %s to %s, not %s".formatted(option, show(least), show(most), show(value)));
    }
}
