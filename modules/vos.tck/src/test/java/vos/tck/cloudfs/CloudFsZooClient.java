package vos.tck.cloudfs;

import java.io.IOException;
import java.util.function.Function;
import vos.tck.ZooClient;

/** A client of cloud-fs in both forms. */
final class CloudFsZooClient extends ZooClient {

    private final Function<Session, CloudFsTalk> talk;

    CloudFsZooClient(Function<Session, CloudFsTalk> talk) {
        this.talk = talk;
    }

    @Override
    protected int run(Session session) throws IOException {
        return talk.apply(session).run();
    }
}
