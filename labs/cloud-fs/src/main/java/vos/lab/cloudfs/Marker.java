package vos.lab.cloudfs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A command that no shell has, made up for one connection. Its answer is known before it is asked and holds a name that
 * nobody can guess, so that it ends whatever comes before it: a published server's answers have no other end
 * {@code [CLOUD-7.2]}.
 *
 * @param name what is asked
 */
record Marker(String name) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM = 8;

    /** A new marker; of 62^8 possible ones each is as likely as any other. */
    static Marker random(RandomGenerator random) {
        var name = new StringBuilder("vos-");
        for (int i = 0; i < RANDOM; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Marker(name.toString());
    }

    /**
     * The answer to this marker, found where it is asked behind a hello: a shell says the same of two commands that it
     * does not have, but for their names.
     *
     * @param both what has come, from the answer to the hello on
     * @return nothing as long as the second answer is not complete, or if the two are not alike
     */
    Optional<byte[]> answerIn(byte[] both) {
        String text = new String(both, StandardCharsets.ISO_8859_1);
        int hello = text.indexOf(Words.HELLO_WORD);
        int own = text.indexOf(name, Math.max(hello, 0));
        if (hello < 0 || own < 0) {
            return Optional.empty();
        }
        String before = text.substring(0, hello);
        String behind = text.substring(own + name.length());
        boolean alike = text.equals(before + Words.HELLO_WORD + behind + before + name + behind);
        return alike ? Optional.of((before + name + behind).getBytes(StandardCharsets.ISO_8859_1)) : Optional.empty();
    }
}
