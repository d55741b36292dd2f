package vos.auth;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** A second program on the same account file: a process of its own. */
final class OtherProcess {

    /** How the process ends that stops in the middle of a change. */
    static final int KILLED = 137;

    private OtherProcess() {
    }

    /** Adds {@code count} users whose names begin with {@code prefix}. */
    static Process adding(Path file, String prefix, int count) throws IOException {
        return start(file, "add", prefix, Integer.toString(count));
    }

    /** Adds the user {@code dan}, and is killed at {@code step}. */
    static Process addingUntil(FailingFile.Step step, Path file) throws IOException {
        return start(file, "die", step.name());
    }

    private static Process start(Path file, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(AccountFile.class, OtherProcess.class, Argon2BytesGenerator.class)
                .map(OtherProcess::classes).collect(Collectors.joining(File.pathSeparator));
        Stream<String> command = Stream.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classes,
                OtherProcess.class.getName(), file.toString());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList()).inheritIO().start();
    }

    /** The directory or jar that a class lies in; the code source of a patched module would be the module's. */
    private static String classes(Class<?> type) {
        String url = type.getResource(type.getSimpleName() + ".class").toString();
        if (url.startsWith("jar:")) {
            return Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/")))).toString();
        }
        return Path.of(URI.create(url)).resolve("../../..").normalize().toString();
    }

    /** The other process itself. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        if (arguments[1].equals("add")) {
            AccountFile accounts = open(new GuardedFile(file));
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                accounts.add(new UserName(arguments[2] + i), Passwords.password("p" + i));
            }
        } else {
            FailingFile.Step last = FailingFile.Step.valueOf(arguments[2]);
            AccountFile accounts = open(new FailingFile(file, step -> {
                if (step == last) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }));
            accounts.add(new UserName("dan"), Passwords.password("new"));
        }
    }

    private static AccountFile open(GuardedFile file) throws IOException {
        return new AccountFile(file, new CountedArgon2id().hasher(), new CapturedLog());
    }
}
