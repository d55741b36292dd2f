package vos.tck.cloudfs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with files on their way to the disk. */
final class CloudFsFileMutants {

    private CloudFsFileMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("an upload is written in place",
                        "The old file is lost at the first byte, and half of the new one is seen.",
                        CloudFsZoo.files(InPlace::new)),
                new Mutant("what has come of a broken upload is kept",
                        "An upload that does not come to its end leaves nothing.",
                        CloudFsZoo.files(Keeping::new)),
                new Mutant("the old file is removed when an upload begins",
                        "It stays until the new one is complete: the upload may break off.",
                        CloudFsZoo.files(Removing::new)),
                new Mutant("a new content is written over the old one",
                        "What is longer in the old file stays behind the new one, and who is reading it gets parts "
                        + "of both.",
                        CloudFsZoo.files(Overwriting::new)),
                new Mutant("an unfinished upload has a name that can be used",
                        "Its name begins with .vos-, which no command can name or list.",
                        CloudFsZoo.files(Visible::new)),
                new Mutant("an unfinished upload has a name longer than its file's",
                        "A file may have a name of 255 bytes.",
                        CloudFsZoo.files(LongName::new)),
                new Mutant("unfinished uploads of one name share a file",
                        "Two clients may upload to one name at once.",
                        CloudFsZoo.files(Sharing::new)),
                new Mutant("what exists is not replaced",
                        "An upload replaces a file of its name.",
                        CloudFsZoo.files(Refusing::new)),
                new Mutant("uploads are kept in memory until their client leaves",
                        "What has been acknowledged is there also when the process is killed.",
                        CloudFsZoo.session(Delaying::new)));
    }

    private static final class InPlace extends CloudFsZooFiles {

        InPlace(Path root) {
            super(root);
        }

        @Override
        public Path draft(Path target) {
            return target;
        }
    }

    private static final class Keeping extends CloudFsZooFiles {

        Keeping(Path root) {
            super(root);
        }

        @Override
        protected Upload upload(Path target) throws IOException {
            return new Upload(target, draft(target)) {
                @Override
                public void drop() throws IOException {
                    complete();
                }
            };
        }
    }

    private static final class Removing extends CloudFsZooFiles {

        Removing(Path root) {
            super(root);
        }

        @Override
        protected Upload upload(Path target) throws IOException {
            Files.deleteIfExists(target);
            return super.upload(target);
        }
    }

    private static final class Overwriting extends CloudFsZooFiles {

        Overwriting(Path root) {
            super(root);
        }

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
    }

    private static final class Visible extends CloudFsZooFiles {

        Visible(Path root) {
            super(root);
        }

        @Override
        public Path draft(Path target) {
            return target.resolveSibling("upload-" + super.draft(target).getFileName().toString().substring(1));
        }
    }

    private static final class LongName extends CloudFsZooFiles {

        LongName(Path root) {
            super(root);
        }

        @Override
        public Path draft(Path target) {
            return target.resolveSibling(super.draft(target).getFileName() + "-" + target.getFileName());
        }
    }

    private static final class Sharing extends CloudFsZooFiles {

        Sharing(Path root) {
            super(root);
        }

        @Override
        public Path draft(Path target) {
            return target.resolveSibling(".vos-upload");
        }
    }

    private static final class Refusing extends CloudFsZooFiles {

        Refusing(Path root) {
            super(root);
        }

        @Override
        public Upload upload(String path) throws IOException {
            if (Files.isRegularFile(place(path))) {
                throw new Refused("already-exists", "File exists");
            }
            return super.upload(path);
        }
    }

    private static final class Delaying extends CloudFsZooSession {

        private final List<CloudFsZooFiles.Upload> uploads = new ArrayList<>();

        Delaying(Parts parts) {
            super(parts);
        }

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
    }
}
