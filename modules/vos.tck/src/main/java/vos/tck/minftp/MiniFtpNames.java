package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.Requirement.MFTP_4_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Names that a client had better not send, and paths that lead where it has no business. */
final class MiniFtpNames {

    private static final String ANYWHERE = "Paths are those of the server's disk; any file of it can be named.";
    private static final String OUTSIDE = "outside-the-workspace";
    private static final String INVALID = "invalid-name";

    // ---- names -----------------------------------------------------------------------------------------------------

    @Judges({COM_2_2, MFTP_4_1})
    @UsualCause("Control characters go into names, and from there to terminals, logs and status lines.")
    void namesWithControlCharactersAreRefused(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (String character : List.of("\0", "\n", "\r", "\t", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029",
                "\ufffd")) {
            session.refuses(INVALID, "mkdir", "a" + character + "b");
        }
        session.refuses(INVALID, "mkdir", "sub/a\u0007").does("mkdir", "sub");
    }

    @Judges(COM_2_2)
    void uploadsUnderSuchNamesAreRefused(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (String name : List.of("a\0b", "a\nb", ".vos-x", "x".repeat(256))) {
            session.begins(name).content("content").refused(INVALID);
        }
        session.stores("file", new byte[0]);
    }

    @Judges(COM_2_2)
    void anEmptyNameIsRefused(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.refuses(INVALID, "mkdir").refuses(INVALID, "rm");
        session.peer().send(session.framed("ul").then(session.framed("content")));
        session.refused(INVALID).does("cd");
    }

    @Judges(COM_2_2)
    @UsualCause("The length is counted in characters; it is that of the name's bytes in UTF-8.")
    void aNameHasAtMost255Bytes(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.does("mkdir", "a".repeat(255)).refuses(INVALID, "mkdir", "b".repeat(256));
        session.does("mkdir", "\u00e4".repeat(127)).refuses(INVALID, "mkdir", "\u00f6".repeat(128));
    }

    @Judges(COM_2_2)
    @UsualCause("Names that begin with .vos- belong to uploads under way: a client could write over one.")
    void namesOfUnfinishedUploadsAreRefused(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        session.refuses(INVALID, "mkdir", ".vos-x").refuses(INVALID, "rm", ".vos-x")
                .refuses(INVALID, "mv", "sub", ".vos-x").send("dl .vos-x").noResult().refused(INVALID);
    }

    @Judges(COM_2_2)
    @UsualCause("Names are refused that only look suspicious.")
    void unusualNamesAreTaken(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (String name : List.of("...", "a..b", ".hidden", "-rf", "~", "$HOME", "%2e%2e", "a'b\"c", "*", "x.vos-y")) {
            session.does("mkdir", name).does("rm", name);
        }
    }

    // ---- paths -----------------------------------------------------------------------------------------------------

    @Quirk(ANYWHERE)
    @Judges(COM_2_4)
    @UsualCause("Names are put behind the root's path without a look at the .. in them.")
    void noCommandLeadsAboveTheRoot(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        String above = "../../nosuch";
        session.refuses(OUTSIDE, "cd", "../..").refuses(OUTSIDE, "cd", "/..").refuses(OUTSIDE, "mkdir", above)
                .refuses(OUTSIDE, "rm", above).refuses(OUTSIDE, "mv", above, "here")
                .refuses(OUTSIDE, "mv", "sub", above).refuses(OUTSIDE, "cd", "sub/../../../sub");
        session.send("dl " + above).noResult().refused(OUTSIDE);
        session.send("info " + above).noResult().refused(OUTSIDE);
        session.begins(above).content("content").refused(OUTSIDE).enter("sub");
    }

    @NeedsRoot
    @Quirk(ANYWHERE)
    @Judges(COM_2_4)
    @UsualCause("The path is made simple first, and only then looked at: that it led out is no longer seen.")
    void aPathThatLeadsOutAndBackInIsRefused(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        String root = trial.run().root().orElseThrow().getFileName().toString();
        session.refuses(OUTSIDE, "cd", "../../" + root).refuses(OUTSIDE, "mkdir", "/../" + root + session.here());
    }

