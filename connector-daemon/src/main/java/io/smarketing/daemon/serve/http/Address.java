package io.smarketing.daemon.serve.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a server can be reached.
 *
 * @param port 0 for any free one
 * @param everywhere at all addresses of this machine, not on loopback alone
 */
public record Address(int port, boolean everywhere) {

    /** On loopback alone. */
    public static Address local(int port) {
        return new Address(port, false);
    }

    InetSocketAddress socket() {
        return everywhere ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
