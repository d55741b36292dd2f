package vos.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a peer comes from, as far as it is counted: an address, and of IPv6 the network, as its owner has
 * 2<sup>64</sup> addresses to choose from.
 *
 * @param name the same for all of them, for example {@code 192.0.2.7} or {@code 20010db800000000/64}
 */
record Origin(String name) {
    /** An owner of an IPv6 network has so many bytes of an address to choose freely. */
    private static final int CHOSEN_FREELY = 8;

    /** Where {@code address} belongs. */
    static Origin of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Origin(address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, CHOSEN_FREELY)) + "/64" : address.getHostAddress());
    }

    @Override
    public String toString() {
        return name;
    }
}
