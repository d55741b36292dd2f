package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/**
 * Symbolic links in the workspace, which no command makes: {@code away} to a directory outside, {@code secret} to a
 * file in it, {@code here} to a file beside it.
 */
@NeedsRoot
final class VirtuosLinks {

    private static final String CAUSE = "The path is checked as text, and the system follows the links in it;"
            + " or only the last part of a path is asked whether it is one.";
    private static final String REACHES = "upload, download and cd reach other files of the machine.";

    @Judges(COM_2_5)
    void linksAreNotListed(Trial trial) {
        with(trial, (session, outside) -> session.lists("file"));
    }

    @Judges(COM_2_5)
    @Quirk(REACHES)
    @UsualCause(CAUSE)
    void cdOverALinkIsDenied(Trial trial) {
        with(trial, (session, outside) -> session.ask("cd away", "Access denied.")
                .ask("pwd", "/" + session.directory()));
    }

    @Judges({COM_2_5, COM_2_4})
    @Quirk(REACHES)
    @UsualCause(CAUSE)
    void aDownloadOverALinkIsRefused(Trial trial) {
        with(trial, (session, outside) -> session.failsDownload("away/secret").failsDownload("secret")
                .failsDownload("here").holds("file", "content"));
    }

    @Judges({COM_2_5, COM_2_4})
    @Quirk(REACHES)
    @UsualCause(CAUSE)
    void anUploadOverALinkIsRefused(Trial trial) {
        with(trial, (session, outside) -> {
            session.announce("away/secret").file(Payload.text("changed")).error();
            session.announce("away/new").file(Payload.text("new")).error();
            session.announce("secret").file(Payload.text("changed")).error();
            session.announce("here").file(Payload.text("changed")).error().holds("file", "content");
            outside.mustBeUntouched();
        });
    }

    @Judges({COM_2_5, COM_2_4})
    @UsualCause(CAUSE)
    void mkdirTouchAndRmOverALinkAreRefused(Trial trial) {
        with(trial, (session, outside) -> {
            session.ask("mkdir away/new", "Invalid folder name.").ask("touch away/new", "Invalid filename.")
                    .ask("rm away/secret", "Invalid item name.").ask("touch secret", "Invalid filename.");
            outside.mustBeUntouched();
        });
    }

    @Judges(COM_2_5)
    @UsualCause("Removing a link removes what it names, or the link, which no command can have made.")
    void rmOfALinkIsRefused(Trial trial) {
        with(trial, (session, outside) -> {
            session.ask("rm away", "Invalid item name.").ask("rm here", "Invalid item name.").holds("file", "content");
            trial.require(trial.filesIn(session.directory()).contains("here"), "the link here", "no such link");
        });
    }

    private static void with(Trial trial, BiConsumer<VirtuosSession, VirtuosOutside> test) {
        VirtuosSession session = VirtuosSession.open(trial);
        try (VirtuosOutside outside = new VirtuosOutside(trial)) {
            new VirtuosDisk(trial, session).write("file", "content").link("here", Path.of("file"))
                    .link("away", outside.path()).link("secret", outside.path().resolve("secret"));
            test.accept(session, outside);
        }
    }
}
