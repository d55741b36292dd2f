package vos.tck.filesharing;

import java.nio.file.Path;
import vos.tck.Zoo;
import vos.tck.ZooContract;

/** What the tests of file-sharing have to prove. */
class FileSharingZooTest extends ZooContract {

    @Override
    protected Zoo zoo() {
        return new FileSharingZoo();
    }

    @Override
    protected Path misconceptions() {
        return Path.of("src/main/resources/vos/tck/filesharing/misconceptions.json");
    }
}