    @NeedsRoot
    @Quirk(ANYWHERE)
    @Judges(COM_2_4)
    @UsualCause("Paths are compared as text (startsWith): /srv/root2 begins with /srv/root, and is no part of it.")
    void aDirectoryWhoseNameBeginsLikeTheRootsIsOutside(Trial trial) throws IOException {
        Path root = trial.run().root().orElseThrow();
        Path sibling = Files.createDirectory(root.resolveSibling(root.getFileName() + trial.name("-", "")));
        Path secret = Files.writeString(sibling.resolve("secret"), "secret");
        try {
            String path = "../../" + sibling.getFileName();
            MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).refuses(OUTSIDE, "cd", path);
            session.send("dl " + path + "/secret").noResult().refused(OUTSIDE);
            session.refuses(OUTSIDE, "rm", path + "/secret");
        } finally {
            Files.deleteIfExists(secret);
            Files.deleteIfExists(sibling);
        }
    }

    @NeedsRoot
    @Quirk(ANYWHERE)
    @Judges({COM_2_3, COM_2_4})
    @UsualCause("A path that begins with / replaces the root when the two are joined.")
    void anAbsolutePathOfTheServersDiskLeadsNowhere(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        Path file = Files.writeString(session.onDisk().resolve("file"), "x").toAbsolutePath();
        session.send("dl " + file).noResult().refused("not-found");
        session.refuses("not-found", "rm", file.toString()).refuses("not-found", "mkdir", file.resolveSibling("sub")
                .toString());
    }

    // ---- links -----------------------------------------------------------------------------------------------------

    @NeedsRoot
    @Judges(COM_2_5)
    @UsualCause("The disk follows links by itself, unless it is told not to, or each part of the path is looked at.")
    void linksAreNotFollowed(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        Path here = session.onDisk();
        Files.writeString(here.resolve("sub/file"), "x");
        Files.createSymbolicLink(here.resolve("out"), Path.of("../.."));
        Files.createSymbolicLink(here.resolve("in"), Path.of("sub"));
        for (String link : List.of("out", "in")) {
            session.refuses(OUTSIDE, "cd", link).refuses(OUTSIDE, "mkdir", link + "/new");
        }
        session.send("dl in/file").noResult().refused(OUTSIDE);
        session.refuses(OUTSIDE, "rm", "in/file").refuses(OUTSIDE, "mv", "in/file", "stolen")
                .refuses(OUTSIDE, "mv", "sub/file", "in");
        session.begins("in/new").content("x").refused(OUTSIDE).has("sub/file", "x");
    }

    @NeedsRoot
    @Judges(COM_2_5)
    @UsualCause("A file that is opened for writing is looked for behind a link, or a dangling link counts as nothing.")
    void linksToFilesAreRefused(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        Path here = session.onDisk();
        Files.writeString(here.resolve("file"), "old");
        Files.createSymbolicLink(here.resolve("link"), Path.of("file"));
        Files.createSymbolicLink(here.resolve("dangling"), Path.of("made"));
        for (String link : List.of("link", "dangling")) {
            session.send("dl " + link).noResult().refused(OUTSIDE);
            session.send("info " + link).noResult().refused(OUTSIDE);
            session.begins(link).content("new").refused(OUTSIDE).refuses(OUTSIDE, "rm", link)
                    .refuses(OUTSIDE, "mv", "file", link);
        }
        session.has("file", "old").lacks("made");
    }

    @NeedsRoot
    @Judges(COM_2_5)
    void linksAreNotListed(Trial trial) throws IOException {
        String name = trial.name("link", "");
        Path link = Files.createSymbolicLink(trial.run().root().orElseThrow().resolve(name), Path.of("/"));
        try {
            MiniFtpSession session = new MiniFtpSession(trial, "token");
            session.peer().receive(new Expectation.Delimited(session.token(), "(?!.*\\n-- " + name + "(\\n|$)).*",
                    "a welcome that does not list the link " + name));
        } finally {
            Files.deleteIfExists(link);
        }
    }
}
