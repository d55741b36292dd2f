package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_7;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.MFTP_1_1;
import static vos.tck.Requirement.MFTP_1_2;
import static vos.tck.Requirement.MFTP_1_3;
import static vos.tck.Requirement.MFTP_1_4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vos.tck.Expectation;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What the server says before it is asked: section 1. */
final class MiniFtpGreeting {

    private static final int TOKENS = 12;

    @Gate
    @Judges({MFTP_1_1, MFTP_1_2})
    @UsualCause("The server waits for the client to speak, or its token is not 10 bytes long.")
    void theServerSendsATokenFirst(Trial trial) {
        new MiniFtpSession(trial, "token");
    }

    @Gate
    @Judges(MFTP_1_3)
    @UsualCause("The welcome has another form, or the token behind it is not that of the connection.")
    void aWelcomeFollowsTheToken(Trial trial) {
        new MiniFtpSession(trial, "token").welcome();
    }

    @Probe
    @Judges(MFTP_1_1)
    @UsualCause("The server takes the next connection when it is done with this one: there is no thread for each.")
    void aClientIsGreetedWhileAnotherIsThere(Trial trial) {
        new MiniFtpSession(trial, "token").welcome();
        new MiniFtpSession(trial, "second").welcome();
    }

    @Probe
    @Quirk("All clients share one current directory, so that a new one begins where another has gone last.")
    @Judges({MFTP_1_3, COM_2_7})
    @UsualCause("The current directory is that of the process (chdir), and not a variable of the connection.")
    void aSessionBeginsInTheRootWhereverOthersAre(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial);
        new MiniFtpSession(trial, "second").message("Current Directory: /:\\n\\|\\n-- .*",
                "the welcome to the root: Current Directory: /:\\n|\\n-- ...");
    }

    @Judges(MFTP_1_2)
    @UsualCause("The token is made once when the program starts, and not for every connection.")
    void everyConnectionHasATokenOfItsOwn(Trial trial) {
        new MiniFtpSession(trial, "token");
        new MiniFtpSession(trial, "second");
        trial.require(!trial.kept("token").equals(trial.kept("second")), "two tokens that differ",
                "twice " + trial.kept("token"));
    }

    @Judges(MFTP_1_2)
    @UsualCause("Tokens are numbers that count up, or the time; they must be drawn at random, all eight characters.")
    void noCharacterOfATokenIsAlwaysTheSame(Trial trial) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            new MiniFtpSession(trial, "token" + i).peer().close();
            tokens.add(trial.kept("token" + i));
        }
        for (int i = 1; i <= 8; i++) {
            int place = i;
            trial.require(tokens.stream().map(token -> token.charAt(place)).distinct().count() > 1,
                    "tokens that nobody can know beforehand", TOKENS + " tokens with the same character "
                            + place + ": " + tokens);
        }
    }

    @Judges(MFTP_1_4)
    void aClientMaySpeakBehindTheToken(Trial trial) {
        new MiniFtpSession(trial, "token").send("cd").welcome().status();
    }

    @Judges({MFTP_1_4, COM_6_1})
    @UsualCause("The welcome is written right behind the token, and a client's first read takes both for the token.")
    void theTokenComesAlone(Trial trial) {
        Pauses.require(trial, again -> {
            MiniFtpSession session = new MiniFtpSession(again, "token");
            session.peer().expectSilence(Pauses.MILLIS);
            session.welcome();
        });
    }

    @Judges(MFTP_1_3)
    @UsualCause("Directories come before files, and each entry behind a line feed, two hyphens and a space.")
    void theWelcomeShowsDirectoriesAndThenFiles(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        String file = trial.name("a", "");
        String directory = trial.name("z", "");
        session.stores(file, "x").does("mkdir", directory);

        List<String> entries = entries(new MiniFtpSession(trial, "second"));
        trial.require(Collections.frequency(entries, file) == 1 && Collections.frequency(entries, directory) == 1
                && entries.indexOf(directory) < entries.indexOf(file),
                "an entry for the directory " + directory + ", and then one for the file " + file,
                String.join(", ", entries));
        session.does("rm", file).does("rm", directory);
    }

    private static List<String> entries(MiniFtpSession session) {
        byte[] welcome = session.peer().receive(new Expectation.Delimited(session.token(),
                "Current Directory: [^\\n]*:\\n\\|\\n-- .*", "the welcome"));
        String text = new String(welcome, StandardCharsets.UTF_8);
        return List.of(text.substring(text.indexOf("|\n-- ") + "|\n-- ".length()).split("\n-- ", -1));
    }
}
