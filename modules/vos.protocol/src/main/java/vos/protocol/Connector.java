package vos.protocol;

import java.io.IOException;

/** Opens connections to one server, as many as a dialect needs: one for all its requests, or one for each. */
@FunctionalInterface
public interface Connector {

    /** A new connection, which the caller closes. */
    Wire connect() throws IOException;
}
