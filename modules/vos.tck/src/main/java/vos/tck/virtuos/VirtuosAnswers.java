package vos.tck.virtuos;

import static vos.tck.Requirement.VIRT_4_1;
import static vos.tck.Requirement.VIRT_4_2;
import static vos.tck.Requirement.VIRT_4_3;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Answers that do not fit into the one read of a published client. */
final class VirtuosAnswers {

    private static final int LONGEST = 1024;
    /** With its line end a name takes 32 bytes, so that 32 of them just fit. */
    private static final int NAME = 31;
    private static final int FITTING = LONGEST / (NAME + 1);
    private static final String CUT = "A long listing leaves the client out of step.";

    @Judges({VIRT_4_1, VIRT_4_2})
    @UsualCause("The listing is cut although it fits: with its last line end it is 1,024 bytes long.")
    void aListingThatJustFitsIsWhole(Trial trial) {
        String[] names = names(FITTING);
        filled(trial, names).lists(names).ask("cd .", "Moved to '.'.");
    }

    @Judges({VIRT_4_1, VIRT_4_2})
    @Quirk(CUT)
    @UsualCause("The whole listing is sent, and its end would be the answer to the client's next command.")
    void aListingThatDoesNotFitEndsWithTheNumberOfNamesThatAreMissing(Trial trial) {
        cutListing(trial, FITTING + 1);
    }

    @Judges(VIRT_4_2)
    @Quirk(CUT)
    @UsualCause("Room is left for a longer last line than is needed, or none for one that has become longer.")
    void aListingIsCutBehindAsManyNamesAsFit(Trial trial) {
        cutListing(trial, 100 + FITTING);
    }

    private static void cutListing(Trial trial, int count) {
        VirtuosSession session = filled(trial, names(count)).say("ls");
        byte[] came = session.peer().receive(new Expectation.Delimited(Payload.text(" more\n"),
                "(?:n[0-9]{30}\\n)*\\.\\.\\. and [0-9]+",
                "names, a line each, and the line ... and N more"));
        int shown = (int) IntStream.range(0, came.length).filter(i -> came[i] == '\n').count();
        String last = "... and " + (count - shown) + " more\n";
        trial.require(new String(came, StandardCharsets.UTF_8).concat(" more\n").endsWith("\n" + last),
                "as the last line behind " + shown + " of " + count + " names: " + last,
                Payload.bytes(came).toString());
        int fitting = fitting(count);
        trial.require(shown == fitting, fitting + " names and how many are missing, which fit into 1,024 bytes",
                shown + " names");
        session.ask("cd .", "Moved to '.'.");
    }

    /** How many names fit in front of the last line. */
    private static int fitting(int count) {
        int shown = 0;
        while ((shown + 1) * (NAME + 1) + ("... and " + (count - shown - 1) + " more\n").length() <= LONGEST) {
            shown++;
        }
        return shown;
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj("n%030d"::formatted).toArray(String[]::new);
    }

    private static VirtuosSession filled(Trial trial, String... names) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String name : names) {
            session.ask("touch " + name, "File '" + name + "' created.");
        }
        return session;
    }

    @Judges({VIRT_4_1, VIRT_4_3})
    @UsualCause("The name stands in the answer at whatever length, or bytes are cut where a character is not over.")
    void anAnswerWithALongNameIsCutBetweenTwoCharacters(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        String path = ("\u00e9".repeat(100) + "/").repeat(4) + "\u00e9".repeat(104);
        for (String first : new String[] {"a", "bb", "c\u4e16", "dd\u4e16"}) {
            String name = first + path;
            String whole = "Folder '" + name + "' created.";
            session.say("mkdir " + name);
            String came = session.line("Folder '.*\\.\\.\\.", "the beginning of the answer, and ...");
            String shown = came.substring(0, came.length() - "...".length());
            trial.require(whole.startsWith(shown), "the beginning of: " + whole, came);
            int length = came.getBytes(StandardCharsets.UTF_8).length + 1;
            trial.require(length <= LONGEST, "1,024 bytes at most, line end included", length + " bytes");
        }
        session.ask("cd .", "Moved to '.'.");
    }
}
