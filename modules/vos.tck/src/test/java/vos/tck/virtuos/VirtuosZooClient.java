package vos.tck.virtuos;

import java.io.IOException;
import java.util.function.Function;
import vos.tck.ZooClient;

/** A client of VirtuOS in both forms. */
final class VirtuosZooClient extends ZooClient {

    private final Function<Session, VirtuosTalk> talk;

    VirtuosZooClient(Function<Session, VirtuosTalk> talk) {
        this.talk = talk;
    }

    @Override
    protected int run(Session session) throws IOException {
        return talk.apply(session).run();
    }
}
