package vos.torture;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import vos.torture.CrowdWorker.Harm;

/**
 * Peers who mean harm, many at a time, for as long as this is open: a {@link CrowdWorker}, in a process that has no
 * more of the processors than others leave over, since it stands for machines elsewhere in the network.
 *
 * <p>For one thread at a time.
 */
final class Crowds implements Closeable {
    /** An address of this computer that is not {@link SmallServer#HERE}. */
    static final String ELSEWHERE = "::1";

    private final Process worker;
    private final BufferedReader answers;
    private final Writer questions;

    private Crowds(SmallServer server, Harm harm, Object... orders) throws IOException {
        this(server, SmallServer.HERE, harm, orders);
    }

    private Crowds(SmallServer server, String address, Harm harm, Object... orders) throws IOException {
        var arguments = new ArrayList<>(List.of(server.dialect().id(), address, Integer.toString(server.port()),
                harm.name()));
        for (Object order : orders) {
            arguments.add(order.toString());
        }
        worker = Launchers.startBehindOthers(CrowdWorker.class, arguments.toArray(String[]::new));
        answers = worker.inputReader();
        questions = worker.outputWriter();
    }

    /** Connect, begin to log in, and say no more. */
    static Crowds halfOpen(SmallServer server, int count) throws IOException {
        return new Crowds(server, Harm.HALF_OPEN, count);
    }

    /** Send a byte of a command now and then, and never its end. */
    static Crowds slowloris(SmallServer server, int count) throws IOException {
        return new Crowds(server, Harm.SLOWLORIS, count);
    }

    /** Announce a GiB and send ten bytes of it. */
    static Crowds announceAndStop(SmallServer server, int count) throws IOException {
        return new Crowds(server, Harm.ANNOUNCE_AND_STOP, count);
    }

    /** Ask for this file and read nothing of it but its beginning. */
    static Crowds downloadAndDoNotRead(SmallServer server, int count, String file) throws IOException {
        return new Crowds(server, Harm.DOWNLOAD_AND_DO_NOT_READ, count, file);
    }

    /** Ask for a listing and read nothing of it but its beginning. */
    static Crowds listAndDoNotRead(SmallServer server, int count) throws IOException {
        return new Crowds(server, Harm.LIST_AND_DO_NOT_READ, count);
    }

    /** Ask {@linkplain Asking#little little} again and again, as fast as the answers come, {@code times} each. */
    static Crowds ask(SmallServer server, int count, int times, String smallFile) throws IOException {
        return new Crowds(server, Harm.ASK, count, times, smallFile);
    }

    /** The same from {@link #ELSEWHERE}, where the server has to listen too. */
    static Crowds askFromElsewhere(SmallServer server, int count, int times, String smallFile) throws IOException {
        return new Crowds(server, ELSEWHERE, Harm.ASK, count, times, smallFile);
    }

    /** How many have come as far as they want to. */
    long arrived() throws IOException {
        return count("arrived");
    }

    /** What was done for them. */
    long done() throws IOException {
        return count("done");
    }

    /** How many were refused or cut. */
    long failures() throws IOException {
        return count("failures");
    }

    /** Asked for, not announced: while the bystander is measured, nobody needs a processor to say or to hear it. */
    private long count(String name) throws IOException {
        questions.write(name + "\n");
        questions.flush();
        String answer = answers.readLine();
        try {
            return Long.parseLong(answer);
        } catch (NumberFormatException e) {
            throw new IOException("the crowd has failed: " + answer + "\n" + String.join("\n", rest()), e);
        }
    }

    private List<String> rest() {
        worker.destroyForcibly();
        return answers.lines().toList();
    }

    @Override
    public void close() {
        worker.destroyForcibly();
    }
}
