package vos.lab.cloudfs;

import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.UPLOAD;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.LogWords;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** The cloud-fs variant, as {@code specs/cloud-fs.md} states it. */
public final class CloudFsDialect implements Dialect {
    private static final Vocabulary VOCABULARY = Vocabulary.passingOn(">>> ", List.of(
            new Verb("upload", UPLOAD, "FILE [NAME]", "send a local file to the server"),
            new Verb("download", DOWNLOAD, "NAME [FILE]", "fetch a file from the server"),
            new Verb("quit", QUIT, "", "end the session")));

    /** What the published README shows of its server's terminal. */
    private static final LogWords LOG_WORDS = new LogWords("[STARTING] Server is starting...",
            "[LISTENING] Server is listening on {0}", "[NEW CONNECTION] {0} connected.", "[ACTIVE CONNECTIONS] {0}",
            "[DISCONNECTED] {0}");

    private final RandomGenerator random;

    /** Markers that nobody can guess. */
    public CloudFsDialect() {
        this(new SecureRandom());
    }

    /** Markers from {@code random}, for a conversation that shall be repeated. */
    public CloudFsDialect(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String id() {
        return "cloud-fs";
    }

    @Override
    public String title() {
        return "Cloud/network file system";
    }

    @Override
    public String framing() {
        return "a 64-byte decimal length header before every command; bodies end with __END__; replies are unframed";
    }

    @Override
    public int defaultPort() {
        return 5050;
    }

    @Override
    public LogWords logWords() {
        return LOG_WORDS;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new CloudFsServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new CloudFsClientEnd(connector, random);
    }
}
