package vos.tck.minftp;

import java.nio.file.Path;
import vos.tck.Zoo;
import vos.tck.ZooContract;

/** The tests of mini-FTP judged by servers of which it is known what is wrong with them. */
final class MiniFtpZooTest extends ZooContract {

    @Override
    protected Zoo zoo() {
        return new MiniFtpZoo();
    }

    @Override
    protected Path misconceptions() {
        return Path.of("src/main/resources/vos/tck/minftp/misconceptions.json");
    }
}
