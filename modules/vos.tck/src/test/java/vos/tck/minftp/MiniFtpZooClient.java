package vos.tck.minftp;

import java.io.IOException;
import java.util.function.Function;
import vos.tck.ZooClient;

/** A client of mini-FTP in both forms. */
final class MiniFtpZooClient extends ZooClient {

    private final Function<Session, MiniFtpTalk> talk;

    MiniFtpZooClient(Function<Session, MiniFtpTalk> talk) {
        this.talk = talk;
    }

    @Override
    protected int run(Session session) throws IOException {
        return talk.apply(session).run();
    }
}
