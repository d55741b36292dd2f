package vos.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vos.auth.Accounts;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.StoredFile;
import vos.fs.Volume;
import vos.fs.Volumes;

/**
 * A volume in memory with the directories of two users. What is fuzzed is ann's: a few files and a directory. What is
 * bob's must stay as it is, and unknown.
 */
public final class House {
    /** What nobody may learn. */
    private static final String SECRET = "bob's secret 7f3a90";
    private static final String PASSWORD = "ann's password 5c21";
    private static final List<Entry> HOUSEHOLD =
            List.of(new Entry("ann", Kind.DIRECTORY), new Entry("bob", Kind.DIRECTORY));
    private static final Principal ANN = new Principal(new UserName("ann"));

    private final Volume whole = Volumes.inMemory();

    /** A new one. */
    public House() throws IOException {
        directory("ann");
        directory("ann", "docs");
        directory("bob");
        file("hello", "ann", "a.txt");
        file("one __END__ two <<EOF>> three END_OF_FILE", "ann", "marks.bin");
        file("x".repeat(1500), "ann", "docs", "long.txt");
        file(SECRET, "bob", "secret.txt");
    }

    private void directory(String... names) throws IOException {
        whole.makeDirectory(new Location(List.of(names)));
    }

    private void file(String content, String... names) throws IOException {
        try (Draft draft = whole.draft(new Location(List.of(names)), Publish.CREATE)) {
            draft.write(ByteBuffer.wrap(bytes(content)));
            draft.publish();
        }
    }

    /** All of it, for those who log in. */
    Volume whole() {
        return whole;
    }

    /** What is ann's. */
    public Volume anns() {
        return whole.within(new Location(List.of("ann")));
    }

    /** Those who may log in: ann, with the password {@code ann's password 5c21}. */
    static Accounts accounts() {
        return (user, password) -> Optional.of(ANN)
                .filter(ann -> user.equals("ann") && Arrays.equals(password.bytes(), bytes(PASSWORD)));
    }

    /**
     * Nothing of bob's was changed, and nothing of it was told; nor was the password.
     *
     * @param input whoever says a word themselves may hear it again
     */
    public void check(byte[] input, byte[] told) throws IOException {
        Check.same(HOUSEHOLD, whole.list(Location.ROOT), "the users' directories");
        Location bob = new Location(List.of("bob"));
        Check.same(1, whole.list(bob).size(), "the number of bob's files");
        try (StoredFile secret = whole.open(bob.child("secret.txt"))) {
            ByteBuffer content = ByteBuffer.allocate(SECRET.length() + 1);
            secret.channel().read(content);
            Check.same(ByteBuffer.wrap(bytes(SECRET)), content.flip(), "bob's file");
        }
        String heard = new String(told, StandardCharsets.ISO_8859_1);
        String said = new String(input, StandardCharsets.ISO_8859_1);
        for (String word : List.of(SECRET, PASSWORD)) {
            Check.that(!heard.contains(word) || said.contains(word), "a secret was told: %s", heard);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
