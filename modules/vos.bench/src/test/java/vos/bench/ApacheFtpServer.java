package vos.bench;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A peer: Apache FtpServer, as its manual embeds it, for anybody to write, with limits that are not reached. */
final class ApacheFtpServer {
    private static final int MANY = 100_000;

    private ApacheFtpServer() {
    }

    /** Serves a directory on a port of loopback, until it is ended. */
    public static void main(String[] args) throws FtpException {
        var server = new FtpServerFactory();
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(Integer.parseInt(args[1]));
        listener.setIdleTimeout(0);
        server.addListener("default", listener.createListener());

        var connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(true);
        connections.setMaxAnonymousLogins(MANY);
        connections.setMaxLogins(MANY);
        server.setConnectionConfig(connections.createConnectionConfig());

        var anybody = new BaseUser();
        anybody.setName("anonymous");
        anybody.setHomeDirectory(Path.of(args[0]).toString());
        anybody.setAuthorities(List.of(new WritePermission()));
        server.getUserManager().save(anybody);
        server.createServer().start();
    }
}
