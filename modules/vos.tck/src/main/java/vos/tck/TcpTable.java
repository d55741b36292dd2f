package vos.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the system tells of the TCP sockets of this machine, where it can be asked: on Linux. */
final class TcpTable {

    private static final List<Path> FILES = Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of)
            .filter(Files::isReadable).toList();
    private static final String LISTENING = "0A";

    /**
     * A socket: the ports of its two ends, in four hexadecimal digits, its state, and whether it has bytes to be read.
     */
    record Entry(String localPort, String remotePort, String state, boolean unread) {

        boolean listensOn(int port) {
            return state.equals(LISTENING) && localPort.equals(hexadecimal(port));
        }
    }

    private TcpTable() {
    }

    /** Whether this system can be asked. */
    static boolean known() {
        return !FILES.isEmpty();
    }

    /** All sockets. A line is: number, local and remote address and port, state, bytes to send and to be read. */
    static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : FILES) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(columns -> entries.add(new Entry(
                        behindColon(columns[1]), behindColon(columns[2]), columns[3],
                        !columns[3].equals(LISTENING) && !columns[4].endsWith(":00000000"))));
            }
        }
        return entries;
    }

    /** A port as the table has it. */
    static String hexadecimal(int port) {
        return String.format(Locale.ROOT, "%04X", port);
    }

    private static String behindColon(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
