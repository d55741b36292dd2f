package vos.tck.filesharing;

import java.util.List;
import vos.tck.Suite;

/** The tests of file-sharing. */
public final class FileSharingSuite implements Suite {

    @Override
    public String lab() {
        return "file-sharing";
    }

    @Override
    public int port() {
        return 2222;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(FileSharingConnections.class, FileSharingRequests.class, FileSharingNames.class,
                FileSharingTransfers.class, FileSharingUploads.class, FileSharingRefusals.class,
                FileSharingBreaks.class, FileSharingHello.class, StrictFileSharingRequests.class,
                StrictFileSharingTransfers.class, StrictFileSharingErrors.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of(FileSharingClientRequests.class, FileSharingClientUploads.class,
                FileSharingClientDownloads.class, StrictFileSharingClientUploads.class,
                StrictFileSharingClientDownloads.class);
    }
}
