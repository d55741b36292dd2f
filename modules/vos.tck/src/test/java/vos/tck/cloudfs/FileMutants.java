package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.files;
import static vos.tck.cloudfs.CloudFsZoo.session;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with files on their way to the disk. */
final class FileMutants {

    static final List<Mutant> ALL = List.of(
            files("an upload is written in place",
                "The old file is lost at the first byte, and half of the new one is seen.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        return target;
                    }
                }),
            files("what has come of a broken upload is kept",
                "An upload that does not come to its end leaves nothing.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected Upload upload(Path target) throws IOException {
                        return new Upload(target, draft(target)) {
                            @Override
                            public void drop() throws IOException {
                                complete();
                            }
                        };
                    }
                }),
            files("the old file is removed when an upload begins",
                "It stays until the new one is complete: the upload may break off.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected Upload upload(Path target) throws IOException {
                        Files.deleteIfExists(target);
                        return super.upload(target);
                    }
                }),
            files("a new content is written over the old one",
                "What is longer in the old file stays behind the new one, and who is reading it gets parts "
                + "of both.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected Upload upload(Path target) throws IOException {
                        Path draft = draft(target);
                        return new Upload(target, draft) {
                            @Override
                            public void complete() throws IOException {
                                byte[] content = Files.readAllBytes(draft);
                                drop();
                                try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw")) {
                                    file.write(content);
                                }
                            }
                        };
                    }
                }),
            files("an unfinished upload has a name that can be used",
                "Its name begins with .vos-, which no command can name or list.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        return target.resolveSibling("upload-"
                                + super.draft(target).getFileName().toString().substring(1));
                    }
                }),
            files("an unfinished upload has a name longer than its file's",
                "A file may have a name of 255 bytes.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        return target.resolveSibling(super.draft(target).getFileName() + "-" + target.getFileName());
                    }
                }),
            files("unfinished uploads of one name share a file",
                "Two clients may upload to one name at once.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        return target.resolveSibling(".vos-upload");
                    }
                }),
            files("what exists is not replaced",
                "An upload replaces a file of its name.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Upload upload(String path) throws IOException {
                        if (Files.isRegularFile(place(path))) {
                            throw new Refused("already-exists", "File exists");
                        }
                        return super.upload(path);
                    }
                }),
            session("uploads are kept in memory until their client leaves",
                "What has been acknowledged is there also when the process is killed.",
                parts -> new CloudFsZooSession(parts) {
                    private final List<CloudFsZooFiles.Upload> uploads = new ArrayList<>();

                    @Override
                    protected void commit(CloudFsZooFiles.Upload upload) {
                        uploads.add(upload);
                    }

                    @Override
                    void converse() throws IOException {
                        super.converse();
                        for (CloudFsZooFiles.Upload upload : uploads) {
                            upload.complete();
                        }
                    }
                }));

    private FileMutants() {
    }
}
