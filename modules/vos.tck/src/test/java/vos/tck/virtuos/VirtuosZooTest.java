package vos.tck.virtuos;

import java.nio.file.Path;
import vos.tck.Zoo;
import vos.tck.ZooContract;

/** The tests of VirtuOS, tried on servers that get it wrong. */
class VirtuosZooTest extends ZooContract {

    @Override
    protected Zoo zoo() {
        return new VirtuosZoo();
    }

    @Override
    protected Path misconceptions() {
        return Path.of("src/main/resources/vos/tck/virtuos/misconceptions.json");
    }
}
