package vos.cli;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server is, as people write it: {@code HOST}, {@code HOST:PORT}, {@code [IPV6]} or {@code [IPV6]:PORT}.
 *
 * @param host a name or an address
 * @param port the TCP port, or -1 when it was left out
 */
record Address(String host, int port) {

    int portOr(int otherwise) {
        return port < 0 ? otherwise : port;
    }

    /** An address as it is written: {@code 127.0.0.1:5000}, {@code [::1]:5000}. */
    static String show(InetAddress host, int port) {
        return show(host.getHostAddress(), port);
    }

    /** The same of a name, or of an address as text. */
    static String show(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Reads an address from the command line. */
    static final class Converter implements ITypeConverter<Address> {
        private static final Pattern FORM =
                Pattern.compile("(?:\\[(?<ipv6>[^\\[\\]]+)]|(?<host>[^:\\[\\]]+))(?::(?<port>.*))?");

        @Override
        public Address convert(String text) {
            Matcher parts = FORM.matcher(text.strip());
            if (!parts.matches()) {
                throw new TypeConversionException("an address is written HOST, HOST:PORT, [IPV6] or [IPV6]:PORT");
            }
            String host = parts.group("ipv6") == null ? parts.group("host") : parts.group("ipv6");
            return new Address(host, parts.group("port") == null ? -1 : port(parts.group("port")));
        }

        private static int port(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535 || Integer.parseInt(text) == 0) {
                throw new TypeConversionException("\"" + text + "\" is not a port from 1 to 65535 "
                        + "(an IPv6 address stands in brackets: [::1]:65438)");
            }
            return Integer.parseInt(text);
        }
    }
}
