package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_6_1;
import static vos.tck.Requirement.CLOUD_6_2;
import static vos.tck.Requirement.CLOUD_6_3;
import static vos.tck.Requirement.CLOUD_6_4;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_4;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_9_1;

import java.util.List;
import vos.tck.Alone;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The hello, and the statuses that answer every request from then on. */
final class CloudFsStrict {

    private static final Octets CONTENT = Octets.of("Hello, world.\n");
    private static final int DOWNLOADS = 50;
    /** Far more than so many downloads take, and far less than so many pauses of 100 ms, in milliseconds. */
    private static final int LIMIT = 4000;

    @Gate
    @Judges({CLOUD_6_1, COM_3_2})
    @UsualCause("The server hands the hello to its shell: it speaks the published form only.")
    void aHelloIsAnsweredByAFrame(Trial trial) {
        CloudFsStrictSession.open(trial);
    }

    @Judges(COM_3_4)
    @UsualCause("A hello for a later version is refused; the server has to offer the one that it knows.")
    void aLaterVersionIsAnsweredByThisOne(Trial trial) {
        CloudFsStrictSession.connect(trial).send("HELLO vos/2").welcome().does("cd .");
    }

    @Judges({CLOUD_6_2, CLOUD_6_3})
    @UsualCause("Some requests are still answered as in the published form: an upload by nothing, a download without "
            + "a header or with a sentinel.")
    void everyRequestIsAnsweredByAStatus(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.upload(session.path("a"), CONTENT).ok().holds(session.path("a"), CONTENT)
                .prints("cat " + session.path("a"), "Hello, world.\n").hasNo(session.path("nosuch"))
                .does("rm " + session.path("a")).hasNo(session.path("a"));
    }

    @Judges(CLOUD_6_3)
    void disconnectIsAnsweredAndEndsTheConversation(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.open(trial);
        session.send("!DISCONNECT").ok().peer().expectEnd();
    }

    @Judges({CLOUD_6_3, CLOUD_6_4})
    @UsualCause("What is no request is still run as a command line.")
    void aLineWithoutRunIsUnsupported(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (String line : List.of("mkdir " + session.path("d"), "ls", "", "run ls", "upload x", "RUN", "UPLOAD",
                "DOWNLOAD")) {
            session.send(line).refuses("unsupported");
        }
        session.does("ls " + session.directory());
    }

    @Judges(CLOUD_6_4)
    @UsualCause("The line behind RUN is looked at as if it were a request.")
    void noCommandLineMeansSomethingElse(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (String line : List.of("UPLOAD x", "DOWNLOAD x", "!DISCONNECT", "RUN ls", "HELLO vos/1")) {
            session.complains(line, 127);
        }
        session.does("").does("cd .");
    }

    @Judges({COM_4_1, CLOUD_6_3})
    @UsualCause("Errors are told by words of the server's own, or all by one.")
    void statusesBearTheWordOfTheirError(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.does("mkdir " + session.path("d")).upload(session.path("file"), CONTENT).ok();
        session.send("DOWNLOAD " + session.path("nosuch")).refuses("not-found");
        session.send("DOWNLOAD " + session.path("nosuch/x")).refuses("not-found");
        session.send("DOWNLOAD " + session.path("d")).refuses("is-a-directory");
        session.send("DOWNLOAD " + session.path("file/x")).refuses("not-a-directory");
        session.send("DOWNLOAD ../x").refuses("outside-the-workspace");
        session.send("DOWNLOAD " + session.path("../../" + session.path("file"))).refuses("outside-the-workspace");
        session.send("DOWNLOAD " + session.path("a\0b")).refuses("invalid-name");
        session.send("DOWNLOAD " + session.path(".vos-x")).refuses("invalid-name");
        session.upload(session.path("nosuch/x"), CONTENT).refuses("not-found");
        session.upload(session.path("d"), CONTENT).refuses("is-a-directory");
        session.upload(session.path("file/x"), CONTENT).refuses("not-a-directory");
        session.upload("../x", CONTENT).refuses("outside-the-workspace");
        session.upload(session.path("x".repeat(256)), CONTENT).refuses("invalid-name");
        session.holds(session.path("file"), CONTENT);
    }

    @Judges(COM_9_1)
    @UsualCause("A name is quoted in the sentence as it is, with the line ends and escape sequences in it.")
    void noControlCharacterPassesIntoAStatus(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (String name : List.of("a\nb", "a\r\nOK", "\33[2J", "a\0b", "a\177", "a" + (char) 0x9b + "2J")) {
            session.send("DOWNLOAD " + session.path(name)).refuses("invalid-name");
            session.upload(session.path(name), CONTENT).refuses("invalid-name");
            session.send(name).refuses("unsupported");
        }
    }

    @Judges({COM_3_5, CLOUD_6_3})
    @UsualCause("What one read gave beyond a request is thrown away, or answers overtake each other.")
    void requestsAreAnsweredInOrder(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        String path = session.path("file");
        Octets round = CloudFsStrictSession.uploading(path, CONTENT).then(CloudFsFrame.of("DOWNLOAD " + path))
                .then(CloudFsFrame.of("RUN cat " + path)).then(CloudFsFrame.of("DOWNLOAD " + path + "x"))
                .then(CloudFsFrame.of("nosuch")).then(CloudFsFrame.of("RUN rm " + path));
        session.peer().send(round.then(round).then(round).payload());
        for (int i = 0; i < 3; i++) {
            session.ok().ok().content(CONTENT).ok().outputs("Hello, world.\n").refuses("not-found")
                    .refuses("unsupported").ok().outputs("");
        }
    }

    @Judges(COM_3_5)
    void requestsMayComeWithTheHello(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.connect(trial);
        session.peer().send(CloudFsFrame.of("HELLO vos/1").then(CloudFsFrame.of("RUN cd ."))
                .then(CloudFsFrame.of("!DISCONNECT")).payload());
        session.welcome().ok().outputs("").ok().peer().expectEnd();
    }

    @Alone
    @Judges({CLOUD_6_2, COM_3_5})
    @UsualCause("The pause of the published form, before the sentinel or between two messages, is made here too.")
    void nothingWaitsForAClock(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.upload(session.path("a"), CONTENT).ok();
        long begin = System.nanoTime();
        for (int i = 0; i < DOWNLOADS; i++) {
            session.holds(session.path("a"), CONTENT);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        trial.require(millis < LIMIT, DOWNLOADS + " downloads of a small file in less than " + LIMIT + " ms",
                millis + " ms");
    }
}
