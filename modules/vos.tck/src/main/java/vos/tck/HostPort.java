package vos.tck;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server listens, as people write it: {@code HOST:PORT} or {@code [IPV6]:PORT}.
 *
 * @param host a name or an address, without brackets
 * @param port the TCP port
 */
record HostPort(String host, int port) {

    /** The address; unresolved, if the name is unknown. */
    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<HostPort> {
        private static final Pattern FORM = Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]]+)):([0-9]{1,5})");

        @Override
        public HostPort convert(String text) {
            Matcher parts = FORM.matcher(text.strip());
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "an address is written HOST:PORT or [IPV6]:PORT, not \"" + text + "\"");
            }
            int port = Integer.parseInt(parts.group(3));
            if (port == 0 || port > 65_535) {
                throw new TypeConversionException("a port is from 1 to 65535, not " + port);
            }
            return new HostPort(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
        }
    }
}
