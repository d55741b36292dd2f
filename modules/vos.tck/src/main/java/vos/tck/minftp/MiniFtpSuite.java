package vos.tck.minftp;

import java.util.List;
import vos.tck.Suite;

/** The tests of mini-FTP. */
public final class MiniFtpSuite implements Suite {

    /** Found as a service. */
    public MiniFtpSuite() {
    }

    @Override
    public String lab() {
        return "mini-ftp";
    }

    @Override
    public int port() {
        return 65438;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(MiniFtpGreeting.class, MiniFtpMessages.class, MiniFtpDirectories.class, MiniFtpFiles.class,
                MiniFtpStatus.class, MiniFtpNames.class, MiniFtpTransfers.class, MiniFtpNeighbours.class,
                MiniFtpStrict.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of(MiniFtpClientCommands.class, MiniFtpClientTransfers.class, MiniFtpClientStrict.class);
    }
}
