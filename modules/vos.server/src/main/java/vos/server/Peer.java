package vos.server;

/**
 * Who is at the other end of a connection.
 *
 * @param number counts the connections of this server, from 1
 * @param address the peer's address and port, for example {@code 127.0.0.1:51022}
 */
public record Peer(long number, String address) {
    @Override
    public String toString() {
        return "#" + number + " " + address;
    }
}
